package se.sigill.staff.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.incident.Incidents;
import se.sigill.app.request.Appeals;
import se.sigill.app.request.AskedArchive;
import se.sigill.app.request.Fees;
import se.sigill.app.request.Leaks;
import se.sigill.app.request.Registration;
import se.sigill.app.request.RequestDesk;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.CopyForm;
import se.sigill.look.Language;

/** What comes after an answer, as staff see it, in both languages; and nothing of who asked. */
@Tag("slow")
class AftermathPagesTest {
    @TempDir
    private Path folder;

    private AskedArchive there;
    private String id = "";

    @BeforeEach
    void handOut() throws IOException {
        there = AskedArchive.in(folder);
        id = there.asked();
        there.given(id);
    }

    @AfterEach
    void close() {
        there.close();
    }

    private Surround around(Language l) {
        return new Surround(there.of("reg"), l, "Reg", EnumSet.allOf(Place.class));
    }

    private String html(Record page) {
        String html = Pages.html(page);
        assertFalse(html.contains(there.code().text()), html);
        assertFalse(html.contains(there.code().boxName()), html);
        return html;
    }

    private static <T> T nothing() {
        throw new AssertionError("nothing was to be made");
    }

    private static void contains(String html, String part) {
        assertTrue(html.contains(part), part + " is missing in " + html);
    }

    @Test
    void aCopyIsShownWithItsDaysAndTakenBackWithAnIncidentOnTheDesk() throws IOException {
        BoxFile file = there.box().files().getFirst();
        LocalDate today = there.archive().today();
        new FetchCounts(there.outside().fetched()).count(there.code().boxName(), file.id(), today);
        Leaks leaks = new Leaks(there.as("reg"));
        for (Language l : Language.values()) {
            contains(
                    html(RequestPage.of(around(l), there.entry(id), "", "")),
                    "/" + l.code() + "/begaran/" + id + "/kopior");
            String copies = html(CopiesPage.of(around(l), there.entry(id), leaks, "", ""));
            contains(copies, l.say("Hämtad 1 gång. ", "Fetched 1 time. ") + today + ": 1");
            contains(copies, l.say("Ta tillbaka nu", "Take back now"));
        }
        contains(html(IncidentsPage.of(around(Language.SV))), "Ingen incident är öppen");

        long release = there.request(id).copies().getFirst().act();
        long act = AskedArchive.done(leaks.stop(id, release, there.clock().instant(), "Fel bilaga."));

        for (Language l : Language.values()) {
            contains(html(DeskPage.of(around(l))), "/" + l.code() + "/incidenter/" + act);
            contains(html(IncidentsPage.of(around(l))), "/" + l.code() + "/incidenter/" + act);
            Incidents.Entry incident = new Incidents(there.of("reg")).find(act).orElseThrow();
            String shown = html(IncidentPage.of(around(l), incident, "", ""));
            contains(shown, "Fel bilaga.");
            contains(shown, today + " 1");
            contains(shown, l.say("ska underrättas senast", "is to be told by"));
            String after = html(CopiesPage.of(around(l), there.entry(id), leaks, "", ""));
            contains(after, l.say("Togs tillbaka", "Taken back"));
            assertFalse(after.contains("name=\"skal\""), "there is nothing left to take back");
        }
    }

    @Test
    void theDeskTellsOfRequestsThatNobodyHasAnswered() throws IOException {
        assertFalse(html(DeskPage.of(around(Language.SV))).contains("väntar på svar"), "it is answered");
        try (AskedArchive asked = AskedArchive.in(Files.createDirectory(folder.resolve("asked")))) {
            String _ = asked.asked();
            Set<Place> all = EnumSet.allOf(Place.class);
            contains(desk(asked, Language.SV, all), "1 begäran väntar på svar.");
            contains(desk(asked, Language.EN, all), "1 request waits for an answer.");
            Set<Place> others = EnumSet.of(Place.DESK, Place.SEARCH);
            assertFalse(desk(asked, Language.SV, others).contains("väntar på svar"), "it is not theirs to know");
        }
    }

