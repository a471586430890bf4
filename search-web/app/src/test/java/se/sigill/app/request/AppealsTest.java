package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.app.request.AskedArchive.done;
import static se.sigill.app.request.AskedArchive.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.User;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.disposal.DisposalFinding;
import se.sigill.core.disposal.DisposalOutcome;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.LogEntry;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.AppealChannel;
import se.sigill.core.request.AppealTime;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;
import se.sigill.core.store.Digests;
import se.sigill.formats.worker.WorkerFormats;

/** An appeal from its arrival to the last word, with decisions that real engines wrote. */
@Tag("slow")
class AppealsTest {
    private static final String WORDS = "Jag överklagar och vill ha hela utredningen. Kajsa Planta, Plantvägen 7.";

    @TempDir
    Path folder;

    private AskedArchive there;
    private WorkerFormats engines;
    private String id = "";

    @BeforeEach
    void refuse() throws IOException {
        there = AskedArchive.in(folder);
        engines = Engines.start(there.archive().config(), Optional.empty());
        id = there.asked();
        Answering bo = there.as("bo", () -> engines);
        done(bo.decide(id, AskedArchive.refusing(there.record(AskedArchive.SECRET)), Long.MAX_VALUE));
        done(bo.handOut(id));
    }

    @AfterEach
    void close() {
        engines.close();
        there.close();
    }

    private Appeals appeals(String account) {
        return new Appeals(there.as(account, () -> engines));
    }

    private Appeal appeal() {
        return there.request(id).appeals().getFirst();
    }

    private Appeals.Arrived byHand(Optional<LocalDate> informed, Optional<AppealTime.Excuse> excuse) {
        return new Appeals.Arrived(there.clock().instant(), AppealChannel.DESK, WORDS, "", informed, excuse);
    }

    private CourtPackage.Made.Is packed(String account) {
        CourtPackage.Made made = new CourtPackage(there.of(account)).make(id, appeal().act());
        return assertInstanceOf(CourtPackage.Made.Is.class, made, made.toString());
    }

    @Test
    void whatIsSentByTheCodeIsAnAppealAndARecordOfItsOwn() throws IOException {
        BoxFile letter = there.box().letters().getFirst();
        LocalDate today = there.archive().today();
        new FetchCounts(there.outside().fetched()).count(there.code().boxName(), letter.id(), today);
        AskedLetter.Reply reply = AskedLetter.Reply.sign(
                there.code().boxKey(),
                WORDS,
                AskedLetter.Wish.APPEAL,
                there.clock().instant());
        there.lay(reply);
        there.lay(reply);

        assertEquals(2, there.round().run().replies());

        assertEquals(1, there.request(id).appeals().size(), "the same letter is one appeal");
        assertTrue(appeal().inTime());
        assertEquals(Optional.of(today), appeal().informed());
        assertEquals(AppealChannel.WEB, appeal().channel());
        CatalogueRecord document = there.archive().record(appeal().document());
        assertEquals(WORDS + "\n", RequestText.of(there.archive(), document).orElseThrow());
        assertEquals(there.box().number(), document.description().diaryNumber());
        assertTrue(
                there.request(id).said().stream().noneMatch(said -> said.text().contains("Kajsa")),
                "a name stands in no act");
        assertEquals("appealed", there.box().state());
        assertTrue(
                there.box().lines().getLast().text().contains("rätt tid"),
                there.box().lines().toString());
        refused(there.as("bo").close(id, "answered", ""), "inte avgjort");
    }

    @Test
    void anOpenAppealHoldsDisposalAndForgettingUntilTheCourtHasSpoken() throws IOException {
        String secret = there.record(AskedArchive.SECRET);
        done(there.as("bo").close(id, "answered", ""));
        assertFalse(heldBack(secret));
        done(appeals("reg").came(id, byHand(Optional.empty(), Optional.empty())));
        assertTrue(heldBack(secret));
        assertTrue(heldBack(id));
        assertTrue(heldBack(appeal().document()));
        there.clock().pass(Duration.ofDays(90));
        assertEquals(0, purge());
        packed("bo").content().close();
        done(appeals("bo").handle(id, appeal().act(), Appeal.FORWARDED, "Beslutet står fast."));
        assertTrue(heldBack(secret));
        assertEquals(0, purge());
        assertTrue(there.box().next().contains("kammarrätten"), there.box().next());

        done(appeals("reg").judged(id, appeal().act(), "upheld", "Mål 4711-26, 2026-12-01"));

        assertEquals(Request.State.CLOSED, there.request(id).state());
        assertFalse(heldBack(secret));
        there.clock().pass(Duration.ofDays(31));
        assertEquals(1, purge());
        refused(appeals("reg").judged(id, appeal().act(), "granted", "igen"), "vad domstolen kom till");
    }

    private int purge() {
        return new Purging(there.archive().as(new User.OfServer("purge")), PurgeRule.USUAL).run();
    }

