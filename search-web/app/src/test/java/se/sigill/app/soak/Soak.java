package se.sigill.app.soak;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.sigill.app.quality.QualityRun;
import se.sigill.app.requests.RequestsRun;
import se.sigill.app.withdrawal.WithdrawalRun;
import se.sigill.app.worlds.WorldsRun;

/** {@code ./sigill soak NAME [--seed N] [--rounds N]}: begins a long run. Exit codes: 0 sound, 1 something found. */
public final class Soak {
    /** Every long run there is. */
    private static final List<LongRun> ALL = List.of(
            DurabilityRun.whole(),
            DurabilityRun.withoutEachFsync(),
            new KillRun(),
            new RebuildRun(),
            new WorldsRun(),
            new WithdrawalRun(),
            new QualityRun(),
            new RequestsRun());

    private static final int USAGE = 64;

    /** Held here so that its level stays: every start after a stop tells what it mended. */
    private static final Logger EVERYTHING = Logger.getLogger("");

    private final PrintStream out;

    private Soak(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] words) throws Exception {
        EVERYTHING.setLevel(Level.OFF);
        System.exit(new Soak(new PrintStream(System.out, true, StandardCharsets.UTF_8)).begin(List.of(words)));
    }

    private int begin(List<String> words) throws Exception {
        Deque<String> left = new ArrayDeque<>(words);
        String name = left.isEmpty() ? "" : left.pop();
        OptionalLong seed = OptionalLong.empty();
        OptionalInt rounds = OptionalInt.empty();
        while (left.size() >= 2) {
            String option = left.pop();
            String value = left.pop();
            if (!value.matches("\\d{1,18}")) {
                return usage();
            }
            switch (option) {
                case "--seed" -> seed = OptionalLong.of(Long.parseLong(value));
                case "--rounds" -> rounds = OptionalInt.of(Integer.parseInt(value));
                default -> {
                    return usage();
                }
            }
        }
        List<LongRun> chosen =
                ALL.stream().filter(each -> each.name().equals(name)).toList();
        if (chosen.isEmpty() || !left.isEmpty()) {
            return usage();
        }
        return run(chosen.getFirst(), new LongRun.Order(seed.orElseGet(Soak::anySeed), rounds, out));
    }

    /** Short enough to be read out and typed. */
    private static long anySeed() {
        return Math.floorMod(System.nanoTime(), 1_000_000L);
    }

    private int run(LongRun run, LongRun.Order order) throws Exception {
        out.println("soak " + run.name() + ": seed " + order.seed());
        LongRun.End end = run.run(order);
        out.println("soak " + run.name() + ": seed " + order.seed() + ", " + end.words());
        return end.sound() ? 0 : 1;
    }

    private int usage() {
        out.println("Usage: sigill soak NAME [--seed N] [--rounds N]");
        ALL.forEach(run -> out.println("  " + run.name() + "  " + run.about()));
        return USAGE;
    }
}
