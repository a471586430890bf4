package se.sigill.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Endpoint;
import se.sigill.core.keys.ServerKey;
import se.sigill.core.seal.bouncy.BouncySeal;

class LibertyFilesTest {
    @TempDir
    Path folder;

    private ServerPlace place;
    private Installation installation;

    @BeforeEach
    void installs() throws IOException {
        place = new ServerPlace(Server.OPEN, folder.resolve("Åmål utanför"));
        Path liberty = folder.resolve("wlp");
        Path options = Files.createDirectories(liberty.resolve("lib/platform/java"));
        Files.writeString(options.resolve("java24.options"), "# why\n--add-opens\njava.base/java.util=ALL-UNNAMED\n");
        Path war = Wars.write(folder.resolve("open.war"), "some.jar", "war");
        installation = new Installation(liberty, war, war);
    }

    private LibertyFiles files(boolean plain, boolean classCache) {
        SecureRandom random = new SecureRandom();
        if (!plain) {
            ServerKey.Maker maker = new ServerKey.Maker(
                    "test", List.of("127.0.0.1"), BouncySeal.issuer(random), Clock.systemUTC(), random);
            place.key().make(maker);
        }
        return new LibertyFiles(
                new ServerSettings(
                        place,
                        new Endpoint("127.0.0.1", 8443, plain),
                        Map.of("sigill.outside", place.home().toString(), "sigill.authority", " Nämnden \\ i Åmål"),
                        256,
                        classCache,
                        List.of("-Xmx300m")),
                installation);
    }

    @Test
    void writesEverythingForItsOwnerAlone() throws IOException {
        files(false, true).write();

        try (Stream<Path> all = Files.walk(place.folder())) {
            for (Path each : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                assertEquals(Files.isDirectory(each) ? "rwx------" : "rw-------", mode, each.toString());
            }
        }
    }

    @Test
    void keepsThePasswordInOneFileThatOnlyTheServerReads() throws IOException {
        files(false, true).write();

        String password = Files.readString(place.key().passwordFile()).strip();
        assertEquals(password, Files.readString(place.variables().resolve(ServerXml.passwordVariable())));
        for (Path each : List.of(place.xml(), place.bootstrap(), place.options())) {
            assertFalse(Files.readString(each).contains(password), each.toString());
        }
    }

    @Test
    void leavesNoPasswordForAPlainServer() throws IOException {
        files(false, true).write();
        files(true, true).write();

        assertFalse(Files.exists(place.variables().resolve(ServerXml.passwordVariable())));
    }

