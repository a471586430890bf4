package se.sigill.core.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days and numbers, and nothing else. */
class FetchCountsTest {
    private static final String BOX = "0123456789abcdef0123456789abcdef";
    private static final String FILE = "fedcba9876543210fedcba9876543210";
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    Path home;

    private Path folder;
    private FetchCounts counts;

    @BeforeEach
    void open() {
        folder = home.resolve("outside/fetched");
        counts = new FetchCounts(folder);
    }

    @Test
    void countsByFileAndDay() throws IOException {
        assertEquals(Map.of(), counts.of(BOX, FILE));
        counts.count(BOX, FILE, TUESDAY);
        counts.count(BOX, FILE, MONDAY);
        counts.count(BOX, FILE, TUESDAY);
        counts.count(BOX, BOX, MONDAY);

        assertEquals(Map.of(MONDAY, 1L, TUESDAY, 2L), counts.of(BOX, FILE));
        assertEquals(List.of(MONDAY, TUESDAY), List.copyOf(counts.of(BOX, FILE).keySet()));
        assertEquals(Map.of(MONDAY, 1L), new FetchCounts(folder).of(BOX, BOX));
    }

    @Test
    void theBytesAreThoseOfTheSpecificationAndTheirTimesSayTheDayAlone() throws IOException {
        counts.count(BOX, FILE, MONDAY);
        counts.count(BOX, FILE, TUESDAY);

        Path file = folder.resolve(BOX).resolve(FILE);
        assertEquals("sigill/fetched/1\n2026-11-23 1\n2026-11-24 1\n", Files.readString(file));
        for (Path each : List.of(file, folder.resolve(BOX), folder)) {
            assertEquals(
                    Instant.parse("2026-11-24T00:00:00Z"),
                    Files.getLastModifiedTime(each).toInstant(),
                    each.toString());
        }
        try (Stream<Path> all = Files.list(folder.resolve(BOX))) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void threadsLoseNoCount() throws IOException, InterruptedException {
        List<Thread> threads = Stream.generate(() -> Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 25; i++) {
                        countUnchecked();
                    }
                }))
                .limit(4)
                .toList();
        for (Thread each : threads) {
            each.join();
        }

        assertEquals(Map.of(MONDAY, 100L), counts.of(BOX, FILE));
    }

    private void countUnchecked() {
        try {
            counts.count(BOX, FILE, MONDAY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void forgetsWithTheBox() throws IOException {
        counts.forget(BOX);
        counts.count(BOX, FILE, MONDAY);
        counts.forget(BOX);

        assertFalse(Files.exists(folder.resolve(BOX)));
        assertEquals(Map.of(), counts.of(BOX, FILE));
    }

    @Test
    void whatIsNotOfItsFormIsLeftAsItIs() throws IOException {
        Files.createDirectories(folder.resolve(BOX));
        Path file = folder.resolve(BOX).resolve(FILE);
        for (String wrong : List.of(
                "",
                "sigill/fetched/1",
                "sigill/fetched/2\n2026-11-23 1\n",
                "sigill/fetched/1\n2026-11-23 0\n",
                "sigill/fetched/1\n2026-02-30 1\n",
                "sigill/fetched/1\n2026-11-23 1",
                "sigill/fetched/1\n2026-11-23 1 203.0.113.7\n")) {
            Files.writeString(file, wrong);
            assertThrows(IOException.class, () -> counts.of(BOX, FILE), wrong);
            assertThrows(IOException.class, () -> counts.count(BOX, FILE, MONDAY), wrong);
            assertEquals(wrong, Files.readString(file));
        }
    }

    @Test
    void aNameThatLeadsElsewhereIsNone() {
        assertThrows(IllegalArgumentException.class, () -> counts.count("../boxes", FILE, MONDAY));
        assertThrows(IllegalArgumentException.class, () -> counts.of(BOX, "state"));
        assertThrows(IllegalArgumentException.class, () -> counts.forget(".."));
    }
}
