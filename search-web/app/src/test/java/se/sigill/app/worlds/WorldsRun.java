package se.sigill.app.worlds;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import se.sigill.app.soak.LongRun;
import se.sigill.app.worlds.PublicWorlds.Hiding;
import se.sigill.app.worlds.PublicWorlds.World;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.disk.Trees;
import se.sigill.zone.Zone;

/**
 * Pairs of random worlds that differ only in what nobody outside may know: the existence of records in one half of the
 * rounds, what is in them in the other. No page may differ. Then, whether the time that answers take tells of it.
 */
public final class WorldsRun implements LongRun {
    private static final int ROUNDS = 200;
    private static final String MARK = " kanariefågel";

    private static final int PAIRS = 2_000;
    private static final int WARMING = 300;
    private static final double MILLIS_MAX = 0.5;
    private static final double SHARE_MAX = 0.05;

    @Override
    public String name() {
        return "worlds";
    }

    @Override
    public String about() {
        return "pairs of worlds that differ in what is secret: the same pages, in the same time (a round: one pair)";
    }

    @Override
    public End run(Order order) throws IOException {
        int rounds = order.rounds().orElse(ROUNDS);
        SplittableRandom random = new SplittableRandom(order.seed());
        long pages = 0;
        int different = 0;
        for (int round = 0; round < rounds; round++) {
            Path folder = Files.createTempDirectory("sigill-worlds");
            try {
                PublicWorlds worlds =
                        new PublicWorlds(folder, random.nextLong(), 3 + random.nextInt(12), 1 + random.nextInt(8));
                Hiding hiding = round % 2 == 0 ? Hiding.EXISTENCE : Hiding.CONTENT;
                Map<String, String> said = compare(worlds, hiding, round, order.out());
                pages += said.size();
                different += said.containsKey("") ? 1 : 0;
            } finally {
                Trees.delete(folder);
            }
            if (round % 20 == 19) {
                order.out().println((round + 1) + " pairs, " + pages + " pages, " + different + " different");
            }
        }
        Timing timing = time(random.nextLong());
        return new End(
                different == 0 && timing.isSame(),
                rounds + " pairs of worlds, " + pages + " pages, " + different + " different; " + timing.words());
    }

    /** @return the pages of one; with an empty address among them if the other's were different */
    private static Map<String, String> compare(PublicWorlds worlds, Hiding hiding, int round, PrintStream out)
            throws IOException {
        World one = worlds.make("one", hiding == Hiding.EXISTENCE ? Hiding.NOTHING : hiding, "");
        World two = worlds.make("two", hiding, MARK);
        List<CatalogueRecord> asked = new ArrayList<>(one.secret());
        asked.addAll(two.secret());
        Map<String, String> said = pages(one, asked);
        Map<String, String> beside = pages(two, asked);
        if (!said.equals(beside)) {
            said.forEach((page, html) -> {
                if (!html.equals(beside.get(page))) {
                    out.println("round " + round + ", seed " + worlds.seed() + ": DIFFERENT " + page);
                }
            });
            said.put("", "");
        }
        return said;
    }

    private static Map<String, String> pages(World world, List<CatalogueRecord> asked) {
        try (Zone zone = world.zone()) {
            return new Asking(zone, world.outside()).everything(world.open(), asked);
        }
    }

    /** Medians of what guesses at a record took, where it is and where it is not. */
    private record Timing(double with, double without) {
        boolean isSame() {
            double difference = Math.abs(with - without);
            return difference <= MILLIS_MAX && difference <= SHARE_MAX * without;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "medians of %d guesses each: %.3f ms with the secret, %.3f ms without (%.1f %%)",
                    PAIRS,
                    with,
                    without,
                    100 * Math.abs(with - without) / without);
        }
    }

    private static Timing time(long seed) throws IOException {
        Path folder = Files.createTempDirectory("sigill-worlds");
        try {
            PublicWorlds worlds = new PublicWorlds(folder, seed, 300, 60);
            World without = worlds.make("without", Hiding.NOTHING, "");
            World with = worlds.make("with", Hiding.EXISTENCE, MARK);
            try (Zone one = without.zone();
                    Zone two = with.zone()) {
                return time(
                        new Asking(two, with.outside()),
                        new Asking(one, without.outside()),
                        with.secret(),
                        new SplittableRandom(seed));
            }
        } finally {
            Trees.delete(folder);
        }
    }

    private static Timing time(Asking with, Asking without, List<CatalogueRecord> secret, SplittableRandom random) {
        long[] there = new long[PAIRS];
        long[] absent = new long[PAIRS];
        for (int pair = -WARMING; pair < PAIRS; pair++) {
            CatalogueRecord guessed = secret.get(random.nextInt(secret.size()));
            boolean first = random.nextBoolean();
            long one = nanos(first ? with : without, guessed);
            long other = nanos(first ? without : with, guessed);
            if (pair >= 0) {
                there[pair] = first ? one : other;
                absent[pair] = first ? other : one;
            }
        }
        return new Timing(median(there), median(absent));
    }

    private static long nanos(Asking asking, CatalogueRecord guessed) {
        long begin = System.nanoTime();
        if (asking.guess(guessed) == 0) {
            throw new IllegalStateException("no page has no bytes");
        }
        return System.nanoTime() - begin;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