    @Test
    void tellsPropertiesAsTheyAre() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(files(true, true).bootstrap()));

        assertEquals(place.home().toString(), read.getProperty("sigill.outside"));
        assertEquals(" Nämnden \\ i Åmål", read.getProperty("sigill.authority"));
        assertEquals("OFF", read.getProperty("com.ibm.ws.logging.console.log.level"));
    }

    @Test
    void quotesEachWordOfTheProcess() {
        assertEquals(
                "\"-Da=b c\"\n\"-De=\\\\f\\\"\"\n",
                LibertyFiles.argumentFile(List.of("-Da=b c"), List.of("-De=\\f\"")));
    }

    @Test
    void takesOverWhatTheRuntimeNeedsOpened() throws IOException {
        files(true, false).write();

        List<String> words = Files.readAllLines(place.options());
        assertTrue(words.containsAll(List.of("\"--add-opens\"", "\"java.base/java.util=ALL-UNNAMED\"")), words + "");
        assertTrue(words.indexOf("\"-Xmx300m\"") > words.indexOf("\"-Xmx256m\""), words + "");
        assertTrue(words.stream().noneMatch(word -> word.contains("AOT") || word.contains("# why")), words + "");
    }

    /** Liberty refuses every web archive otherwise, and says so only in its log. */
    @Test
    void keepsLibrariesOpenForTimesThatLibertyAccepts() throws IOException {
        files(true, false).write();

        List<Integer> times = Files.readAllLines(place.options()).stream()
                .filter(word -> word.contains("zip.reaper"))
                .map(word -> Integer.valueOf(word.substring(word.indexOf('=') + 1, word.length() - 1)))
                .toList();
        assertEquals(4, times.size());
        assertEquals(times.stream().sorted().distinct().toList(), times);
    }

    @Test
    void makesTheClassCacheOnceAndForgetsThatOfAnotherBuild() throws IOException {
        files(true, true).write();
        String making = cacheWord();
        Files.createFile(place.run().resolve(making.substring(making.lastIndexOf('/') + 1)));
        ClassCache.keep(place);

        files(true, true).write();
        String using = cacheWord();
        Wars.write(installation.openWar(), "some.jar", "another war");
        files(true, true).write();

        assertTrue(making.startsWith("-XX:AOTCacheOutput=") && making.endsWith(".aot.new"), making);
        assertTrue(using.startsWith("-XX:AOTCache=") && using.endsWith(".aot"), using);
        assertTrue(cacheWord().startsWith("-XX:AOTCacheOutput="), cacheWord());
        assertFalse(Files.exists(Path.of(using.substring(using.indexOf('=') + 1))));
    }

    /** Else a server would go on with the libraries of the build before. */
    @Test
    void forgetsWhatTheServerKeptOfAnotherBuild() throws IOException {
        files(true, true).write();
        Path kept = Files.createDirectories(place.workarea().resolve("a/b")).resolve("old.jar");
        Files.writeString(kept, "old");

        files(true, true).write();
        assertTrue(Files.exists(kept), "the same build");
        Wars.write(installation.openWar(), "some.jar", "another war");
        files(true, true).write();

        assertFalse(Files.exists(place.workarea()));
    }

    /** The report of a crash holds words of what was in memory: outside, what somebody asked for. */
    @Test
    void leavesNothingOfACrashOutside() throws IOException {
        files(true, false).write();

        List<String> words = Files.readAllLines(place.options());
        assertTrue(words.contains("\"-XX:ErrorFile=/dev/null\""), words + "");
        assertTrue(words.contains("\"-XX:-CreateCoredumpOnCrash\""), words + "");
        assertTrue(words.stream().noneMatch(word -> word.contains("InitialHeapSize")), "the most is somebody else's");
    }

    @Test
    void saysThatAWebArchiveIsNotWhole() throws IOException {
        Files.writeString(installation.openWar(), "half");

        ArchiveException.WrongUsage refused = assertThrows(
                ArchiveException.WrongUsage.class, () -> files(true, true).write());

        assertTrue(String.valueOf(refused.getMessage()).contains("open.war"), refused.getMessage());
    }

    /** What is there twice cannot be kept, and what is written anew makes the class cache worthless. */
    @Test
    void givesTheTypesOfPersistenceToTheWholeProcessOnce() throws IOException {
        Path war = Wars.write(installation.openWar(), "jakarta.persistence-api-9.jar", "types");

        files(true, true).write();
        String first = Files.readString(place.options());
        Path types = Path.of(first.lines()
                .filter(word -> word.startsWith("\"-Xbootclasspath/a:"))
                .map(word -> word.substring(word.indexOf(':') + 1, word.length() - 1))
                .findFirst()
                .orElseThrow());
        Object key = Files.readAttributes(types, BasicFileAttributes.class).fileKey();
        FileTime time = Files.getLastModifiedTime(types);
        files(true, true).write();

        assertEquals("types", Files.readString(types));
        assertEquals(first, Files.readString(place.options()));
        assertEquals(time, Files.getLastModifiedTime(types));
        assertEquals(key, Files.readAttributes(types, BasicFileAttributes.class).fileKey());
        Wars.write(war, "jakarta.persistence-api-10.jar", "other types");
        files(true, true).write();
        assertEquals("other types", Files.readString(types));
    }

    private String cacheWord() throws IOException {
        return Files.readAllLines(place.options()).stream()
                .map(word -> word.replace("\"", ""))
                .filter(word -> word.startsWith("-XX:AOTCache"))
                .findFirst()
                .orElseThrow();
    }
}
