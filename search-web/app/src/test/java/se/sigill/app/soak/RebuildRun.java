package se.sigill.app.soak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import se.sigill.app.wiring.Founding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.CatalogueExport;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.json.JsonWriter;
import se.sigill.search.SearchRequest;

/**
 * Deletes {@code db/} and {@code index/} of an archive and makes them anew: what the catalogue exports and what 200
 * searches answer must be the same bytes as before, when the two had followed the log act by act.
 */
final class RebuildRun implements LongRun {
    private static final int RECORDS = 10_000;
    private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public String about() {
        return "deletes db/ and index/ and makes them anew: the same bytes, and how fast (a round: one record more)";
    }

    @Override
    public End run(Order order) {
        int records = order.rounds().orElse(RECORDS);
        boolean same = run(order.seed(), records, new PrintWriter(order.out(), true, StandardCharsets.UTF_8));
        return new End(same, records + " records, " + (same ? "the same bytes" : "other bytes"));
    }

    /**
     * One run in a temporary folder.
     *
     * @param records so many are taken in
     * @param out gets the seed, the rate of the rebuild and the verdict
     * @return whether everything was the same
     */
    static boolean run(long seed, int records, PrintWriter out) {
        try {
            Path folder = Files.createTempDirectory("sigill-rebuild");
            try {
                return run(new Home(folder.resolve("home")), seed, records, out);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean run(Home home, long seed, int records, PrintWriter out) throws IOException {
        Founding.found(home, Optional.of("rebuild.sigill.example"), Optional.of("Kommunstyrelsen"));
        byte[] grown = grow(home, seed, records, out);
        Trees.delete(home.db());
        Trees.delete(home.index());
        long begin = System.nanoTime();
        try (OpenArchive archive = open(home)) {
            report("opened without db/ and index/", archive, begin, out);
            boolean same = compare("after the opening", grown, answers(archive, seed), out);
            begin = System.nanoTime();
            archive.rebuild();
            report("rebuilt", archive, begin, out);
            boolean again = compare("after the rebuild", grown, answers(archive, seed), out);
            return same && again;
        }
    }

    /** At nine in the morning of one day: what a person may see changes at midnight, and so would the answers. */
    private static OpenArchive open(Home home) {
        Clock system = Clock.systemUTC();
        Clock morning = Clock.offset(system, Duration.between(system.instant(), MORNING));
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), morning, new SecureRandom()));
    }

    private static byte[] grow(Home home, long seed, int records, PrintWriter out) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5eed);
        try (OpenArchive archive = open(home)) {
            FilledArchive filled = new FilledArchive(archive, seed);
            filled.fill(Math.min(100, records), archive::catchUp);
            filled.adoptRules("1");
            // The projections follow in pieces of every size, and not always at once.
            filled.fill(Math.max(0, records - 100), () -> {
                if (random.nextInt(3) == 0) {
                    archive.catchUp();
                }
            });
            archive.catchUp();
            out.println("filled: " + archive.catalogue().counts() + ", "
                    + archive.archive().log().head().size() + " acts");
            return answers(archive, seed);
        }
    }

    /** The export and the answers to all queries, as one run of bytes. */
    static byte[] answers(OpenArchive archive, long seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintWriter lines = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
        new CatalogueExport(archive.catalogue(), archive.rules(), archive.today())
                .forEach(line -> lines.print(JsonWriter.compact(line) + "\n"));
        for (SearchRequest request : Questions.of(seed)) {
            lines.print(request.text() + "\t"
                    + JsonWriter.compact(archive.index().search(request).toJson()) + "\n");
        }
        lines.print(archive.index().suggest("by", Questions.labels().getFirst(), 10) + "\n");
        lines.flush();
        return bytes.toByteArray();
    }

    private static void report(String what, OpenArchive archive, long begin, PrintWriter out) {
        long records = archive.catalogue().counts().records();
        long acts = archive.archive().log().head().size();
        double seconds = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        out.println(String.format(
                Locale.ROOT,
                "%s: %d records, %d acts in %.2f s: %.0f records/s, %.0f acts/s",
                what,
                records,
                acts,
                seconds,
                records / seconds,
                acts / seconds));
        out.flush();
    }

    private static boolean compare(String when, byte[] before, byte[] after, PrintWriter out) {
        if (java.util.Arrays.equals(before, after)) {
            out.println(when + ": " + before.length + " bytes of export and answers are the same");
            return true;
        }
        List<String> was = new String(before, StandardCharsets.UTF_8).lines().toList();
        List<String> is = new String(after, StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
            String old = i < was.size() ? was.get(i) : "(nothing)";
            String now = i < is.size() ? is.get(i) : "(nothing)";
            if (!old.equals(now)) {
                out.println(when + ": line " + (i + 1) + " DIFFERS\n was " + old + "\n is  " + now);
                return false;
            }
        }
        out.println(when + ": line ends DIFFER");
        return false;
    }
}
