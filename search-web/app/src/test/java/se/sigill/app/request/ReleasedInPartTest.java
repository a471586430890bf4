package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.StoredRecords;
import se.sigill.app.wiring.User;
import se.sigill.core.access.Openness;
import se.sigill.core.access.Rights;
import se.sigill.core.access.Viewer;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.inbox.Letter;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.formats.worker.WorkerFormats;

/** What cannot be shown is left out of a copy, the rest is handed out, and the copy opens nothing to anybody else. */
class ReleasedInPartTest {
    private static final String REASON = "Det står inte klart att uppgifterna kan röjas utan men.";
    private static final String SECRET = "Flickan bor hos mormor i Kvarnåkersgården sedan skilsmässan.";

    private static final String MAIL = """
            From: Asa <asa@example.se>
            To: kommun@example.se
            Subject: Om lekplatsen
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=y

            --y
            Content-Type: text/plain; charset=utf-8

            BODY
            --y
            Content-Type: text/plain; charset=utf-8; name=skiss.txt
            Content-Disposition: attachment; filename=skiss.txt

            Gungan ska stå vid muren.
            --y
            Content-Type: text/plain; charset=utf-8; name=flickan.txt
            Content-Disposition: attachment; filename=flickan.txt

            SECRET
            --y--
            """;

    @TempDir
    Path folder;

    private Running running;
    private OutsideHome outside;
    private final SecureRandom random = new SecureRandom();
    private final FollowCode code = FollowCode.make(random);

    @BeforeEach
    void found() throws IOException {
        running = Running.founded(folder.resolve("home"));
        adopt("plan", """
                class,title,openness,publishable,decided_by,decided_on,retention_years,outcome,existence_secret,source,verified
                1.4,Synpunkter,open,yes,Kommunfullmäktige,2025-11-24,,preserve,no,Egen plan,yes
                9.9,Personakter,assess,no,Kommunfullmäktige,2025-11-24,,preserve,yes,Egen plan,yes
                """);
        adopt("roles", """
                account,authority,role
                reg,Kommunstyrelsen,registrar
                bo,Kommunstyrelsen,decision-maker
                arkiv,Kommunstyrelsen,archivist
                admin,Kommunstyrelsen,administrator
                soc,Socialnämnden,decision-maker
                """);
        adopt("delegations", """
                account,authority,decisions,from,until,reference
                bo,Kommunstyrelsen,refuse,2020-01-01,,KS delegationsordning 4.2
                """);
        adopt("boards", """
                authority,address,email,county
                Kommunstyrelsen,"Box 1, 123 45 Lindhult",ks@lindhult.example,Skåne
                """);
        Path delivery = Files.createDirectory(folder.resolve("leverans"));
        String mail = MAIL.replace("SECRET", SECRET);
        Files.writeString(delivery.resolve("oppen.eml"), mail.replace("BODY", "Hej!"));
        Files.writeString(delivery.resolve("omsorg.eml"), mail.replace("BODY", "Hej igen!"));
        Files.writeString(delivery.resolve("akt.eml"), mail.replace("BODY", "Hej en tredje gång!"));
        Files.writeString(delivery.resolve("namn.eml"), mail.replace("BODY", "Läs flickan.txt först."));
        Files.writeString(delivery.resolve("sidor.pdf"), pdf());
        Files.writeString(delivery.resolve("leverans.csv"), """
                sökväg;titel;diarienummer;myndighet;klass;sekretess
                oppen.eml;Om lekplatsen;KS 2026/1;Kommunstyrelsen;1.4;
                omsorg.eml;Orosanmälan;KS 2026/2;Kommunstyrelsen;;OSL 26:1
                akt.eml;Akt;KS 2026/3;Kommunstyrelsen;9.9;
                namn.eml;Namn;KS 2026/4;Kommunstyrelsen;;
                sidor.pdf;Sidor;KS 2026/5;Kommunstyrelsen;;
                """);
        running.type("deposit", "--system", "prov", delivery.toString()).expect(0, 1, 2, 3);
    }

    private void adopt(String kind, String csv) throws IOException {
        Path file = Files.writeString(folder.resolve(kind + ".csv"), csv);
        running.type("adopt", kind, file.toString()).expect(0);
    }

