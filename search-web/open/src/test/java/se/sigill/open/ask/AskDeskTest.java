package se.sigill.open.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Contact;
import se.sigill.core.inbox.Inbox;
import se.sigill.look.Language;
import se.sigill.open.page.SampleZone;
import se.sigill.zone.Zone;

/** A form until it is a letter that only the inside can read. */
final class AskDeskTest {
    private static final Language L = Language.SV;

    @TempDir
    private Path folder;

    private Zone zone;
    private SampleInside inside;

    @BeforeEach
    void open() throws IOException {
        zone = SampleZone.in(folder);
        inside = SampleInside.at(folder);
    }

    @AfterEach
    void close() {
        zone.close();
    }

    private AskDesk desk() {
        return new AskDesk(zone, inside.letterbox(), SampleInside.CLOCK, new SecureRandom());
    }

    private AskDesk.Step take(Map<String, List<String>> form) {
        return desk().take(Sent.of(form), L);
    }

    private AskDesk.Step.Write write(Map<String, List<String>> form) {
        return assertInstanceOf(AskDesk.Step.Write.class, take(form));
    }

    private static Map<String, List<String>> words(String words) {
        return Map.of("gor", List.of("skicka"), "ord", List.of(words));
    }

    private AskedLetter.Ask only() throws IOException {
        List<AskedLetter> letters = inside.letters();
        assertEquals(1, letters.size());
        return assertInstanceOf(AskedLetter.Ask.class, letters.getFirst());
    }

    @Test
    void whatWasTypedIsWhatTheInsideReads() throws IOException {
        AskDesk.Step step = take(Map.of(
                "gor", List.of("skicka"),
                "ord", List.of(" Brev från Åsa Öhmän\r\nom räksmörgås\rår 1998 \uD83D\uDC1F "),
                "id", List.of(SampleZone.SECRET, SampleZone.MINUTES, SampleZone.SECRET),
                "namnd", List.of("Socialnämnden"),
                "form", List.of("paper"),
                "namn", List.of("Åsa\r\nÖhmän"),
                "adress", List.of("Ågatan 1\r\n284 31 Perstorp"),
                "epost", List.of("asa@example.se")));

        AskDesk.Step.Received received = assertInstanceOf(AskDesk.Step.Received.class, step);
        AskedLetter.Ask ask = only();
        assertEquals("Brev från Åsa Öhmän\nom räksmörgås\når 1998 \uD83D\uDC1F", ask.words());
        assertEquals(List.of(SampleZone.SECRET, SampleZone.MINUTES), ask.records());
        assertEquals("Socialnämnden", ask.authority());
        assertEquals(AskedLetter.Form.PAPER, ask.form());
        assertEquals(new Contact("Åsa Öhmän", "Ågatan 1\n284 31 Perstorp", "", ""), ask.contact());
        assertEquals("sv", ask.language());
        assertEquals("official-document", ask.track());
        assertEquals(SampleInside.NOW, ask.at());
        assertEquals(received.code().boxKey(), ask.box());
    }

    @Test
    void tellsNoContactThatIsNotNeeded() throws IOException {
        AskDesk.Step _ = take(Map.of(
                "gor", List.of("skicka"),
                "ord", List.of("bryggan"),
                "form", List.of("download"),
                "namn", List.of("Åsa"),
                "adress", List.of("Ågatan 1"),
                "epost", List.of("asa@example.se")));

        assertEquals(Contact.NONE, only().contact());
    }

    @Test
    void takesTheLongestTextInAnyLetters() throws IOException {
        String longest = "åäö ".repeat(AskedLetter.WORDS_MAX / 4 - 1) + "åäöé";

        assertInstanceOf(AskDesk.Step.Received.class, take(words(longest)));

        assertEquals(AskedLetter.WORDS_MAX, longest.length());
        assertEquals(longest, only().words());
    }