    private boolean heldBack(String record) {
        there.archive().catchUp();
        DisposalOutcome outcome = new Disposing(there.archive())
                .dispose(List.of(record), Actor.person("eva"), "KS § 1", "prov")
                .getFirst();
        DisposalOutcome.Forbidden forbidden = assertInstanceOf(DisposalOutcome.Forbidden.class, outcome);
        return forbidden.findings().stream().anyMatch(each -> each.code() == DisposalFinding.REQUESTED);
    }

    @Test
    void theCourtGetsEverythingInOneFileAndItIsNotedWhoTookIt() throws IOException {
        done(appeals("reg").came(id, byHand(Optional.of(there.archive().today()), Optional.empty())));
        long acts = there.archive().archive().log().head().size();

        CourtPackage.Made.IsNot no = assertInstanceOf(
                CourtPackage.Made.IsNot.class, new CourtPackage(there.of("reg")).make(id, appeal().act()));
        assertTrue(no.why().swedish().contains("inte får läsa"), no.toString());
        assertEquals(acts, there.archive().archive().log().head().size(), "nothing was shown");
        assertInstanceOf(CourtPackage.Made.Unknown.class, new CourtPackage(there.of("soc")).make(id, appeal().act()));
        CourtPackage.Made.Is made = packed("bo");
        Map<String, byte[]> files = unzipped(made.content().readAllBytes());

        assertEquals(
                List.of(
                        "1-beslut/beslut.pdf",
                        "1-beslut/beslut.pdf.bevis.zip",
                        "2-overklagande/overklagande.txt",
                        "2-overklagande/overklagande.txt.bevis.zip",
                        "3-begaran/begaran.txt",
                        "3-begaran/begaran.txt.bevis.zip",
                        "4-handlaggning/handlaggning.txt",
                        "5-handlingar/001/omsorg.txt",
                        "5-handlingar/001/omsorg.txt.bevis.zip",
                        "INNEHALL.txt",
                        "SHA256SUMS"),
                List.copyOf(files.keySet()));
        assertArrayEquals(
                "Utredning om ett barn".getBytes(StandardCharsets.UTF_8), files.get("5-handlingar/001/omsorg.txt"));
        String contents = text(files, "INNEHALL.txt");
        assertTrue(contents.startsWith("=") && contents.contains("OMFATTAS AV SEKRETESS"), contents);
        assertTrue(contents.contains("Kammarrätten i Göteborg"), contents);
        assertTrue(contents.contains("rätt tid"), contents);
        String handling = text(files, "4-handlaggning/handlaggning.txt");
        assertTrue(handling.contains("OSL 26:1") && handling.contains("delegationsordning"), handling);
        for (String line : text(files, "SHA256SUMS").lines().toList()) {
            assertEquals(
                    line.substring(0, 64),
                    Digests.of(files.get(line.substring(66))).sha256(),
                    line);
        }
        Path proof = Files.write(folder.resolve("p.zip"), files.get("5-handlingar/001/omsorg.txt.bevis.zip"));
        Running.run("verify", proof.toString()).expect(0);
        assertTrue(made.name().startsWith("SEKRETESS BEG "), made.name());
        assertEquals(made.sha256(), appeal().packages().getFirst().sha256());
        assertEquals("person:bo", appeal().packages().getFirst().by());
        assertEquals(1, views(there.record(AskedArchive.SECRET)));
        try (Stream<Path> left = Files.list(there.archive().home().work().resolve("requests"))) {
            assertEquals(
                    List.of(),
                    left.filter(each -> each.toString().contains("court")).toList());
        }
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        done(appeals("reg").came(id, byHand(Optional.of(there.archive().today()), Optional.empty())));

        byte[] first = packed("bo").content().readAllBytes();
        there.clock().pass(Duration.ofHours(3));
        byte[] second = packed("bo").content().readAllBytes();

        assertArrayEquals(first, second);
        assertEquals(2, appeal().packages().size());
        assertEquals(
                appeal().packages().getFirst().sha256(),
                appeal().packages().getLast().sha256());
    }

