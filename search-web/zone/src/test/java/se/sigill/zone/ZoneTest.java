package se.sigill.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicRecord;
import se.sigill.search.SearchRequest;
import se.sigill.zone.Inside.Letter;

/** What a bundle does to the zone, and what one that is wrong does not. */
final class ZoneTest {
    private static final Letter BRIDGE =
            new Letter("1abcdefghjkmnpqrstvwxyz012", "Bron", "Ett brev om hängbron kanariefågel.");
    private static final Letter ROAD = new Letter("2abcdefghjkmnpqrstvwxyz012", "Vägen", "Ett brev om landsvägen.");
    private static final Letter NOTICE = new Letter("3abcdefghjkmnpqrstvwxyz012", "SN 2026/1", "");

    @TempDir
    private Path folder;

    private OutsideHome outside = new OutsideHome(Path.of("."));
    private Inside inside;

    @BeforeEach
    void begin() throws IOException {
        outside = new OutsideHome(folder);
        inside = new Inside(outside);
        inside.isTrusted();
    }

    @Test
    void showsWhatWasSent() throws IOException {
        inside.send(1, 1, "", List.of(BRIDGE, NOTICE), List.of());
        try (Zone zone = open()) {
            assertTrue(zone.head().isEmpty() && !zone.isFresh());
            assertEquals(List.of(), zone.applier().applyWaiting().refused());

            PublicRecord record =
                    assertInstanceOf(PublicRecord.class, zone.find(BRIDGE.id()).orElseThrow());
            assertEquals(
                    BRIDGE.words(),
                    Files.readString(zone.file(record, record.files().getFirst())));
            assertEquals(
                    "proof", Files.readString(zone.proof(record, record.files().getFirst())));
            assertEquals(
                    BRIDGE.words(),
                    zone.text(record).parts().getFirst().pages().getFirst().text());
            assertInstanceOf(Notice.class, zone.find(NOTICE.id()).orElseThrow());
            assertEquals(1, found(zone, "hängbron"));
            assertEquals(1, found(zone, "\"SN 2026/1\""));
            assertTrue(zone.isFresh());
            for (String no : List.of("", "../../head", BRIDGE.id().toUpperCase(java.util.Locale.ROOT), ROAD.id())) {
                assertTrue(zone.find(no).isEmpty(), no);
            }
        }
    }

    @Test
    void refusesEachWrongBundleAndGoesOn() throws IOException {
        Manifest first = inside.send(1, 1, "", List.of(BRIDGE), List.of());
        try (Zone zone = open()) {
            Applier applier = zone.applier();
            applier.applyWaiting();

            refused("BUNDLE-REPLAY", applier, () -> inside.send(1, 1, "", List.of(ROAD), List.of()));
            refused("BUNDLE-GAP", applier, () -> inside.send(1, 3, first.digest(), List.of(ROAD), List.of()));
            refused("BUNDLE-OTHER-PAST", applier, () -> inside.send(1, 2, "0".repeat(64), List.of(ROAD), List.of()));
            Inside stranger = new Inside(outside);
            refused("BUNDLE-SIGNATURE", applier, () -> stranger.send(1, 2, first.digest(), List.of(ROAD), List.of()));
            Instant longAgo = Instant.now().minus(Duration.ofDays(2));
            refused(
                    "BUNDLE-STALE",
                    applier,
                    () -> inside.send(1, 2, first.digest(), List.of(ROAD), List.of(), longAgo));
            refused(
                    "BUNDLE-FORM",
                    applier,
                    () -> Files.createDirectory(outside.incoming().resolve("half")));
            refused(
                    "BUNDLE-FORM",
                    applier,
                    () -> Files.writeString(outside.incoming().resolve("file"), "x"));
            refused("BUNDLE-CHANGED", applier, () -> {
                Manifest second = inside.send(1, 2, first.digest(), List.of(ROAD), List.of());
                Path bundle = outside.incoming().resolve(OutsideHome.name(1, 2));
                Files.writeString(bundle.resolve("files").resolve(second.files().firstKey()), "other");
            });

            assertEquals(first.head(), zone.head().orElseThrow());
            assertTrue(zone.find(ROAD.id()).isEmpty());
            assertEquals(1, found(zone, "hängbron"));
            assertEquals(0, found(zone, "landsvägen"));
            try (Stream<Path> why = Files.list(folder.resolve("refused"))) {
                assertEquals(8, why.count());
            }
            inside.send(2, 1, "", List.of(ROAD), List.of());
            assertEquals(1, applier.applyWaiting().applied().size());
            refused("BUNDLE-OLD-EPOCH", applier, () -> inside.send(1, 9, "", List.of(BRIDGE), List.of()));
            assertTrue(zone.find(BRIDGE.id()).isEmpty(), "a bundle that begins forgets what was");
        }
    }

