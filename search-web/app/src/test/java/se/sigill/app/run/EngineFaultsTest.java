package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.json.Json;
import se.sigill.core.store.Digests;
import se.sigill.engines.Worker;

/**
 * A delivery among whose files are some on which the engine hangs, crashes, eats its memory or never ends its answer:
 * each becomes a record with its bytes and a gap that says what to do; the files beside them are read and found.
 */
class EngineFaultsTest {
    private static final int SOUND = 12;

    @TempDir
    static Path temp;

    private static final String ENGINES = System.getProperty("sigill.engines", "");
    private static final Map<String, Json.Obj> SAID = new HashMap<>();
    private static Running archive;
    private static Path delivery;

    @BeforeAll
    static void deposits() throws IOException, URISyntaxException {
        System.setProperty("sigill.engines", standIn().toString());
        archive = Running.founded(temp.resolve("home"));
        Files.writeString(
                temp.resolve("home/sigill.conf"),
                "workers.time-limit = PT2S\nworkers.memory-mebibytes = 128\n",
                StandardOpenOption.APPEND);
        delivery = Files.createDirectories(temp.resolve("in"));
        for (String bad : List.of("HANG", "CRASH", "EAT", "FLOOD", "BABBLE")) {
            Files.writeString(delivery.resolve("06-" + bad + ".txt"), bad + " ordet" + bad + "\n");
        }
        for (int i = 0; i < SOUND; i++) {
            Files.writeString(delivery.resolve("%02d-sund.txt".formatted(i)), "En sund handling, nummer " + i + "\n");
        }

        Running.Ended ended = archive.type("deposit", "--json", "--system", "test", delivery.toString())
                .expect(0);

        ended.json().forEach(line -> SAID.put(line.optionalText("path").orElse("summary"), line));
    }

    @AfterAll
    static void putsTheEnginesBack() {
        System.setProperty("sigill.engines", ENGINES);
    }

    /** A folder of engines with one jar, in which there is the stand-in alone. */
    private static Path standIn() throws IOException, URISyntaxException {
        Path lib = Files.createDirectories(temp.resolve("engines"));
        Path classes = Path.of(
                Worker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (OutputStream out = Files.newOutputStream(lib.resolve("stand-in.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("se/sigill/engines/Worker.class"));
            Files.copy(classes.resolve("se/sigill/engines/Worker.class"), jar);
            jar.closeEntry();
        }
        return lib;
    }

    @ParameterizedTest
    @CsvSource({
        "HANG, FORMAT-ENGINE-TIMEOUT",
        "CRASH, FORMAT-ENGINE-CRASHED",
        "EAT, FORMAT-ENGINE-OUT-OF-MEMORY",
        "FLOOD, FORMAT-OUTPUT-LIMIT",
        "BABBLE, FORMAT-ENGINE-FAILED"
    })
    void opensAGapThatSaysWhatToDoAndKeepsTheBytes(String word, String code) throws IOException {
        Json.Obj line = SAID.get("06-" + word + ".txt");
        Json.Obj finding = line.array("findings").getFirst().asObject();
        String record = line.text("record");

        Running.Ended gaps = archive.type("gaps").expect(0);

        assertEquals("taken-in", line.text("outcome"));
        assertEquals(code, finding.text("code"));
        assertFalse(finding.text("remedy").isBlank());
        assertTrue(gaps.out().contains(code), gaps.out());
        assertTrue(gaps.out().contains(record), gaps.out());
        assertTrue(gaps.out().contains(finding.text("remedy")), gaps.out());
        assertTrue(originals()
                .contains(Digests.of(delivery.resolve("06-" + word + ".txt")).sha256()));
    }

    @Test
    void takesInAndFindsWhatLiesBeside() {
        for (int i = 0; i < SOUND; i++) {
            Json.Obj line = SAID.get("%02d-sund.txt".formatted(i));
            assertEquals("taken-in", line.text("outcome"));
            assertEquals(List.of(), line.array("findings"));
        }
        assertEquals(
                SOUND,
                archive.type("search", "--json", "--limit", "50", "sund").hits().size());
        assertEquals(SOUND + 5, SAID.get("summary").integer("taken-in"));
    }

    private static List<String> originals() throws IOException {
        try (Stream<Path> walk = Files.walk(temp.resolve("home/archive/ocfl"))) {
            return walk.filter(path -> path.toString().contains("/representations/original/data/"))
                    .filter(Files::isRegularFile)
                    .map(EngineFaultsTest::sha256)
                    .toList();
        }
    }

    private static String sha256(Path file) {
        try {
            return Digests.of(file).sha256();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
