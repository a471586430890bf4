package se.sigill.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.core.json.Json;

/** What an archivist types in a day at an archive that stands, one thing after the other. */
@Tag("slow")
@TestMethodOrder(OrderAnnotation.class)
class ArchivistsDayTest {
    private static final String TEXT = "Kallelse till nämnden den 4 mars.\n";

    @TempDir
    static Path temp;

    /** Ids by title. */
    private static final Map<String, String> IDS = new HashMap<>();

    private static Running archive;
    private static Path delivery;

    @BeforeAll
    static void deposits() throws IOException {
        archive = Running.founded(temp.resolve("home"));
        Path plan = Files.write(temp.resolve("plan.csv"), DemoMunicipality.samplePlan());
        archive.type("adopt", "plan", plan.toString()).expect(0);
        delivery = Files.createDirectories(temp.resolve("in"));
        Files.writeString(delivery.resolve("kallelse.txt"), TEXT);
        Files.writeString(delivery.resolve("protokoll.txt"), "Protokoll från nämnden.\n");
        Files.writeString(
                delivery.resolve("leverans.csv"),
                "fil;titel;datum;klass\nkallelse.txt;Kallelse;2012-03-04;1.2\nprotokoll.txt;Protokoll;2012-03-04;1.1\n");
        archive.type("deposit", "--system", "test", delivery.toString()).expect(0);
        archive.type("seal").expect(0);
        archive.type("export", "--json")
                .expect(0)
                .json()
                .forEach(line -> IDS.put(line.object("description").text("title"), line.text("id")));
    }

    private static Json.Obj one(Running.Ended ended) {
        return ended.json().getFirst();
    }

    @Test
    @Order(1)
    void checksEveryByteAndNamesTheOneThatChanged() throws IOException {
        Json.Obj sound = one(archive.type("check", "--json").expect(0));
        Path original = original();
        byte[] bytes = Files.readAllBytes(original);
        Files.delete(original);
        Files.writeString(original, TEXT.replace('4', '5'));

        Running.Ended broken = archive.type("check", "--json").expect(2);
        Files.write(original, bytes);
        Running.Ended part = archive.type("check", "--json", "--bytes", "1").expect(3);
        Running.Ended rest = archive.type("check").expect(0);

        assertTrue(sound.toString().contains("\"faults\":0"), sound.toString());
        assertTrue(sound.integer("bytes") > bytes.length);
        assertEquals(2, sound.integer("objects"));
        assertEquals(1, one(broken).integer("faults"));
        assertTrue(broken.out().contains(original.getFileName().toString()), broken.out());
        assertTrue(part.out().contains("\"complete\":false"), part.out());
        assertTrue(rest.out().contains("no fault"), rest.out());
    }