    @Test
    void leavesNoByteOfWhatIsTakenAway() throws IOException {
        Manifest first = inside.send(1, 1, "", List.of(BRIDGE, ROAD), List.of());
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            assertTrue(has("kanariefågel"));

            inside.send(1, 2, first.digest(), List.of(), List.of(BRIDGE.id()));
            zone.applier().applyWaiting();

            assertTrue(zone.find(BRIDGE.id()).isEmpty());
            assertEquals(0, found(zone, "kanariefågel"));
            assertEquals(1, found(zone, "landsvägen"));
            assertEquals(List.of(), zone.search().suggest("kanarie", Zone.labels(), 5));
        }
        assertFalse(has("kanariefågel"), "in a file");
        assertFalse(has(BRIDGE.id()), "its id");
    }

    @Test
    void appliesAgainWhatAStopLeft() throws IOException {
        Manifest first = inside.send(1, 1, "", List.of(BRIDGE), List.of());
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            byte[] head = Files.readAllBytes(outside.head());
            inside.send(1, 2, first.digest(), List.of(ROAD), List.of(BRIDGE.id()));
            zone.applier().applyWaiting();
            // As if the stop had come before the head, and the bundle lay there still.
            Files.write(outside.head(), head);
            inside.send(1, 2, first.digest(), List.of(ROAD), List.of(BRIDGE.id()));
        }
        try (Zone zone = open()) {
            assertEquals(1, zone.applier().applyWaiting().applied().size());
            assertTrue(zone.find(BRIDGE.id()).isEmpty());
            assertEquals(1, found(zone, "landsvägen"));
            assertEquals(1, zone.search().size());
        }
    }

    @Test
    void makesItsIndexAnewWhereThatIsLost() throws IOException {
        inside.send(1, 1, "", List.of(BRIDGE, ROAD, NOTICE), List.of());
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            assertThrows(ArchiveException.Locked.class, this::open);
        }
        Path index = outside.zone().resolve("index");
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "broken");
            }
        }
        try (Zone zone = open()) {
            assertEquals(3, zone.search().size());
            assertEquals(1, found(zone, "hängbron"));
        }
    }

    @Test
    void oneDamagedEntryIsNotShownAndHidesNoOther() throws IOException {
        inside.send(1, 1, "", List.of(BRIDGE, ROAD), List.of());
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            Files.writeString(
                    outside.zone().resolve("entries/12").resolve(BRIDGE.id()).resolve("entry.json"), "{");

            assertTrue(zone.find(BRIDGE.id()).isEmpty());
            assertTrue(zone.find(ROAD.id()).isPresent());
        }
        Files.writeString(outside.head(), "{");
        try (Zone zone = open()) {
            assertTrue(zone.head().isEmpty());
        }
    }

    private interface Sending {
        void now() throws IOException;
    }

    private static void refused(String code, Applier applier, Sending sending) throws IOException {
        sending.now();
        Applier.Done done = applier.applyWaiting();
        assertEquals(List.of(), done.applied());
        assertEquals(
                List.of(code),
                done.refused().stream().map(finding -> finding.code().id()).toList());
    }

    private Zone open() {
        return Zone.open(outside, Clock.systemUTC(), Duration.ofSeconds(10));
    }

    private static long found(Zone zone, String query) {
        return zone.search().search(SearchRequest.of(query, Zone.labels())).total();
    }

    private boolean has(String word) throws IOException {
        String bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().contains(word)
                        || Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes)) {
                    return true;
                }
            }
        }
        return false;
    }
}
