package se.sigill.app.outward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.access.Classification;
import se.sigill.core.access.Openness;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Trees;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicRecord;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofJson;
import se.sigill.core.record.RecordId;
import se.sigill.zone.Applier;
import se.sigill.zone.Zone;

/** The open zone has what the rules say, and not a byte more, whatever happened on the way. */
final class PublishingTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);

    /** From now to a minute past an hour: the public log is cut at the turn of one, and not amid a test. */
    private static final Duration START = Duration.between(
            Instant.now(), Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(61)));

    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("."));
    private OutsideHome outside = new OutsideHome(Path.of("."));

    @BeforeEach
    void foundsAnArchive() {
        Running.founded(folder.resolve("home"));
        home = new Home(folder.resolve("home"));
        outside = new OutsideHome(folder.resolve("outside"));
    }

    @Test
    void theZoneIsWhatTheRulesSay() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 27);
            filled.fill(50, archive::catchUp);
            new Sealing(archive).seal();

            Publishing.Round first = publish(archive);
            assertTrue(first.put() > 10, first.toString());
            Map<String, String> before = zone();
            assertEquals(wanted(archive, filled), before);

            filled.fill(12, archive::catchUp);
            assertTrue(publish(archive).waiting() > 0);
            new Sealing(archive).seal();
            publish(archive);
            assertEquals(wanted(archive, filled), zone());
            assertEquals(0, publish(archive).bundles());

            Trees.delete(home.outward());
            publish(archive);
            assertEquals(wanted(archive, filled), zone());

            Trees.delete(outside.zone());
            publish(archive);
            assertEquals(wanted(archive, filled), zone());
        }
    }

    @Test
    void tellsNothingWhereNothingPublicHasChanged() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 3);
            filled.fill(30, archive::catchUp);
            new Sealing(archive).seal();
            Publishing.Round round = publish(archive);
            CatalogueRecord restricted = filled.taken().stream()
                    .flatMap(id -> archive.catalogue().find(id).stream())
                    .filter(entry -> archive.rules().answer(entry, archive.today()) instanceof Openness.Restricted)
                    .findFirst()
                    .orElseThrow();

            archive.archive().decide(List.of(filled.restriction(restricted.description())));

            assertEquals(0, publish(archive).bundles());
            assertEquals(round.upTo(), publish(archive).upTo());
        }
        try (OpenArchive later = open(Duration.ofHours(7))) {
            Publishing.Round cut = publish(later, Duration.ofHours(7));
            assertEquals(List.of(1, 0), List.of(cut.bundles(), cut.removed()), "into the public log");
        }
        try (OpenArchive later = open(Duration.ofHours(14))) {
            Publishing.Round beat = publish(later, Duration.ofHours(14));
            assertEquals(List.of(1, 0, 0), List.of(beat.bundles(), beat.put(), beat.removed()));
        }
    }

    @Test
    void whatIsRestrictedLeavesNoByteOutside() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 5);
            Grown.by(20, archive, filled);
            publish(archive);
            PublicRecord shown = shown().getFirst();
            String text = Files.readString(blob(shown, shown.text()));
            String line =
                    text.lines().filter(each -> each.length() > 60).findFirst().orElseThrow();
            assertTrue(outsideHas(line));
            assertTrue(found(shown.title()) > 0);
            CatalogueRecord entry =
                    archive.catalogue().find(new RecordId(shown.id())).orElseThrow();

            archive.archive().decide(List.of(filled.restriction(entry.description())));
            publish(archive);

            assertFalse(outsideHas(line));
            assertEquals(
                    List.of(new Notice(
                            shown.id(),
                            Notice.Why.RESTRICTED,
                            shown.diaryNumber(),
                            shown.date(),
                            shown.authority(),
                            "OSL 26:1")),
                    find(shown.id()));
        }
    }

    @Test
    void givesProofsThatVerify() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 11);
            Grown.by(15, archive, filled);
            publish(archive);
        }
        PublicRecord shown = shown().getFirst();
        PublicFile file = shown.files().getFirst();
        Path bundle = folder.resolve("bevis.zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            byte[] proof = Files.readAllBytes(blob(shown, file.proof()));
            ProofBundle.writeZip(
                    out,
                    file.name(),
                    blob(shown, file.sha256()),
                    ProofJson.read(proof).orElseThrow());
        }

        Running.Ended verified = Running.run("verify", "--json", bundle.toString());

        assertTrue(verified.json().getFirst().bool("intact"), verified.out());
    }

    @Test
    void anArchiveThatFellBehindBeginsAnew() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 13);
            Grown.by(20, archive, filled);
            publish(archive);
            Path standing = home.outward().resolve("standing.json");
            byte[] old = Files.readAllBytes(standing);
            CatalogueRecord entry = archive.catalogue()
                    .find(new RecordId(shown().getFirst().id()))
                    .orElseThrow();
            archive.archive().decide(List.of(filled.restriction(entry.description())));
            long number = publish(archive).upTo();

            Files.write(standing, old);
            Publishing.Round anew = publish(archive);

            assertTrue(anew.upTo() > number, anew.toString());
            assertEquals(wanted(archive, filled), zone());
        }
    }

    /** However much is to be told, what is closed goes first and at once. */
    @Test
    void whatIsClosedWaitsForNothingElse() throws IOException {
        try (OpenArchive archive = open(Duration.ZERO)) {
            FilledArchive filled = Grown.ruled(archive, 29);
            filled.fill(160, archive::catchUp);
            new Sealing(archive).seal();
            FolderDoor door = new FolderDoor(outside);
            Publishing publishing = new Publishing(archive, door);
            door.introduce(publishing.key(), publishing.logKey());

            assertTrue(publishing.round(List.of(), Duration.ZERO).more());
            apply();
            PublicRecord shown = shown().getFirst();
            assertFalse(isFresh(), "it has not everything, and says so");
            restrict(archive, filled, shown.id());
            Publishing.Round round = publishing.round(List.of(), Duration.ZERO);
            assertTrue(round.more(), round.toString());
            assertFalse(round.owing(), "no rule has changed");
            apply();
            assertTrue(find(shown.id()).getFirst() instanceof Notice);

            // Once it knows of it, it takes nothing more, and a start goes on from what stands.
            Publishing another = new Publishing(archive, door);
            Publishing.Round last = another.round(List.of(), Duration.ZERO);
            while (last.more()) {
                last = last.and(another.round(List.of(), Duration.ZERO));
            }
            apply();
            assertTrue(isFresh());
            assertEquals(wanted(archive, filled), zone());
            assertEquals(0, another.round(List.of(), Duration.ZERO).bundles());

            // A plan in which nothing is open closes what no decision has opened, and until then something is owed.
            int open = shown().size();
            filled.closePlan("2");
            Publishing.Round closing = another.round(List.of(), Duration.ZERO);
            assertTrue(closing.more() && closing.owing(), closing.toString());
            while (closing.owing()) {
                closing = another.round(List.of(), Duration.ZERO);
            }
            apply();
            assertTrue(shown().size() < open / 2, shown().size() + " of " + open);
            assertEquals(wanted(archive, filled), zone());
        }
    }

    private boolean isFresh() throws IOException {
        try (Zone zone = Zone.open(outside, Clock.offset(Clock.systemUTC(), START), BUDGET)) {
            return zone.isFresh();
        }
    }

    private void apply() throws IOException {
        try (Zone zone = Zone.open(outside, Clock.offset(Clock.systemUTC(), START), BUDGET)) {
            assertEquals(List.of(), zone.applier().applyWaiting().refused());
        }
    }

    private static void restrict(OpenArchive archive, FilledArchive filled, String id) {
        CatalogueRecord entry = archive.catalogue().find(new RecordId(id)).orElseThrow();
        archive.archive().decide(List.of(filled.restriction(entry.description())));
    }

    @Test
    void aDecisionIsOutsideBeforeTheCommandEnds() throws IOException {
        Running running = new Running(folder.resolve("home"));
        List<String> ids;
        try (OpenArchive archive = open(START.negated())) {
            FilledArchive filled = Grown.ruled(archive, 19);
            Grown.by(20, archive, filled);
        }
        outside = new OutsideHome(folder.resolve("home-outside"));
        running.type("publish").expect(0);
        ids = shown().stream().map(PublicRecord::id).toList();

        running.type("assess", ids.getFirst(), "--restrict", "OSL 26:1", "--reason", "uppgift om enskild")
                .expect(0);

        assertTrue(find(ids.getFirst()).getFirst() instanceof Notice);
        try (Zone busy = Zone.open(outside, Clock.systemUTC(), BUDGET)) {
            Running.Ended late = running.type(
                            "assess", ids.get(1), "--restrict", "OSL 26:1", "--reason", "uppgift om enskild")
                    .expect(3);
            assertTrue(late.out().contains("may still be visible outside"), late.out());
            assertTrue(busy.find(ids.get(1)).orElseThrow() instanceof PublicRecord);
        }
        running.type("publish").expect(0);
        assertTrue(find(ids.get(1)).getFirst() instanceof Notice);
    }

    private OpenArchive open(Duration later) {
        return Grown.open(home, Clock.offset(Clock.systemUTC(), START.plus(later)));
    }

    private Publishing.Round publish(OpenArchive archive) throws IOException {
        return publish(archive, Duration.ZERO);
    }

    private Publishing.Round publish(OpenArchive archive, Duration later) throws IOException {
        FolderDoor door = new FolderDoor(outside);
        Publishing publishing = new Publishing(archive, door);
        door.introduce(publishing.key(), publishing.logKey());
        Publishing.Round round = publishing.round();
        try (Zone zone = Zone.open(outside, Clock.offset(Clock.systemUTC(), START.plus(later)), BUDGET)) {
            Applier.Done done = zone.applier().applyWaiting();
            assertEquals(List.of(), done.refused());
            // A zone that lost everything is brought once more what still waits for it.
            assertTrue(done.applied().size() >= round.bundles(), round.toString());
            assertTrue(zone.isFresh());
        }
        return round;
    }

    /** Said here a second time, from the acts: what of each record may stand outside. */
    private static Map<String, String> wanted(OpenArchive archive, FilledArchive filled) {
        Map<String, String> wanted = new TreeMap<>();
        for (RecordId id : filled.taken()) {
            Optional<CatalogueRecord> entry = archive.catalogue().find(id);
            entry.map(each -> word(archive, each))
                    .filter(word -> !word.isEmpty())
                    .ifPresent(word -> wanted.put(id.value(), word));
        }
        return wanted;
    }

    private static String word(OpenArchive archive, CatalogueRecord entry) {
        RecordFacts facts = entry.facts(archive.rules().plan());
        Openness answer = archive.rules().answer(entry, archive.today());
        if (answer instanceof Openness.Open open && open.publishable()) {
            return "record " + entry.description().title() + " "
                    + entry.description().files().size();
        }
        if (!(facts.classification() instanceof Classification.InPlan in)
                || (in.planClass().existenceSecret() && !(answer instanceof Openness.Open))) {
            return "";
        }
        return "notice "
                + switch (answer) {
                    case Openness.Open _ -> "not-on-the-web";
                    case Openness.Restricted _ -> "restricted";
                    case Openness.Undecided _ -> "undecided";
                };
    }

    private Map<String, String> zone() throws IOException {
        Map<String, String> there = new TreeMap<>();
        for (PublicEntry entry : entries()) {
            there.put(
                    entry.id(),
                    switch (entry) {
                        case PublicRecord record ->
                            "record " + record.title() + " " + record.files().size();
                        case Notice notice -> "notice " + notice.why().word();
                    });
        }
        try (Zone zone = Zone.open(outside, Clock.systemUTC(), BUDGET)) {
            assertEquals(there.size(), zone.search().size());
        }
        return there;
    }

    private List<PublicRecord> shown() throws IOException {
        return entries().stream()
                .flatMap(entry -> entry instanceof PublicRecord record ? Stream.of(record) : Stream.empty())
                .toList();
    }

    private List<PublicEntry> entries() throws IOException {
        List<PublicEntry> entries = new ArrayList<>();
        try (Zone zone = Zone.open(outside, Clock.systemUTC(), BUDGET);
                Stream<Path> files = Files.walk(outside.zone().resolve("entries"), 2)) {
            files.forEach(path -> zone.find(String.valueOf(path.getFileName())).ifPresent(entries::add));
        }
        return entries;
    }

    private List<PublicEntry> find(String id) {
        try (Zone zone = Zone.open(outside, Clock.systemUTC(), BUDGET)) {
            return zone.find(id).stream().toList();
        }
    }

    private long found(String query) {
        try (Zone zone = Zone.open(outside, Clock.systemUTC(), BUDGET)) {
            return Grown.found(zone, query);
        }
    }

    private Path blob(PublicRecord record, String sha256) {
        return outside.zone()
                .resolve("entries")
                .resolve(record.id().substring(24))
                .resolve(record.id())
                .resolve(sha256);
    }

    private boolean outsideHas(String text) throws IOException {
        byte[] wanted = JsonWriter.bytes(Json.text(text));
        // Without the quotation marks.
        return Grown.has(outside.root(), Arrays.copyOfRange(wanted, 1, wanted.length - 1));
    }
}
