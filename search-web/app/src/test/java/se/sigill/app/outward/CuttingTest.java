package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.people.SteadyClock;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofJson;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.SignedNote;
import se.sigill.zone.Zone;

/** What is published comes into the public log at the turn of the hour, once, and everybody can prove it. */
final class CuttingTest {
    @TempDir
    private Path folder;

    /** From the next hour on. */
    private final SteadyClock clock =
            new SteadyClock(Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS));

    private Home home = new Home(Path.of("."));
    private OutsideHome outside = new OutsideHome(Path.of("."));

    @BeforeEach
    void foundsAnArchive() {
        Running.founded(folder.resolve("home"));
        home = new Home(folder.resolve("home"));
        outside = new OutsideHome(folder.resolve("outside"));
        clock.pass(Duration.ofMinutes(10));
    }

    @Test
    void cutsOnceAtTheTurnOfTheHour() throws IOException {
        try (OpenArchive archive = open()) {
            FilledArchive filled = filled(archive, 27, 12);
            publish(archive);
            assertTrue(shown().size() > 2);
            assertEquals(Optional.empty(), head());
            clock.pass(Duration.ofMinutes(49));
            assertEquals(0, publish(archive).bundles());
            assertEquals(Optional.empty(), head(), "the hour has not turned");

            clock.pass(Duration.ofMinutes(1));
            assertEquals(shown().size(), publish(archive).put());

            long files = shown().stream().mapToLong(r -> r.files().size()).sum();
            assertEquals(files, head().orElseThrow().size());
            Checkpoint first = head().orElseThrow();
            clock.pass(Duration.ofHours(2));
            assertEquals(0, publish(archive).bundles(), "nothing was published");
            assertEquals(first, head().orElseThrow());

            // Everything is told anew, and nothing gets a second entry.
            Trees.delete(home.outward());
            publish(archive);
            clock.pass(Duration.ofHours(1));
            publish(archive);
            assertEquals(first, head().orElseThrow());

            filled.takeIn(16);
            archive.catchUp();
            new Sealing(archive).seal();
            publish(archive);
            assertEquals(first, head().orElseThrow());
            clock.pass(Duration.ofHours(1));
            publish(archive);
            long more = shown().stream().mapToLong(r -> r.files().size()).sum();
            assertTrue(more > files, more + " files after " + files);
            assertEquals(more, head().orElseThrow().size());
            allProved(archive);
        }
        verified();
    }

    @Test
    void goesOnWhereAStopCameBetweenLogAndBundle() throws IOException {
        try (OpenArchive archive = open()) {
            filled(archive, 27, 8);
            publish(archive);
            clock.pass(Duration.ofHours(1));
            // The log is cut, and the process ends before it has told of it.
            Cutting cutting = new Cutting(archive);
            PublicFacts facts = new PublicFacts(
                    archive,
                    new FirstPages(
                            home.work().resolve("cache/first-pages"),
                            archive.archive().store()),
                    cutting);
            List<RecordId> ids = shown().stream().map(r -> new RecordId(r.id())).toList();
            Gathering due = new Gathering(ids);
            assertTrue(due.go(facts, cutting::has, Long.MAX_VALUE));
            cutting.cut(due.missing(Set.copyOf(ids)), Cutting.Told.NOTHING);

            publish(archive);

            assertEquals(
                    shown().stream().mapToLong(r -> r.files().size()).sum(),
                    head().orElseThrow().size());
            allProved(archive);
        }
    }

    /** However much is to be cut: what is closed meanwhile does not wait for it, and never comes into the log. */
    @Test
    void whatIsClosedDoesNotWaitForTheCut() throws IOException {
        try (OpenArchive archive = open()) {
            FilledArchive filled = filled(archive, 31, 24);
            FolderDoor door = new FolderDoor(outside);
            Publishing publishing = new Publishing(archive, door);
            door.introduce(publishing.key(), publishing.logKey());
            assertFalse(publishing.round().more());
            apply();
            clock.pass(Duration.ofHours(1));
            assertTrue(shown().size() > 4);

            // Each round has time for one record, so that before the last all are found but one.
            List<PublicRecord> before = shown();
            for (int i = 0; i < before.size() - 2; i++) {
                assertTrue(publishing.round(List.of(), Duration.ZERO).more());
            }
            // One of two at least was found already.
            List<PublicRecord> closed = before.subList(0, 2);
            restrict(archive, filled, closed.get(0));
            restrict(archive, filled, closed.get(1));
            assertTrue(publishing.round(List.of(), Duration.ZERO).more());
            apply();

            assertTrue(shown().stream().noneMatch(r -> closed.stream().anyMatch(c -> c.id().equals(r.id()))));
            assertEquals(before.size() - 2, shown().size(), "they wait for nothing");
            assertEquals(Optional.empty(), head(), "nothing is cut yet");
            Publishing.Round last = publishing.round(List.of(), Duration.ZERO);
            while (last.more()) {
                last = publishing.round(List.of(), Duration.ZERO);
            }
            apply();
            assertEquals(
                    shown().stream().mapToLong(r -> r.files().size()).sum(),
                    head().orElseThrow().size(),
                    "all at once, and without what was closed");
            allProved(archive);
            assertEquals(0, publishing.round(List.of(), Duration.ZERO).bundles());
        }
    }

    @Test
    void whatIsWithdrawnLeavesNothingButAHash() throws IOException {
        String salt;
        try (OpenArchive archive = open()) {
            FilledArchive filled = filled(archive, 5, 8);
            publish(archive);
            PublicRecord early = shown().getFirst();
            restrict(archive, filled, early);
            publish(archive);
            clock.pass(Duration.ofHours(1));
            publish(archive);
            assertEquals(
                    shown().stream().mapToLong(r -> r.files().size()).sum(),
                    head().orElseThrow().size(),
                    "what was taken back within the hour never comes into the log");

            PublicRecord late = shown().getFirst();
            PublicProof.Logged logged = proofs(late).getFirst();
            salt = logged.proof().extra();
            assertTrue(outsideHas(salt));
            Checkpoint before = head().orElseThrow();
            restrict(archive, filled, late);
            publish(archive);

            assertFalse(outsideHas(salt));
            assertEquals(before, head().orElseThrow());
            PublishedEntry entry =
                    PublishedEntry.parse(logged.proof().extraBytes()).orElseThrow();
            assertTrue(logged.proof().includes(entry.logLeaf()), "who had the proof has it still");
        }
    }

    private FilledArchive filled(OpenArchive archive, long seed, int records) {
        FilledArchive filled = new FilledArchive(archive, seed);
        filled.adoptRules("1");
        filled.takeIn(records);
        archive.catchUp();
        new Sealing(archive).seal();
        return filled;
    }

    private static void restrict(OpenArchive archive, FilledArchive filled, PublicRecord record) {
        CatalogueRecord entry =
                archive.catalogue().find(new RecordId(record.id())).orElseThrow();
        archive.archive().decide(List.of(filled.restriction(entry.description())));
    }

    private OpenArchive open() {
        return OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), clock, new SecureRandom()));
    }

    private Publishing.Round publish(OpenArchive archive) throws IOException {
        FolderDoor door = new FolderDoor(outside);
        Publishing publishing = new Publishing(archive, door);
        door.introduce(publishing.key(), publishing.logKey());
        Publishing.Round round = publishing.round();
        apply();
        return round;
    }

    private void apply() throws IOException {
        try (Zone zone = zone()) {
            assertEquals(List.of(), zone.applier().applyWaiting().refused());
        }
    }

    private Zone zone() {
        return Zone.open(outside, clock, Duration.ofSeconds(10));
    }

    private Optional<Checkpoint> head() throws IOException {
        try (Zone zone = zone()) {
            return zone.logCheckpoint().map(bytes -> Checkpoint.of(SignedNote.parse(bytes)));
        }
    }

    private List<PublicRecord> shown() throws IOException {
        List<PublicRecord> shown = new ArrayList<>();
        try (Zone zone = zone();
                Stream<Path> files = Files.walk(outside.zone().resolve("entries"), 2)) {
            files.sorted()
                    .flatMap(path -> zone.find(String.valueOf(path.getFileName())).stream())
                    .forEach(entry -> {
                        if (entry instanceof PublicRecord record) {
                            shown.add(record);
                        }
                    });
        }
        return shown;
    }

    private List<PublicProof.Logged> proofs(PublicRecord record) throws IOException {
        List<PublicProof.Logged> proofs = new ArrayList<>();
        try (Zone zone = zone()) {
            for (PublicFile file : record.files()) {
                FileProof proof = ProofJson.read(Files.readAllBytes(zone.proof(record, file)))
                        .orElseThrow();
                if (proof.published() instanceof PublicProof.Logged logged) {
                    proofs.add(logged);
                }
            }
        }
        return proofs;
    }

    /** Every file has a proof against a checkpoint of the log's key, no two the same entry. */
    private void allProved(OpenArchive archive) throws IOException {
        List<Long> places = new ArrayList<>();
        Cutting cutting = new Cutting(archive);
        for (PublicRecord record : shown()) {
            List<PublicProof.Logged> proofs = proofs(record);
            assertEquals(record.files().size(), proofs.size());
            for (PublicProof.Logged logged : proofs) {
                PublishedEntry entry =
                        PublishedEntry.parse(logged.proof().extraBytes()).orElseThrow();
                assertEquals(record.id(), entry.record());
                assertTrue(logged.proof().includes(entry.logLeaf()));
                assertEquals(cutting.key(), logged.key());
                places.add(logged.proof().inclusion().index());
            }
        }
        assertEquals(places.size(), places.stream().distinct().count());
        assertNotEquals(List.of(), places);
    }

    /** The bundle that the site gives, and the archive, before the verifier. */
    private void verified() throws IOException {
        PublicRecord record = shown().getFirst();
        Path bundle = folder.resolve("bevis.zip");
        try (Zone zone = zone();
                OutputStream out = Files.newOutputStream(bundle)) {
            PublicFile file = record.files().getFirst();
            FileProof proof =
                    ProofJson.read(Files.readAllBytes(zone.proof(record, file))).orElseThrow();
            ProofBundle.writeZip(out, file.name(), zone.file(record, file), proof);
        }
        for (Path path : List.of(bundle, home.root())) {
            Running.Ended verified = Running.run("verify", "--json", path.toString());
            assertTrue(verified.json().getFirst().bool("intact"), verified.out());
        }
    }

    private boolean outsideHas(String text) throws IOException {
        try (Stream<Path> files = Files.walk(outside.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                // The proof lies there as Base64 of a text: its middle stands there whatever comes before it.
                if (content.contains(text)
                        || Stream.of(0, 1, 2).anyMatch(skip -> content.contains(middle(text, skip)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Base64 of the text without its first bytes and its last quantum. */
    private static String middle(String text, int skip) {
        byte[] bytes = text.substring(skip).getBytes(StandardCharsets.US_ASCII);
        String encoded = Base64.getEncoder().encodeToString(bytes);
        return encoded.substring(0, encoded.length() - 4);
    }
}