    private static String desk(AskedArchive of, Language l, Set<Place> places) {
        return Pages.html(DeskPage.of(new Surround(of.of("reg"), l, "Reg", places)));
    }

    /** Whoever takes back the copy alone would believe that nobody can read it any more. */
    @Test
    void aCopyOfWhatIsOnTheWebSaysThatItIsThereToo() {
        RecordId record =
                there.archive().catalogue().findByDiaryNumber(AskedArchive.PLAN).getFirst();
        Leaks leaks = new Leaks(there.as("reg"));
        assertFalse(html(CopiesPage.of(around(Language.SV), there.entry(id), leaks, "", ""))
                .contains("ligger också på webben"));

        there.archive()
                .archive()
                .decide(List.of(new Act.Assessed(
                        there.clock().instant(), Actor.person("bo"), record, true, true, "Ingen uppgift är hemlig.")));
        there.archive().catchUp();

        for (Language l : Language.values()) {
            String copies = html(CopiesPage.of(around(l), there.entry(id), leaks, "", ""));
            contains(copies, l.say("ligger också på webben", "on the web as well"));
            contains(copies, "/" + l.code() + "/handling/" + record);
        }
    }

    /** Who asked by phone has no code: nothing lies anywhere to be fetched, and the page does not say that it does. */
    @Test
    void aCopyThatWasGivenByHandIsNotSaidToLieOutside() {
        RequestDesk desk = new RequestDesk(there.of("reg"), AftermathPagesTest::nothing, AftermathPagesTest::nothing);
        Registration byPhone = new Registration(
                "phone", "paper", "sv", "", List.of(AskedArchive.PLAN), "Jag vill läsa planen.", Contact.NONE);
        String asked = assertInstanceOf(RequestDesk.Registered.Is.class, desk.register(byPhone))
                .request()
                .value();
        there.given(asked);

        for (Language l : Language.values()) {
            String copies = html(CopiesPage.of(around(l), there.entry(asked), new Leaks(there.as("reg")), "", ""));
            contains(copies, l.say("inget ligger att hämta", "nothing lies to be fetched"));
            contains(copies, l.say("be att få den tillbaka", "ask to have it back"));
            assertFalse(copies.contains(l.say("kan hämtas till", "can be fetched until")));
        }
    }

    @Test
    void aFeeIsToldLineByLine() {
        Fees fees = new Fees(there.as("reg"));
        Fees.Order order = new Fees.Order(CopyForm.PAPER, "A4", 12, true, Optional.empty());
        for (Language l : Language.values()) {
            String nothing = html(FeePage.of(around(l), there.entry(id), fees, order, "", ""));
            contains(nothing, l.say("Inget väntar på att lämnas ut", "Nothing waits to be handed out"));
        }
        assertEquals("−54,50 kr", FeePage.money(-5_450, Language.SV));
        assertEquals("54 kr", FeePage.money(5_400, Language.EN));
    }

    @Test
    void withoutADecisionThereIsNothingToAppeal() {
        for (Language l : Language.values()) {
            String html = html(AppealsPage.of(around(l), there.entry(id), new Appeals(there.as("reg")), "", ""));
            contains(html, l.say("inget beslut att överklaga", "no decision to appeal"));
        }
    }

    @Test
    void aRecordThatIsNotOnTheWebCanHaveAnIncident() {
        String record = there.archive()
                .catalogue()
                .findByDiaryNumber(AskedArchive.PLAN)
                .getFirst()
                .value();
        for (Language l : Language.values()) {
            contains(
                    html(RecordPage.of(around(l), there.of("reg").record(record), RecordPage.Reading.BEGINNING, "")),
                    "/" + l.code() + "/handling/" + record + "/incident");
        }
    }
}