    private long views(String record) {
        try (Stream<LogEntry> all = there.archive()
                .archive()
                .log()
                .reader()
                .entries(0, there.archive().archive().log().head().size())) {
            return all.filter(entry -> entry instanceof LogEntry.Kept kept
                            && kept.act() instanceof Act.Viewed viewed
                            && viewed.record().value().equals(record)
                            && viewed.purpose().equals("court package"))
                    .count();
        }
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                files.put(each.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void whatCameTooLateIsDismissedByALetterThatCanBeAppealed() throws IOException {
        LocalDate informed = there.archive().today();
        there.clock().pass(Duration.ofDays(35));
        done(appeals("reg").came(id, byHand(Optional.of(informed), Optional.empty())));
        assertTrue(appeal().isTooLate());
        refused(appeals("bo").handle(id, appeal().act(), Appeal.FORWARDED, "skäl"), "för sent");
        refused(appeals("reg").handle(id, appeal().act(), Appeal.TOO_LATE, "skäl"), "ingen delegation");

        done(appeals("bo").handle(id, appeal().act(), Appeal.TOO_LATE, "Överklagandet låg fel hos ingen."));

        assertFalse(there.request(id).hasOpenAppeal());
        assertEquals(
                List.of(Request.Letter.DECISION, Request.Letter.DISMISSAL),
                there.request(id).letters().stream().map(Request.Letter::kind).toList());
        List<BoxFile> letters = there.box().letters();
        assertEquals(
                List.of("beslut.pdf", "beslut.pdf.bevis.zip", "avvisning.pdf", "avvisning.pdf.bevis.zip"),
                letters.stream().map(BoxFile::name).toList());
        Path pdf = Files.write(folder.resolve("avvisning.pdf"), there.fetched(letters.get(2)));
        String text = Running.run("extract", pdf.toString()).expect(0).out();
        for (String part : List.of("avvisas", "för sent", "delegationsordning", "Kammarrätten i Göteborg")) {
            assertTrue(text.contains(part), part + " is missing in " + text);
        }
        assertFalse(text.contains("Kajsa"), "who appealed stands in no decision");
        // The dismissal can be appealed in its turn: until then nobody is forgotten.
        done(there.as("bo").close(id, "answered", ""));
        there.clock().pass(Duration.ofDays(40));
        assertEquals(0, purge());
        there.clock().pass(Duration.ofDays(20));
        assertEquals(1, purge());
    }

    @Test
    void whatIsLateForAnExcuseGoesToTheCourt() throws IOException {
        LocalDate informed = there.archive().today();
        there.clock().pass(Duration.ofDays(35));
        done(appeals("reg").came(id, byHand(Optional.of(informed), Optional.of(AppealTime.Excuse.COURT_IN_TIME))));

        refused(appeals("bo").handle(id, appeal().act(), Appeal.TOO_LATE, "skäl"), "i tid");
        refused(appeals("bo").handle(id, appeal().act(), Appeal.FORWARDED, "skäl"), "paketet");
        packed("bo").content().close();
        done(appeals("bo").handle(id, appeal().act(), Appeal.FORWARDED, "skäl"));
        refused(appeals("bo").handle(id, appeal().act(), Appeal.CHANGED, "skäl"), "Välj utgång");
    }

    @Test
    void aDecisionIsChangedByTheUsualWayAndTheCourtCanGiveItBack() throws IOException {
        String secret = there.record(AskedArchive.SECRET);
        done(there.as("bo").close(id, "answered", ""));
        done(appeals("reg").came(id, byHand(Optional.empty(), Optional.empty())));
        packed("bo").content().close();
        done(appeals("bo").handle(id, appeal().act(), Appeal.FORWARDED, "Beslutet står fast."));
        refused(there.as("bo").decide(id, AskedArchive.refusing(secret), Long.MAX_VALUE), "avslutad");

        done(appeals("reg").judged(id, appeal().act(), Appeal.GRANTED, "Mål 4711-26"));

        assertTrue(there.request(id).isOpen());
        assertNotEquals(Request.State.ANSWERED, there.request(id).state());
        Proposal giving = new Proposal(secret, Outcome.WHOLE, List.of(), "", "", "", "Domstolen har avgjort det.");
        done(there.as("bo").decide(id, giving, Long.MAX_VALUE));
        done(there.as("bo").handOut(id));
        assertEquals(1, there.request(id).copies().size());
        done(there.as("bo").close(id, "answered", ""));
    }

    @Test
    void anAppealIsRegisteredWithWhatItSaysOrTheNumberOfItsRecord() {
        Appeals reg = appeals("reg");
        Appeals.Arrived nothing = new Appeals.Arrived(
                there.clock().instant(), AppealChannel.LETTER, " ", "", Optional.empty(), Optional.empty());
        refused(reg.came(id, nothing), "Skriv av överklagandet");
        Appeals.Arrived future = new Appeals.Arrived(
                there.clock().instant().plusSeconds(60),
                AppealChannel.DESK,
                WORDS,
                "",
                Optional.empty(),
                Optional.empty());
        refused(reg.came(id, future), "inte varit");
        refused(reg.came(id, byHand(Optional.of(there.archive().today().plusDays(1)), Optional.empty())), "inte varit");
        Appeals.Arrived numbered = new Appeals.Arrived(
                there.clock().instant(),
                AppealChannel.LETTER,
                "",
                AskedArchive.PLAN,
                Optional.empty(),
                Optional.empty());
        done(reg.came(id, numbered));
        assertEquals(there.record(AskedArchive.PLAN), appeal().document());
        assertInstanceOf(Answering.Outcome.Unknown.class, appeals("soc").came(id, numbered));
    }
}
