package se.sigill.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.sigill.app.run.Running;
import se.sigill.core.config.Home;
import se.sigill.core.failpoint.Failpoint;

/**
 * Four processes at a time deposit in one archive and are killed, at failpoints and at random moments. After each cycle
 * the next command opens the archive, and everything that a receipt was given for must be there once and be found.
 */
final class KillRun implements LongRun {
    private static final int DEPOSITORS = 4;
    private static final int CYCLES = 100;
    /** New folders that a depositor has in a cycle, and documents in one at most. */
    private static final int FOLDERS = 3;

    private static final int DOCUMENTS_MAX = 12;
    private static final int NTH_MAX = 4;
    /** A first guess at how long a cycle takes; the ones that follow are measured. */
    private static final long CYCLE_MILLIS = 12_000;

    /** How often the archive is verified in a long run: that takes longer the more there is. */
    private static final int LOOK_EVERY = 5;

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "kills four depositing processes, at failpoints and at random moments (a round: one cycle of four)";
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
            try (Stream<Path> all = Files.walk(top)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        } else {
            order.out().println("the archive is left in " + top);
        }
        return work.end();
    }

    /** One process: what it delivers, and how it ends. */
    private record Depositor(Process process, Path output, Path receipts, long killAfterMillis) {}

    private static final class Work {
        private final Path top;
        private final Order order;
        private final Random random;
        private final Running running;
        private final Tidings tidings = new Tidings();
        private final List<Failpoint> notYetMet = new ArrayList<>(List.of(Failpoint.values()));
        private final List<List<Path>> again = new ArrayList<>();
        private final List<String> odd = new ArrayList<>();
        private Optional<Standing> last = Optional.empty();
        private long cycleMillis = CYCLE_MILLIS;
        private int cycles;
        private int killed;

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
            Collections.shuffle(notYetMet, random);
            for (int i = 0; i < DEPOSITORS; i++) {
                again.add(new ArrayList<>());
            }
        }

        boolean isSound() {
            return odd.isEmpty() && last.map(Standing::isSound).orElse(true);
        }

        void cycle(int cycle, boolean looking) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            List<Depositor> depositors = new ArrayList<>();
            for (int i = 0; i < DEPOSITORS; i++) {
                depositors.add(start(cycle, i));
            }
            depositors.sort(Comparator.comparingLong(Depositor::killAfterMillis));
            for (Depositor each : depositors) {
                long leftMillis = each.killAfterMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                await(each, Math.max(1, leftMillis));
            }
            cycleMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            // No hand is laid on: a deposit of nothing opens the archive as any command does, and takes in what waits.
            Running.Ended restart = running.type("deposit", "--system", "restart");
            if (restart.exit() != 0) {
                odd.add("cycle " + cycle + ": the restart ended with " + restart.exit() + ": " + restart.err());
            }
            int receipts = 0;
            for (Depositor each : depositors) {
                receipts += tidings.readReceipts(each.receipts());
            }
            cycles = cycle;
            if (looking) {
                last = Optional.of(Standing.of(new Home(running.home()), tidings.acknowledged()));
            }
            order.out()
                    .println("cycle " + cycle + ": " + killed + " killed so far, " + receipts
                            + " documents acknowledged, "
                            + tidings.acknowledged().size() + " in all");
        }

        private Depositor start(int cycle, int number) throws IOException {
            List<Path> folders = new ArrayList<>();
            // What was delivered before is delivered again: whoever got no receipt does that.
            folders.addAll(again.get(number));
            again.get(number).clear();
            for (int i = 0; i < FOLDERS; i++) {
                Path folder = top.resolve("in").resolve(cycle + "-" + number + "-" + i);
                folders.add(tidings.makeFolder(folder, 1 + random.nextInt(DOCUMENTS_MAX)));
                again.get(number).add(folder);
            }
            List<String> options = new ArrayList<>();
            long killAfterMillis = TimeUnit.MINUTES.toMillis(10);
            if (!notYetMet.isEmpty() || random.nextBoolean()) {
                options.add("-Dsigill.failpoint=" + failpoint());
            } else {
                killAfterMillis = 1 + random.nextLong(cycleMillis);
            }
            Path receipts = top.resolve("receipts").resolve(cycle + "-" + number);
            Path output = Files.createDirectories(top.resolve("out")).resolve(cycle + "-" + number + ".txt");
            List<String> words = new ArrayList<>(
                    List.of("--system", "system-" + number, "--wait", "PT9M", "--receipt", receipts.toString()));
            folders.forEach(folder -> words.add(folder.toString()));
            Process process = running.start(options, output, "deposit", words.toArray(String[]::new));
            return new Depositor(process, output, receipts, killAfterMillis);
        }

        /** Each one at its first time, then any at any. */
        private String failpoint() {
            if (!notYetMet.isEmpty()) {
                return notYetMet.removeFirst().word();
            }
            List<Failpoint> all = List.of(Failpoint.values());
            Failpoint any = all.get(random.nextInt(all.size()));
            return any.word() + ":" + (1 + random.nextInt(NTH_MAX));
        }

        private void await(Depositor each, long millis) throws InterruptedException, IOException {
            if (!each.process().waitFor(millis, TimeUnit.MILLISECONDS)) {
                each.process().destroyForcibly().waitFor();
            }
            int exit = each.process().exitValue();
            if (exit == 137) {
                killed++;
            } else if (exit != 0) {
                odd.add("a depositor ended with " + exit + ": " + Files.readString(each.output()));
            }
        }

        End end() {
            odd.forEach(order.out()::println);
            Standing standing = last.orElseThrow();
            if (!standing.isSound()) {
                order.out().println(standing);
            }
            return new End(
                    isSound(),
                    cycles + " cycles, " + killed + " killed, "
                            + standing.lost().size() + " lost of "
                            + standing.acknowledged() + ", " + standing.twice().size() + " twice, "
                            + standing.unfound().size() + " not found");
        }
    }
}