    @Test
    void refusesOneCharacterMoreAndKeepsIt() throws IOException {
        String tooLong = "å".repeat(AskedLetter.WORDS_MAX + 1);
        String tooManyBytes = "橋".repeat(AskedLetter.WORDS_MAX - 1);

        for (String each : List.of(tooLong, tooManyBytes)) {
            AskDesk.Step.Write again = write(words(each));
            assertEquals(List.of(Problem.WORDS_TOO_LONG), again.problems());
            assertEquals(each, again.draft().words());
        }
        assertEquals(List.of(), inside.letters());
    }

    @Test
    void asksForWordsOrRecords() {
        assertEquals(List.of(Problem.WORDS_MISSING), write(words(" \r\n ")).problems());
        assertInstanceOf(
                AskDesk.Step.Received.class, take(Map.of("gor", List.of("skicka"), "id", List.of(SampleZone.MINUTES))));
    }

    @Test
    void asksForTheAddressThatTheFormNeeds() {
        for (String wrong : List.of("", "asa", "@example.se", "asa@", "a@b.se, c@d.se", "x".repeat(250) + "@b.se")) {
            assertEquals(
                    List.of(Problem.EMAIL_MISSING),
                    write(Map.of(
                                    "gor", List.of("skicka"),
                                    "ord", List.of("x"),
                                    "form", List.of("e-mail"),
                                    "epost", List.of(wrong)))
                            .problems(),
                    wrong);
        }
        assertEquals(
                List.of(Problem.ADDRESS_MISSING),
                write(Map.of("gor", List.of("skicka"), "ord", List.of("x"), "form", List.of("paper")))
                        .problems());
        assertEquals(
                List.of(Problem.CONTACT_TOO_LONG),
                write(Map.of(
                                "gor", List.of("skicka"),
                                "ord", List.of("x"),
                                "form", List.of("paper"),
                                "adress", List.of("x".repeat(501))))
                        .problems());
        assertEquals(
                List.of(Problem.AUTHORITY_TOO_LONG),
                write(Map.of("gor", List.of("skicka"), "ord", List.of("x"), "namnd", List.of("x".repeat(201))))
                        .problems());
    }

    @Test
    void addsByNumberAndLinkAndTakesOut() {
        AskDesk.Step.Write added = write(Map.of(
                "gor", List.of("lagg"),
                "fler",
                        List.of("ks 2026/123\r\nhttps://arkiv.example/en/handling/" + SampleZone.SECRET
                                + "?del=0\r\n\r\nhttps://arkiv.example/sv/arende?nr=KS+2026%2F124")));

        assertEquals(
                List.of(SampleZone.MINUTES, SampleZone.SECRET, SampleZone.HOSTILE),
                added.draft().records());
        assertEquals("", added.draft().pasted());
        assertEquals(List.of(), added.problems());
        AskDesk.Step.Write less = write(
                Map.of("id", added.draft().records(), "bort", List.of(SampleZone.SECRET), "ord", List.of("kvar")));
        assertEquals(
                List.of(SampleZone.MINUTES, SampleZone.HOSTILE), less.draft().records());
        assertEquals("kvar", less.draft().words());
    }

    @Test
    void whatIsUnknownIsRefusedInTheSameWordsWhateverItIs() throws IOException {
        List<String> never = List.of(
                "KS 2026/9999",
                "0123456789abcdefghjkmnpqrs",
                "../../keys/inbox.pub",
                "<script>alert(1)</script>",
                "/sv/handling/%00",
                "/arende?nr=%zz",
                "\"",
                "a".repeat(5_000));
        for (String each : never) {
            for (String action : List.of("lagg", "skicka")) {
                AskDesk.Step.Write again =
                        write(Map.of("gor", List.of(action), "ord", List.of("x"), "fler", List.of(each)));
                assertEquals(List.of(Problem.RECORD_UNKNOWN), again.problems(), each);
                assertEquals(each, again.draft().pasted(), "it can be mended");
            }
            AskDesk.Step.Write byId = write(Map.of("gor", List.of("skicka"), "ord", List.of("x"), "id", List.of(each)));
            assertEquals(List.of(Problem.RECORD_UNKNOWN), byId.problems(), each);
            assertEquals(List.of(), byId.draft().records());
        }
        assertEquals(List.of(), inside.letters());
    }

