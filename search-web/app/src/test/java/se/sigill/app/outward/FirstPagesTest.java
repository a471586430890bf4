package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.formats.PageImages;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.search.lucene.LuceneSearch;
import se.sigill.zone.Zone;

/** What is public gets an image of its first page, later than all else, and loses it with all else. */
@Tag("slow")
class FirstPagesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private static final String PDF = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Count 1 /Kids [ 3 0 R ] >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents 4 0 R >> endobj
            4 0 obj << /Length 19 >> stream
            100 100 300 200 re f
            endstream endobj
            trailer << /Root 1 0 R >>
            """;

    @TempDir
    private Path folder;

    @Test
    void comeLaterAndGoWithTheRecord() throws IOException {
        Running running = Running.founded(folder.resolve("home"));
        Path pdf = Files.writeString(folder.resolve("plan.pdf"), PDF, StandardCharsets.ISO_8859_1);
        Path text = Files.writeString(folder.resolve("brev.txt"), "Ett brev utan bild.");
        String drawn = taken(running, pdf);
        String written = taken(running, text);
        running.type("seal").expect(0);
        running.type("assess", drawn, written, "--open", "--publish", "--reason", "prövad")
                .expect(0);
        try (OpenArchive archive = open(new Home(running.home()));
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            ZoneHere here = ZoneHere.of(archive);
            assertFalse(here.isBehind(), "nothing was told");
            here.send();
            assertTrue(here.isBehind(), "no server of the zone has taken it in");
            here.tell();
            assertFalse(here.isBehind());
            assertEquals("", shown(archive, drawn).image(), "nobody waits for it");
            assertTrue(here.isBare());

            assertEquals(1, here.illustrate(() -> engines, LONG));
            here.tell();

            assertFalse(here.isBare());
            assertEquals("", shown(archive, written).image());
            try (Zone zone = zone(archive)) {
                Path image = zone.image(record(zone, drawn)).orElseThrow();
                byte[] bytes = Files.readAllBytes(image);
                assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
                assertTrue(bytes.length <= PageImages.BYTES_MAX);
            }
            assertEquals(0, here.tell().round().bundles(), "told once");
        }
        try (OpenArchive archive = open(new Home(running.home()))) {
            ZoneHere later = ZoneHere.of(archive);
            later.tell();
            assertTrue(later.isBare(), "another process looks again");
            assertEquals(
                    0,
                    later.illustrate(
                            () -> {
                                throw new AssertionError("nothing is to be drawn");
                            },
                            LONG));
        }
        running.type("assess", drawn, "--restrict", "OSL 26:1", "--reason", "uppgift om enskild")
                .expect(0);
        try (OpenArchive archive = open(new Home(running.home()));
                Zone zone = zone(archive)) {
            assertFalse(zone.find(drawn).orElse(null) instanceof PublicRecord);
            assertTrue(record(zone, written).image().isEmpty());
        }
    }

    private static String taken(Running running, Path file) {
        return running.type("deposit", "--json", "--system", "prov", "--authority", "Kommunstyrelsen", file.toString())
                .expect(0)
                .json()
                .getFirst()
                .text("record");
    }

    private static PublicRecord shown(OpenArchive archive, String id) {
        try (Zone zone = zone(archive)) {
            return record(zone, id);
        }
    }

    private static PublicRecord record(Zone zone, String id) {
        PublicEntry entry = zone.find(id).orElseThrow();
        return (PublicRecord) entry;
    }

    /** A minute past an hour: at the turn of one everything is told once more. */
    private static OpenArchive open(Home home) {
        Instant now = Instant.now();
        Instant start = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(61));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(now, start));
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }

    private static Zone zone(OpenArchive archive) {
        OutsideHome outside = new OutsideHome(archive.config().servers().outside());
        return Zone.open(outside, archive.clock(), LuceneSearch.COMMAND_BUDGET);
    }
}
