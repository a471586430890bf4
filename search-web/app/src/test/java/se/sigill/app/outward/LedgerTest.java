package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was told is known again after any stop, and costs as much to write down as has changed. */
class LedgerTest {
    @TempDir
    private Path folder;

    private Ledger ledger = Ledger.empty(Path.of("."), Standing.nothing(1, 0));

    @BeforeEach
    void begin() {
        ledger = Ledger.empty(folder, Standing.nothing(1, 0));
    }

    private static Standing standing(long number) {
        return new Standing(
                1,
                number,
                "m" + number,
                Instant.parse("2026-03-02T11:00:00Z"),
                number * 10,
                "2026-03-02",
                true,
                new Cutting.Told(number, "c" + number),
                Instant.parse("2026-03-02T11:00:00Z"));
    }

    private Path file() {
        return Ledger.file(folder);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private Ledger read() throws IOException {
        return Ledger.read(folder).orElseThrow();
    }

    private static String all(Ledger ledger) {
        Map<String, String> told = new TreeMap<>();
        ledger.told().forEach(id -> told.put(id, ledger.told(id)));
        return ledger.standing() + " " + told + new TreeSet<>(ledger.waiting()) + new TreeSet<>(ledger.unlogged());
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ledger.tell("a", "f1", true);
        ledger.tell("b", "f2", false);
        ledger.tell("c", "f3", false);
        ledger.waits("d", true);
        ledger.waits("e", true);
        ledger.write(standing(1));
        assertEquals(all(ledger), all(read()));

        ledger = read();
        ledger.forget("c");
        ledger.tell("b", "f4", true);
        ledger.waits("d", false);
        ledger.waits("f", true);
        ledger.write(standing(2));

        assertEquals(2, lines().size());
        assertTrue(lines().getLast().contains("\"told\":{\"b\":\"f4\",\"c\":\"\"}"), lines().getLast());
        Ledger again = read();
        assertEquals(all(ledger), all(again));
        assertEquals(Set.of("a", "b"), again.told());
        assertEquals(Set.of(), again.unlogged());
        assertEquals(Set.of("e", "f"), again.waiting());
        assertEquals(standing(2), again.standing());
    }

    @Test
    void writesNothingWhereNothingHasChanged() throws IOException {
        ledger.tell("a", "f1", true);
        ledger.write(standing(1));
        ledger.tell("a", "f1", true);
        ledger.waits("d", false);
        ledger.write(standing(1));
        assertEquals(1, lines().size());

        ledger = read();
        ledger.write(standing(1));
        assertEquals(1, lines().size());
        ledger.write(standing(2));
        assertEquals(2, lines().size());
    }

    /** Wherever a stop cuts the file, what was acknowledged before is there, and one goes on from that. */
    @Test
    void aStopAmidALineLosesThatLineAlone() throws IOException {
        ledger.tell("å", "f1", false);
        ledger.write(standing(1));
        ledger.tell("b", "f2", true);
        ledger.write(standing(2));
        String second = all(ledger);
        byte[] two = Files.readAllBytes(file());
        ledger.forget("å");
        ledger.write(standing(3));
        String third = all(ledger);
        byte[] three = Files.readAllBytes(file());

        for (int length = two.length + 1; length < three.length; length++) {
            Files.write(file(), Arrays.copyOf(three, length));
            Ledger cut = read();
            // Without its line feed alone it is whole.
            assertEquals(length == three.length - 1 ? third : second, all(cut), length + " bytes");
            cut.tell("z", "f9", true);
            cut.write(standing(4));
            assertEquals(all(cut), all(read()));
            assertEquals(1, lines().size(), "all anew, not behind what was cut");
        }
        // A power cut may leave the length without the bytes.
        Files.write(file(), Arrays.copyOf(two, two.length + 100));
        assertEquals(second, all(read()));
    }

    @Test
    void whatIsDamagedIsNotBelieved() throws IOException {
        assertEquals(Optional.empty(), Ledger.read(folder));
        ledger.tell("a", "f1", true);
        ledger.write(standing(1));
        String before = all(ledger);
        ledger.tell("b", "f2", true);
        ledger.write(standing(2));
        byte[] good = Files.readAllBytes(file());

        int firstLine = new String(good, StandardCharsets.ISO_8859_1).indexOf('\n');
        for (int at = 0; at < good.length - 1; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            Files.write(file(), changed);
            Optional<String> read = Ledger.read(folder).map(LedgerTest::all);
            // In the last line it is as if that had never been written, and never a record that seems untold.
            assertEquals(at <= firstLine ? Optional.empty() : Optional.of(before), read, "byte " + at);
        }
        for (String other : List.of("", "{}", "[]", "{\"format\":\"sigill/standing/2\",\"told\":{}}")) {
            Files.writeString(file(), other);
            assertEquals(Optional.empty(), Ledger.read(folder), other);
        }
        Files.writeString(file(), new String(good, StandardCharsets.UTF_8).replace("standing/3", "standing/4"));
        assertEquals(Optional.empty(), Ledger.read(folder), "a later form");
    }

    /** A thousand random rounds: always what a plain map says, and never much more on disk than there is. */
    @Test
    void agreesWithATwinAndStaysSmall() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        Map<String, String> twin = new TreeMap<>();
        long largest = 0;
        for (int round = 1; round <= 1_000; round++) {
            for (int i = 0; i < 20; i++) {
                String id = "record-" + random.nextInt(300);
                if (random.nextInt(4) == 0) {
                    ledger.forget(id);
                    twin.remove(id);
                } else {
                    String fingerprint = "f".repeat(60) + round;
                    ledger.tell(id, fingerprint, random.nextBoolean());
                    twin.put(id, fingerprint);
                }
            }
            ledger.write(standing(round));
            largest = Math.max(largest, Files.size(file()));
            if (round % 50 == 0) {
                Ledger again = read();
                assertEquals(all(ledger), all(again));
                Map<String, String> told = new TreeMap<>();
                again.told().forEach(id -> told.put(id, again.told(id)));
                assertEquals(twin, told);
                ledger = again;
            }
        }
        assertTrue(largest > 1 << 20 && largest < (1 << 20) + 100_000, largest + " bytes");
        assertArrayEquals(new String[] {"standing.json"}, folder.toFile().list());
    }
}