    @Test
    void aMailIsReleasedWithoutAnAttachmentAndCanBeProved() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            done(bo.decide(id.value(), part(archive, "KS 2026/2", "part:3"), Long.MAX_VALUE));
            done(bo.handOut(id.value()));

            BoxState box = box();
            BoxItem item = box.items().getFirst();
            assertEquals("part", item.outcome());
            assertTrue(item.reason().startsWith("Utelämnat: bilaga 2 (OSL 26:1).\n" + REASON), item.reason());
            assertEquals(
                    List.of("kopia-1.eml", "kopia-1.eml.bevis.zip"),
                    item.files().stream().map(BoxFile::name).toList());
            String copy = new String(fetched(item.files().getFirst()), StandardCharsets.UTF_8);
            assertEquals(MAIL.replace("BODY", "Hej igen!").replace("""
                                    Content-Type: text/plain; charset=utf-8; name=flickan.txt
                                    Content-Disposition: attachment; filename=flickan.txt

                                    SECRET""", """
                                    Content-Type: text/plain; charset=utf-8
                                    Content-Transfer-Encoding: 8bit

                                    Bilaga 2 är utelämnad enligt OSL 26:1.
                                    Se beslutet i ärende %s.""".formatted(box.number())), copy);
            Running.run("verify", saved(item.files().getLast()).toString()).expect(0);
            Path letter = saved(box.letters().getFirst());
            String text = Running.run("extract", letter.toString()).expect(0).out();
            assertTrue(text.contains("bilaga 2") && text.contains("vissa delar"), text);
            assertFalse(text.contains("flickan"), text);
            Request.Copy released = request(archive, id).copies().getFirst();
            assertEquals(List.of(item.files().getFirst().sha256()), released.files());
            assertFalse(released.copy().equals(released.of()));
            done(bo.close(id.value(), "answered", ""));
        }
        assertEquals(List.of(), Planted.in(List.of(outside.root()), List.of(SECRET, "flickan.txt", "Gungan")));
    }

    @Test
    void thePagesThatGoAreReplacedByPagesThatSaySo() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            String record = record(archive, "KS 2026/5").id().value();
            refused(bo, id, proposal(record, List.of("page:4")), "3 sidor");
            refused(bo, id, proposal(record, List.of("part:1")), "sidnummer");
            refused(bo, id, proposal(record, List.of("page:1", "page:2", "page:3")), "inget kvar");
            done(bo.decide(id.value(), proposal(record, List.of("page:2")), Long.MAX_VALUE));
            done(bo.handOut(id.value()));

            BoxItem item = box().items().getFirst();
            assertTrue(item.reason().startsWith("Utelämnat: sidan 2 (OSL 26:1).\n"), item.reason());
            Path copy = saved(item.files().getFirst());
            String text = Running.run("extract", copy.toString()).expect(0).out();
            assertTrue(text.contains("Forsta bladet") && text.contains("Tredje bladet"), text);
            assertTrue(text.contains("Sidan 2 är utelämnad enligt OSL 26:1."), text);
            assertFalse(text.contains("Hemligheten"), text);
            Running.run("verify", saved(item.files().getLast()).toString()).expect(0);
        }
    }

    @Test
    void whoMayNotReadTheOriginalMayNotReadTheCopy() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            for (String number : List.of("KS 2026/1", "KS 2026/2", "KS 2026/3")) {
                done(as(archive, "bo", engines).decide(id.value(), part(archive, number, "part:3"), Long.MAX_VALUE));
            }
            done(as(archive, "bo", engines).handOut(id.value()));
            archive.catchUp();

            List<Request.Copy> copies = request(archive, id).copies();
            assertEquals(3, copies.size());
            for (Request.Copy released : copies) {
                CatalogueRecord original =
                        archive.catalogue().find(new RecordId(released.of())).orElseThrow();
                CatalogueRecord copy =
                        archive.catalogue().find(new RecordId(released.copy())).orElseThrow();
                assertEquals("", copy.classCode());
                assertEquals(original.authority(), copy.authority());
                assertInstanceOf(Openness.Restricted.class, archive.rules().answer(copy, archive.today()));
                for (String account : List.of("reg", "bo", "arkiv", "admin", "soc")) {
                    assertNoMore(rights(archive, copy, account), rights(archive, original, account), account);
                }
                assertNoMore(
                        archive.rules().rights(copy, new Viewer.Public(), archive.today()),
                        archive.rules().rights(original, new Viewer.Public(), archive.today()),
                        "anyone");
                assertFalse(copy.description()
                        .title()
                        .contains(original.description().title()));
            }
        }
    }

    @Test
    void neitherTheCopyNorANoticeOfItGetsOutside() throws IOException {
        String original;
        String copy;
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            done(bo.decide(id.value(), part(archive, "KS 2026/1", "part:3"), Long.MAX_VALUE));
            done(bo.handOut(id.value()));
            original = request(archive, id).copies().getFirst().of();
            copy = request(archive, id).copies().getFirst().copy();
            ZoneHere.of(archive).tell();
        }
        assertFalse(Planted.in(List.of(outside.root()), List.of(original)).isEmpty(), "the original is open");
        assertEquals(List.of(), Planted.in(List.of(outside.root()), List.of(copy, "Kopia i delar")));
    }

    @Test
    void theSameOrderTwiceMakesOneCopy() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            done(bo.decide(id.value(), part(archive, "KS 2026/2", "part:3"), Long.MAX_VALUE));
            RequestBook.Entry entry = new RequestBook(archive).entry(id).orElseThrow();
            CatalogueRecord record = record(archive, "KS 2026/2");
            // As far as that it comes, and then a stop.
            PartCopies.Made.Is first = assertInstanceOf(
                    PartCopies.Made.Is.class,
                    new PartCopies(archive, () -> engines)
                            .of(entry, entry.request().due().getFirst(), record));

            done(new Answering(archive.as(new User.OfStaff("bo")), () -> engines, () -> (source, what, target) -> {
                        throw new AssertionError("it is made already");
                    })
                    .handOut(id.value()));

            Request.Copy released = request(archive, id).copies().getFirst();
            assertEquals(first.copy().value(), released.copy());
            assertEquals(List.of(first.file().sha256()), released.files());
            assertTrue(new StoredRecords(archive.archive().store())
                    .text(first.copy(), 1)
                    .toString()
                    .contains("Gungan"));
            try (var left = Files.list(archive.home().work().resolve("requests"))) {
                assertEquals(
                        List.of(),
                        left.filter(file -> !file.toString().endsWith(".json")).toList());
            }
        }
    }

    @Test
    void whatCannotBeMadeIsNotHandedOut() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            done(bo.decide(id.value(), part(archive, "KS 2026/4", "part:3"), Long.MAX_VALUE));

            Answering.Outcome.Refused refused =
                    assertInstanceOf(Answering.Outcome.Refused.class, bo.handOut(id.value()));

            assertTrue(refused.why().swedish().contains("fanns kvar (del 1)"), refused.toString());
            assertFalse(refused.toString().contains("flickan"), refused.toString());
            assertTrue(request(archive, id).copies().isEmpty());
            assertTrue(box().items().getFirst().files().isEmpty());
            // Decided anew, with what still told of it.
            done(bo.decide(id.value(), part(archive, "KS 2026/4", "part:1", "part:3"), Long.MAX_VALUE));
            done(bo.handOut(id.value()));
            assertTrue(
                    box().items().getFirst().reason().startsWith("Utelämnat: meddelandets text, bilaga 2 "),
                    box().items().getFirst().reason());
        }
    }

    @Test
    void onlyWhatIsInTheRecordIsLeftOut() throws IOException {
        try (OpenArchive archive = open();
                WorkerFormats engines = Engines.start(archive.config(), Optional.empty())) {
            RecordId id = asked(archive);
            Answering bo = as(archive, "bo", engines);
            String record = record(archive, "KS 2026/2").id().value();
            refused(bo, id, proposal(record, List.of()), "Välj vad");
            refused(bo, id, proposal(record, List.of("part:9")), "ingen sådan del");
            refused(bo, id, proposal(record, List.of("page:1")), "ingen sådan del");
            refused(bo, id, proposal(record, List.of("part:1", "part:2", "part:3")), "inget kvar");
            refused(bo, id, proposal(record, List.of("record")), "ingen sådan del");
            assertTrue(request(archive, id).decisions().isEmpty());
        }
    }

    private static void assertNoMore(Rights copy, Rights original, String who) {
        assertTrue(
                (!copy.exists() || original.exists())
                        && (!copy.metadata() || original.metadata())
                        && (!copy.content() || original.content()),
                who + " may " + copy + ", of the original " + original);
    }

    private static Rights rights(OpenArchive archive, CatalogueRecord record, String account) {
        return archive.as(new User.OfStaff(account)).sight().rights(record);
    }

    private static void refused(Answering answering, RecordId id, Proposal proposal, String why) {
        Answering.Outcome.Refused refused = assertInstanceOf(
                Answering.Outcome.Refused.class, answering.decide(id.value(), proposal, Long.MAX_VALUE));
        assertTrue(refused.why().swedish().contains(why), refused.toString());
    }

    private OpenArchive open() {
        return OpenArchive.open(new Home(running.home()));
    }

    private static Answering as(OpenArchive archive, String account, WorkerFormats engines) {
        return new Answering(archive.as(new User.OfStaff(account)), () -> engines, () -> engines);
    }

    private static Proposal part(OpenArchive archive, String number, String... withheld) {
        return proposal(record(archive, number).id().value(), Arrays.asList(withheld));
    }

    private static Proposal proposal(String record, List<String> withheld) {
        return new Proposal(record, Outcome.PART, withheld, "OSL 26:1", REASON, "", "Ingen annan är i tjänst.");
    }

    private static CatalogueRecord record(OpenArchive archive, String number) {
        RecordId id = archive.catalogue().findByDiaryNumber(number).getFirst();
        return archive.catalogue().find(id).orElseThrow();
    }

    private static void done(Answering.Outcome outcome) {
        assertInstanceOf(Answering.Outcome.Done.class, outcome, outcome.toString());
    }

    private static Request request(OpenArchive archive, RecordId id) {
        return RequestBook.request(archive, id).orElseThrow();
    }

    private RecordId asked(OpenArchive archive) throws IOException {
        outside = new OutsideHome(archive.config().servers().outside());
        InboxRound round = new InboxRound(archive.as(new User.OfServer("inbox")), outside);
        round.run();
        AskedLetter.Ask ask = new AskedLetter.Ask(
                "web",
                "sv",
                "Kommunstyrelsen",
                List.of(),
                "Jag vill läsa om lekplatsen.",
                AskedLetter.Form.DOWNLOAD,
                new Contact("", "", "", ""),
                code.boxKey(),
                Instant.now());
        byte[] sealed = Letter.seal(InboxKey.read(outside.inboxKey()).orElseThrow(), ask.bytes());
        assertInstanceOf(Inbox.Put.Laid.class, new Inbox(outside.inbox(), random).put(sealed));
        return round.run().registered().getFirst();
    }

    private BoxState box() throws IOException {
        Boxes.Look look = new Boxes(outside.boxes(), random).look(code.boxKey());
        return assertInstanceOf(Boxes.Look.Here.class, look).state();
    }

    private byte[] fetched(BoxFile file) throws IOException {
        Optional<InputStream> in = new Boxes(outside.boxes(), random).file(code.boxKey(), file.id());
        assertFalse(in.isEmpty());
        try (InputStream bytes = in.get()) {
            return bytes.readAllBytes();
        }
    }

    private Path saved(BoxFile file) throws IOException {
        return Files.write(folder.resolve(file.name()), fetched(file));
    }

    private static String pdf() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
                + "2 0 obj << /Type /Pages /Count 3 /Kids [ 10 0 R 20 0 R 30 0 R ] /MediaBox [ 0 0 595 842 ]"
                + " /Resources << /Font << /F1 3 0 R >> >> >> endobj\n"
                + "3 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj\n");
        int object = 10;
        for (String text : List.of("Forsta bladet", "Hemligheten om skilsmassan", "Tredje bladet")) {
            String content = "BT /F1 14 Tf 60 700 Td (" + text + ") Tj ET";
            pdf.append(object + " 0 obj << /Type /Page /Parent 2 0 R /Contents " + (object + 1) + " 0 R >> endobj\n"
                    + (object + 1) + " 0 obj << /Length " + content.length() + " >> stream\n" + content
                    + "\nendstream endobj\n");
            object += 10;
        }
        return pdf.append("trailer << /Root 1 0 R >>\n").toString();
    }
}
