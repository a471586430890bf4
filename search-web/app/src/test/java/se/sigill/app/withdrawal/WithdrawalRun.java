package se.sigill.app.withdrawal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.app.soak.LongRun;
import se.sigill.core.disk.Trees;

/**
 * Restricts published records one after another while eight clients read, and kills a server now and then: no answer to
 * a question that was asked after the command had ended shows the record, and at the end no byte outside does.
 */
public final class WithdrawalRun implements LongRun {
    private static final int CLIENTS = 8;

    /** Of a round. */
    private static final Duration ROUND = Duration.ofSeconds(10);

    private static final int ROUNDS = 60;

    private static final Duration GONE_WITHIN = Duration.ofMinutes(15);

    /** A server is killed in every so many rounds, the two in turn. */
    private static final int KILL_EVERY = 4;

    private static final int RECORDS_PER_ROUND = 10;
    private static final int DONE = 0;

    /** The command ended and said that the record may still be visible outside. */
    private static final int PARTLY = 3;

    @Override
    public String name() {
        return "withdrawal";
    }

    @Override
    public String about() {
        return "restricts published records while eight clients read and servers are killed (a round: ten seconds)";
    }

    @Override
    public End run(Order order) throws Exception {
        int rounds = order.rounds().orElse(ROUNDS);
        Path folder = Files.createTempDirectory("sigill-withdrawal");
        try {
            Served served = Served.founded(folder, order.seed(), rounds * RECORDS_PER_ROUND + CLIENTS);
            order.out().println(served.published().size() + " records published");
            served.servers().start();
            try {
                return run(served, order, rounds);
            } finally {
                served.servers().stop();
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private static End run(Served served, Order order, int rounds) throws Exception {
        Withdrawn withdrawn = new Withdrawn(order.out());
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Thread.ofPlatform().start(new Reader(served, withdrawn, order.seed() + i)));
        }
        List<Served.Record> left = new ArrayList<>(served.published());
        List<Long> millis = new ArrayList<>();
        int unsure = 0;
        int kills = 0;
        for (int round = 0; round < rounds; round++) {
            long end = System.nanoTime() + ROUND.toNanos();
            if (round % KILL_EVERY == KILL_EVERY - 1) {
                served.servers().kill(kills++);
                served.servers().start();
            }
            while (System.nanoTime() < end && left.size() > 1) {
                Served.Record record = left.removeLast();
                long begin = System.nanoTime();
                int exit = served.running()
                        .type("assess", record.id().value(), "--restrict", "OSL 26:1", "--reason", "prov")
                        .expect(DONE, PARTLY)
                        .exit();
                if (exit == DONE) {
                    withdrawn.acknowledged(record);
                    millis.add((System.nanoTime() - begin) / 1_000_000);
                } else {
                    unsure++;
                }
                Thread.sleep(ROUND.toMillis() / RECORDS_PER_ROUND);
            }
        }
        withdrawn.end();
        for (Thread client : clients) {
            client.join();
        }
        awaitExpunged(served);
        int bytes = inBytes(served, withdrawn.now());
        boolean sound = withdrawn.shown() == 0
                && bytes == 0
                && withdrawn.found() > 0
                && !withdrawn.now().isEmpty();
        return new End(sound, words(withdrawn, kills, unsure, bytes, millis));
    }

    private static String words(Withdrawn withdrawn, int kills, int unsure, int bytes, List<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%d withdrawn and acknowledged (p50 %d ms, p95 %d ms), %d left for later, %d kills; of %d answers,"
                        + " %d with something, %d showed one after; %d still in a file outside",
                sorted.length,
                share(sorted, 0.5),
                share(sorted, 0.95),
                unsure,
                kills,
                withdrawn.answers(),
                withdrawn.found(),
                withdrawn.shown(),
                bytes);
    }

    private static long share(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    /** The bytes go when it has been quiet for a while, and no later than the issue of withdrawing allows. */
    private static void awaitExpunged(Served served) throws InterruptedException {
        long end = System.nanoTime() + GONE_WITHIN.toNanos();
        while (Files.exists(served.outside().zone().resolve("expunge")) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
    }

    /** How many of the records have their word in a file outside. */
    private static int inBytes(Served served, List<Served.Record> records) throws IOException {
        Set<String> indexed = IndexedWords.of(
                served.outside().zone().resolve("index"),
                records.stream().map(Served.Record::mark).collect(Collectors.toSet()));
        if (!indexed.isEmpty()) {
            return indexed.size();
        }
        boolean[] there = new boolean[records.size()];
        try (Stream<Path> files = Files.walk(served.outside().root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (int i = 0; i < there.length; i++) {
                    there[i] |= text.contains(records.get(i).mark());
                }
            }
        }
        return (int) Stream.iterate(0, i -> i < there.length, i -> i + 1)
                .filter(i -> there[i])
                .count();
    }
}