    private static Path original() throws IOException {
        try (Stream<Path> all = Files.walk(archive.home().resolve("archive/ocfl"))) {
            return all.filter(path -> path.endsWith("representations/original/data/kallelse.txt"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Order(2)
    void examinesTheMachine() {
        Running.Ended ended = archive.type("doctor", "--json");

        List<String> what = ended.json().stream().map(line -> line.text("what")).toList();
        assertTrue(what.size() >= 6 && what.toString().contains("key"), what.toString());
        ended.json().forEach(line -> assertTrue(!line.text("fact").isBlank(), line.toString()));
        assertEquals(ended.out().contains("\"state\":\"bad\"") ? 2 : 0, ended.exit(), ended.out());
    }

    @Test
    @Order(3)
    void readsARecordAndListsItsFiles() {
        Running.Ended files = archive.type("cat", IDS.get("Kallelse")).expect(0);
        Running.Ended text =
                archive.type("cat", IDS.get("Kallelse"), "metadata/text.txt").expect(0);

        assertTrue(files.out().contains("representations/original/data/kallelse.txt"), files.out());
        assertTrue((text.out() + files.out()).contains("METS.xml"), files.out());
        assertEquals(1, archive.type("cat", "nobody").exit());
    }

    @Test
    @Order(4)
    void makesCatalogueAndIndexAnew() {
        String before = archive.type("export", "--json").expect(0).out();

        Json.Obj rebuilt = one(archive.type("rebuild", "--json").expect(0));

        assertEquals(2, rebuilt.integer("records"));
        assertEquals(before, archive.type("export", "--json").expect(0).out());
    }

    @Test
    @Order(5)
    void replacesAKeyAndStaysTheSameArchive() {
        String before = archive.type("keys", "show", "--json").expect(0).out();

        archive.type("keys", "rotate", "log", "--reason", "byte").expect(0);
        archive.type("keys", "compromise", "seal", "--reason", "läckt", "--since", "2026-01-01T00:00:00Z")
                .expect(0);

        assertNotEquals(before, archive.type("keys", "show", "--json").expect(0).out());
        assertEquals(64, archive.type("keys", "rotate", "log").exit());
        Running.Ended verified = Running.run("verify", "--json", archive.home().toString());
        assertTrue(verified.out().contains("\"intact\":true"), verified.out());
    }

    @Test
    @Order(6)
    void copiesTheArchiveAndTheCopyIsIntact() {
        Path copy = temp.resolve("copy");

        Json.Obj first = one(archive.type("backup", "--json", copy.toString()).expect(0));
        Json.Obj again = one(archive.type("backup", "--json", copy.toString()).expect(0));

        assertEquals(2, first.integer("copied"));
        assertEquals(0, again.integer("copied"));
        assertTrue(Running.run("verify", "--json", copy.toString()).out().contains("\"intact\":true"));
    }

    @Test
    @Order(7)
    void holdsLetsGoAndDisposesOfWhatMayGo() {
        String id = IDS.get("Kallelse");
        long act = one(archive.type("hold", "--json", "--reason", "begäran", id).expect(0))
                .integer("act");

        Running.Ended held = dispose(id);
        archive.type("hold", "--lift", Long.toString(act), "--reason", "besvarad", id)
                .expect(0);
        Running.Ended partly = dispose(id, IDS.get("Protokoll"));

        assertEquals(2, held.exit());
        assertTrue(held.out().contains("DISPOSAL-HELD"), held.out());
        assertEquals(3, partly.exit(), partly.out());
        assertTrue(partly.out().contains("DISPOSAL-PRESERVED"), partly.out());
        assertEquals(1, archive.type("export", "--json").json().size());
        assertEquals(0, archive.type("check").exit());
    }

    private static Running.Ended dispose(String... ids) {
        List<String> words = new java.util.ArrayList<>(
                List.of("--json", "--second", "bo", "--authority", "KS 2025 § 12", "--reason", "tiden är ute"));
        words.addAll(List.of(ids));
        return archive.type("dispose", words.toArray(String[]::new));
    }

    @Test
    @Order(8)
    void saysOfFilesWhatTheyAreWithoutAnArchive() throws IOException {
        String file = delivery.resolve("kallelse.txt").toString();
        Path out = temp.resolve("out");

        Running.Ended identified = Running.run("identify", "--json", delivery.toString());
        Running.Ended extracted = Running.run("extract", "--json", file).expect(0);
        Running.Ended made = Running.run("normalise", "--json", "--out", out.toString(), file)
                .expect(0);
        String rendition = one(made).text("rendition");
        Running.Ended valid = Running.run("validate", "--json", rendition).expect(0);

        assertEquals(3, identified.json().size());
        assertTrue(identified.out().contains("text/plain"), identified.out());
        assertTrue(one(extracted).text("text").contains("Kallelse till nämnden"), extracted.out());
        assertTrue(Files.readString(Path.of(rendition), StandardCharsets.ISO_8859_1)
                .startsWith("%PDF"));
        assertEquals("valid", one(valid).text("verdict"));
        assertEquals(
                2, Running.run("identify", temp.resolve("nothing").toString()).exit());
    }
}