    @Test
    void looksUpNoMoreThanAPageOfLines() {
        String lines = "KS 2026/123\n".repeat(60);

        AskDesk.Step.Write again = write(Map.of("gor", List.of("lagg"), "fler", List.of(lines)));

        assertEquals(List.of(SampleZone.MINUTES), again.draft().records());
        assertEquals(40, again.draft().pasted().lines().count());
    }

    @Test
    void addressesFillInTheForm() {
        AskDesk desk = desk();

        Draft byId = desk.begin(
                        Sent.of(Map.of("id", List.of(SampleZone.SECRET, "nobody"), "gor", List.of("skicka"))), L)
                .draft();
        Draft byCase =
                desk.begin(Sent.of(Map.of("arende", List.of("KS 2026/123"))), L).draft();
        Draft byQuery =
                desk.begin(Sent.of(Map.of("q", List.of("brygga"))), Language.EN).draft();

        assertEquals(List.of(SampleZone.SECRET), byId.records());
        assertEquals("Socialnämnden", byId.authority());
        assertEquals("Alla handlingar i ärende KS 2026/123", byCase.words());
        assertEquals("Kommunstyrelsen", byCase.authority());
        assertEquals("brygga", byQuery.words());
        assertEquals(Draft.EMPTY, desk.begin(Sent.of(Map.of()), L).draft());
    }

    @Test
    void aFullOrClosedInboxKeepsTheTextOnThePageAlone() throws IOException {
        AskDesk full =
                new AskDesk(zone, inside.letterbox(new Inbox.Limits(0, 0)), SampleInside.CLOCK, new SecureRandom());
        AskDesk noRoom = new AskDesk(
                zone, inside.letterbox(new Inbox.Limits(10, Long.MAX_VALUE)), SampleInside.CLOCK, new SecureRandom());
        for (AskDesk each : List.of(full, noRoom)) {
            AskDesk.Step step = each.take(Sent.of(words("bryggan")), L);
            assertEquals(
                    "bryggan",
                    assertInstanceOf(AskDesk.Step.Closed.class, step).draft().words());
        }
        Files.delete(inside.home().inboxKey());
        assertInstanceOf(AskDesk.Step.Closed.class, take(words("bryggan")));
        assertInstanceOf(AskDesk.Step.Closed.class, desk().begin(Sent.of(Map.of()), L));
        assertFalse(inside.letterbox().isOpen());
        assertEquals(List.of(), inside.letters());
    }

    @Test
    void twoHundredRecordsFitAndNotOneMore(@TempDir Path large) throws IOException {
        List<String> ids = IntStream.rangeClosed(0, AskedLetter.RECORDS_MAX)
                .mapToObj(SampleZone::notice)
                .toList();
        try (Zone many = SampleZone.in(large, ids.size())) {
            AskDesk desk = new AskDesk(many, inside.letterbox(), SampleInside.CLOCK, new SecureRandom());
            String longest = "å".repeat(AskedLetter.WORDS_MAX);

            AskDesk.Step over = desk.take(Sent.of(Map.of("gor", List.of("skicka"), "id", ids)), L);
            AskDesk.Step all = desk.take(
                    Sent.of(Map.of("gor", List.of("skicka"), "ord", List.of(longest), "id", ids.subList(0, 200))), L);

            assertEquals(
                    List.of(Problem.RECORDS_TOO_MANY),
                    assertInstanceOf(AskDesk.Step.Write.class, over).problems());
            assertEquals(200, over.draft().records().size());
            assertInstanceOf(AskDesk.Step.Received.class, all);
            assertEquals(ids.subList(0, 200), only().records());
            assertEquals(longest, only().words());
        }
    }

    @Test
    void nothingHerePrintsWhatIsAsked() {
        AskDesk.Step step = take(words("hemligt ord"));

        assertFalse(step.toString().contains("hemligt"), step.toString());
        assertFalse(Sent.of(words("hemligt")).toString().contains("hemligt"));
        assertTrue(step.toString().contains("Draft[hidden]"), step.toString());
    }
}
