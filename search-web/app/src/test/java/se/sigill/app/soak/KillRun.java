package se.sigill.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import se.sigill.app.run.Running;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.failpoint.Failpoint;

/**
 * Four deposit in one archive at a time and are killed, at failpoints and at random moments. In most cycles each is a
 * command, of which one works and three wait for it; in every third they are threads of one process, which receive at the
 * same time. After each cycle the next command opens the archive, and everything that a receipt was given for must be
 * there once and be found.
 *
 * <p>A run in which nobody died, or nobody was told anything, has shown nothing and is not sound. Neither is one in which
 * a process did not end: a deadlock is no kill.
 */
final class KillRun implements LongRun {
    static final int DEPOSITORS = 4;
    private static final int CYCLES = 100;
    /** New folders that a depositor has in a cycle, and documents in one at most. */
    private static final int FOLDERS = 3;

    private static final int DOCUMENTS_MAX = 12;
    private static final int NTH_MAX = 4;
    /** A first guess at how long a cycle takes; the ones that follow are measured. */
    private static final long CYCLE_MILLIS = 12_000;

    /** How long after a receipt a process is killed, at most: while it takes in what it has received. */
    private static final long AFTER_RECEIPT_MILLIS_MAX = 150;

    /** A command waits so long for another, and a cycle takes so long, at most; many times what they need. */
    private static final String WAIT = "PT7M";

    private static final long LIMIT_MINUTES = 8;

    /** How often a process is looked at. */
    private static final long LOOK_MILLIS = 5;

    /** In every so manieth cycle the four are threads of one process. */
    private static final int CROWD_EVERY = 3;

