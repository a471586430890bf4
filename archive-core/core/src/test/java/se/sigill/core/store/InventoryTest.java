package se.sigill.core.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static se.sigill.core.store.Samples.id;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.json.JsonException;

/** An inventory that was forged or torn is not taken. */
class InventoryTest {
    private static final String A = "a".repeat(128);
    private static final String B = "b".repeat(128);

    private static SortedMap<Integer, InventoryVersion> versions(int... numbers) {
        SortedMap<Integer, InventoryVersion> versions = new TreeMap<>();
        for (int number : numbers) {
            versions.put(number, version("a.txt", A));
        }
        return versions;
    }

    private static InventoryVersion version(String path, String digest) {
        return new InventoryVersion(Instant.parse("2026-03-01T09:00:00Z"), "m", new TreeMap<>(Map.of(path, digest)));
    }

    private static SortedMap<String, String> manifest(String path, String digest) {
        return new TreeMap<>(Map.of(path, digest));
    }

    private static Inventory sound() {
        return new Inventory(id(1), 1, manifest("v1/content/a.txt", A), versions(1));
    }

    @Test
    void refusesVersionsThatAreNotOneToTheHead() {
        SortedMap<String, String> manifest = manifest("v1/content/a.txt", A);

        assertThrows(IllegalArgumentException.class, () -> new Inventory(id(1), 0, manifest, versions()));
        assertThrows(IllegalArgumentException.class, () -> new Inventory(id(1), 2, manifest, versions(1)));
        assertThrows(IllegalArgumentException.class, () -> new Inventory(id(1), 2, manifest, versions(2, 3)));
        assertThrows(IllegalArgumentException.class, () -> new Inventory(id(1), 2, manifest, versions(1, 3)));
    }

    @Test
    void refusesAFileWhoseBytesItDoesNotHold() {
        SortedMap<String, String> manifest = manifest("v1/content/b.txt", B);

        assertThrows(IllegalArgumentException.class, () -> new Inventory(id(1), 1, manifest, versions(1)));
    }

    @Test
    void knowsWhereTheBytesOfAFileLie() {
        assertEquals(Optional.of("v1/content/a.txt"), sound().contentPath("a.txt"));
        assertEquals(Optional.empty(), sound().contentPath("b.txt"));
    }

    @Test
    void readsBackWhatItWrites() {
        assertEquals(sound(), InventoryJson.read(InventoryJson.write(sound())));
    }

    @ParameterizedTest
    @CsvSource({
        "https://ocfl.io/1.1/spec/#inventory,https://ocfl.io/1.0/spec/#inventory",
        "sha512,sha256",
        "v1/content/a.txt,v1/content/../../../etc/passwd",
        "v1/content/a.txt,/etc/passwd",
        "v1/content/a.txt,v0/content/a.txt",
        "\"head\": \"v1\",\"head\": \"1\"",
        "\"head\": \"v1\",\"head\": \"v2\"",
        "aaaaaaaa,aaaaaaa",
        "aaaaaaaa,aaaaaaaA",
        "aaaaaaaa,aaaaaaag",
        "2026-03-01T,2026-13-01T",
        "urn:sigill:,urn:uuid:",
    })
    void refusesAForgedOne(String from, String to) {
        String text = new String(InventoryJson.write(sound()), UTF_8).replaceAll("\"head\" ?: ?", "\"head\": ");
        String forged = text.replace(from, to);
        assertEquals(false, forged.equals(text), text);

        assertThrows(JsonException.class, () -> InventoryJson.read(forged.getBytes(UTF_8)));
    }

    @Test
    void refusesAPathThatStandsTwice() {
        String text = new String(InventoryJson.write(sound()), UTF_8);
        String twice = text.replaceAll("\\[\\s*\"a.txt\"\\s*\\]", "[\"a.txt\",\"a.txt\"]");
        assertEquals(false, twice.equals(text), text);

        assertThrows(JsonException.class, () -> InventoryJson.read(twice.getBytes(UTF_8)));
    }
}