    /** How often the archive is verified in a long run: that takes longer the more there is. */
    private static final int LOOK_EVERY = 5;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "kills four that deposit, at failpoints and at random moments (a round: one cycle of four)";
    }

    @Override
    public End run(Order order) throws IOException, InterruptedException {
        Path top = Files.createTempDirectory("sigill-kill-");
        Work work = new Work(top, order);
        int cycles = order.rounds().orElse(CYCLES);
        for (int cycle = 1; cycle <= cycles && work.isSound(); cycle++) {
            work.cycle(cycle, cycles <= LOOK_EVERY || cycle % LOOK_EVERY == 0 || cycle == cycles);
        }
        if (work.isSound()) {
            Trees.delete(top);
        } else {
            order.out().println("the archive is left in " + top);
        }
        return work.end();
    }

    private static final class Work {
        private final Path top;
        private final Order order;
        private final Random random;
        private final Running running;
        private final Tidings tidings = new Tidings();
        private final Deque<Failpoint> notYetMet = new ArrayDeque<>();
        private final Map<Failpoint, Integer> diedAt = new EnumMap<>(Failpoint.class);
        private final List<List<Path>> again = new ArrayList<>();
        private final List<String> odd = new ArrayList<>();
        private Optional<Standing> last = Optional.empty();
        private long cycleMillis = CYCLE_MILLIS;
        private int cycles;
        private int moments;
        private int diedAtMoments;

        Work(Path top, Order order) throws IOException {
            this.top = top;
            this.order = order;
            this.random = new Random(order.seed());
            this.running = Running.founded(top.resolve("home"));
            // Four times the engines would only make the cycles longer.
            Files.writeString(
                    running.home().resolve("sigill.conf"),
                    "workers.count = 1\ningest.batch-records-max = 3\n",
                    StandardOpenOption.APPEND);
            List<Failpoint> all = new ArrayList<>(List.of(Failpoint.values()));
            Collections.shuffle(all, random);
            notYetMet.addAll(all);
            for (int i = 0; i < DEPOSITORS; i++) {
                again.add(new ArrayList<>());
            }
        }

        boolean isSound() {
            return odd.isEmpty() && last.map(Standing::isSound).orElse(true);
        }

        void cycle(int cycle, boolean looking) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            List<Death.Watch> watches = new ArrayList<>();
            if (cycle % CROWD_EVERY == 0) {
                watches.add(startCrowd(cycle));
            } else {
                for (int i = 0; i < DEPOSITORS; i++) {
                    watches.add(startCommand(cycle, i));
                }
            }
            await(watches, begin + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES));
            if (cycle % CROWD_EVERY != 0) {
                cycleMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            }
            watches.forEach(each -> ended(cycle, each));
            // No hand is laid on: a deposit of nothing opens the archive as any command does, and takes in what waits.
            Running.Ended restart = running.type("deposit", "--system", "restart");
            if (restart.exit() != 0) {
                odd.add("cycle " + cycle + ": the restart ended with " + restart.exit() + ": " + restart.err());
            }
            int receipts = 0;
            for (Death.Watch each : watches) {
                receipts += tidings.readReceipts(each.receipts());
            }
            cycles = cycle;
            if (looking) {
                last = Optional.of(Standing.of(new Home(running.home()), tidings.acknowledged()));
            }
            order.out()
                    .println("cycle " + cycle + ": " + deaths() + " so far, " + receipts + " documents acknowledged, "
                            + tidings.acknowledged().size() + " in all");
        }

        private void await(List<Death.Watch> watches, long deadline) throws IOException, InterruptedException {
            List<Death.Watch> alive = new ArrayList<>(watches);
            while (!alive.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    alive.forEach(each -> odd.add("did not end in " + LIMIT_MINUTES + " minutes: " + each));
                    alive.forEach(Death.Watch::kill);
                    deadline = Long.MAX_VALUE;
                }
                for (Death.Watch each : List.copyOf(alive)) {
                    if (each.look()) {
                        alive.remove(each);
                    }
                }
                if (!alive.isEmpty()) {
                    alive.getFirst().awaitMillis(LOOK_MILLIS);
                }
            }
        }

        private void ended(int cycle, Death.Watch watch) {
            boolean killed = watch.exit() == Death.KILLED;
            switch (watch.death()) {
                case Death.AtFailpoint(Failpoint point, int nth)
                when killed && !watch.wasKilledByUs() -> diedAt.merge(point, 1, Integer::sum);
                case Death.AtFailpoint(Failpoint point, int nth)
                when watch.exit() == 0 -> {
                    if (!diedAt.containsKey(point)) {
                        // It had nothing to do there this time.
                        notYetMet.addLast(point);
                    }
                }
                case Death.AtMoment(int receipts, long millis) when watch.wasKilledByUs() -> diedAtMoments++;
                case Death.AtMoment(int receipts, long millis) when watch.exit() == 0 -> {}
                default -> odd.add("cycle " + cycle + ": ended with " + watch.exit() + ": " + watch);
            }
        }

        private Death.Watch startCommand(int cycle, int number) throws IOException {
            Death death = death();
            List<String> options = death instanceof Death.AtFailpoint at ? List.of(at.option()) : List.of();
            Path receipts = top.resolve("receipts").resolve(cycle + "-" + number);
            Path output = Files.createDirectories(top.resolve("out")).resolve(cycle + "-" + number + ".txt");
            List<String> words = new ArrayList<>(
                    List.of("--system", "system-" + number, "--wait", WAIT, "--receipt", receipts.toString()));
            folders(cycle, number).forEach(folder -> words.add(folder.toString()));
            Process process = running.start(options, output, "deposit", words.toArray(String[]::new));
            return new Death.Watch(process, output, receipts, death);
        }

        private Death.Watch startCrowd(int cycle) throws IOException {
            Death death = death();
            List<String> options = death instanceof Death.AtFailpoint at ? List.of(at.option()) : List.of();
            Path receipts = Files.createDirectories(top.resolve("receipts").resolve(cycle + "-crowd"));
            Path output = Files.createDirectories(top.resolve("out")).resolve(cycle + "-crowd.txt");
            List<String> words = new ArrayList<>(List.of(running.home().toString(), receipts.toString()));
            for (int i = 0; i < DEPOSITORS; i++) {
                folders(cycle, i).forEach(folder -> words.add(folder.toString()));
            }
            Process process = Running.program(options, output, Crowd.class, words);
            return new Death.Watch(process, output, receipts, death);
        }

        /** What was delivered before is delivered again: whoever got no receipt does that. */
        private List<Path> folders(int cycle, int number) throws IOException {
            List<Path> folders = new ArrayList<>(again.get(number));
            again.get(number).clear();
            for (int i = 0; i < FOLDERS; i++) {
                Path folder = top.resolve("in").resolve(cycle + "-" + number + "-" + i);
                folders.add(tidings.makeFolder(folder, 1 + random.nextInt(DOCUMENTS_MAX)));
                again.get(number).add(folder);
            }
            return folders;
        }

        /** Each failpoint at its first time, then every other time any at any. */
        private Death death() {
            if (!notYetMet.isEmpty()) {
                return new Death.AtFailpoint(notYetMet.removeFirst(), 1);
            }
            int number = moments++;
            if (number % 2 == 1) {
                Failpoint[] all = Failpoint.values();
                return new Death.AtFailpoint(all[random.nextInt(all.length)], 1 + random.nextInt(NTH_MAX));
            }
            // While it works, for it has more folders than these; or at any time, then it may wait for another or be
            // done.
            return number % 4 == 0
                    ? new Death.AtMoment(1 + random.nextInt(FOLDERS - 1), random.nextLong(AFTER_RECEIPT_MILLIS_MAX))
                    : new Death.AtMoment(0, 1 + random.nextLong(cycleMillis));
        }

        private String deaths() {
            int atFailpoints = diedAt.values().stream().mapToInt(i -> i).sum();
            return (atFailpoints + diedAtMoments) + " killed (" + atFailpoints + " at " + diedAt.size() + " of "
                    + Failpoint.values().length + " failpoints, " + diedAtMoments + " at random moments)";
        }

        /** A run that did not do what it is for has shown nothing. */
        private void wasWorthIt() {
            int slots = cycles / CROWD_EVERY + (cycles - cycles / CROWD_EVERY) * DEPOSITORS;
            boolean enough = slots > Failpoint.values().length + DEPOSITORS;
            if (enough && diedAt.size() < Failpoint.values().length) {
                odd.add("nobody died at " + notYetMet);
            }
            if (enough && diedAtMoments == 0) {
                odd.add("nobody died at a random moment");
            }
            if (diedAt.isEmpty()) {
                odd.add("nobody died at a failpoint");
            }
            if (tidings.acknowledged().isEmpty()) {
                odd.add("nothing was acknowledged");
            }
        }

        End end() {
            wasWorthIt();
            odd.forEach(order.out()::println);
            Standing standing = last.orElseThrow();
            if (!standing.isSound()) {
                order.out().println(standing);
            }
            return new End(
                    isSound(),
                    cycles + " cycles, " + deaths() + ", "
                            + standing.lost().size() + " lost of "
                            + standing.acknowledged() + ", " + standing.twice().size() + " twice, "
                            + standing.unfound().size() + " not found");
        }
    }
}
