package se.sigill.open.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.open.ask.FollowDesk;
import se.sigill.open.ask.SampleInside;
import se.sigill.open.ask.Sent;
import se.sigill.zone.Zone;

/** What the pages of a request show, and what they give away. */
final class AskPagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern HANDLER = Pattern.compile("<[^>]* on\\w+=");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final String HOSTILE = "\"></textarea><script>alert(1)</script>";

    @TempDir
    private Path folder;

    private Zone zone;
    private SampleInside inside;
    private final FollowCode code = FollowCode.make(new SecureRandom());

    @BeforeEach
    void open() throws IOException {
        zone = SampleZone.in(folder);
        inside = SampleInside.at(folder);
    }

    @AfterEach
    void close() {
        zone.close();
    }

    private static Surround around(Language l) {
        return new Surround(l, "Perstorps kommun", true, false);
    }

    private AskDesk.Step take(Language l, Map<String, List<String>> form) {
        return new AskDesk(zone, inside.letterbox(), SampleInside.CLOCK, new SecureRandom()).take(Sent.of(form), l);
    }

    private String asked(Language l, Map<String, List<String>> form) {
        return switch (take(l, form)) {
            case AskDesk.Step.Write write -> Pages.html(AskPage.of(zone, around(l), write, true));
            case AskDesk.Step.Received received -> Pages.html(ReceiptPage.of(zone, around(l), received));
            case AskDesk.Step.Closed closed -> Pages.html(AskPage.closed(zone, around(l), closed, true));
        };
    }

    private FollowDesk follow() {
        return new FollowDesk(inside.boxes(), inside.counts(), inside.letterbox(), SampleInside.CLOCK);
    }

    private String followed(Language l, String typed) {
        return switch (follow().look(typed)) {
            case FollowDesk.Found.NoCode no -> Pages.html(CodePage.of(around(l), no));
            case FollowDesk.Found.Nothing nothing -> Pages.html(CodePage.of(around(l), nothing));
            case FollowDesk.Found.Damaged damaged -> Pages.html(CodePage.of(around(l), damaged));
            case FollowDesk.Found.Here here -> Pages.html(BoxPage.of(around(l), here));
        };
    }

    private void lay() throws IOException {
        byte[] bytes = "brev".getBytes(StandardCharsets.UTF_8);
        BoxFile file = inside.file(code.boxKey(), "ritning \"<b>\".pdf", "application/pdf", bytes);
        BoxFile letter = inside.file(code.boxKey(), "beslut.pdf", "application/pdf", bytes);
        var _ = inside.answered(code.boxKey(), List.of(file), List.of(letter));
    }

    @Test
    void theFormCarriesEverythingBackAndForth() {
        String page = asked(
                Language.SV,
                Map.of(
                        "gor", List.of("lagg"),
                        "ord", List.of("Rader\r\noch " + HOSTILE),
                        "id", List.of(SampleZone.SECRET),
                        "fler", List.of("KS 2026/123"),
                        "namnd", List.of("Nämnden som inte finns"),
                        "form", List.of("e-mail"),
                        "epost", List.of("asa@example.se")));

        for (String there : List.of(
                "<textarea id=\"ord\" name=\"ord\" rows=\"6\" aria-describedby=\"ord-h\">Rader\noch \"&gt;&lt;/textarea&gt;",
                "<input type=\"hidden\" name=\"id\" value=\"" + SampleZone.SECRET + "\">",
                "<input type=\"hidden\" name=\"id\" value=\"" + SampleZone.MINUTES + "\">",
                "name=\"bort\" value=\"" + SampleZone.MINUTES + "\"",
                "Protokoll från kommunfullmäktige",
                "Handling i SN 2026/7",
                "<option value=\"Nämnden som inte finns\" selected>",
                "<option value=\"Socialnämnden\">",
                "value=\"e-mail\" checked",
                "value=\"asa@example.se\"",
                "formaction=\"/en/begar\"")) {
            assertTrue(page.contains(there), there + " is missing in " + page);
        }
        assertFalse(page.contains("role=\"alert\""), page);
    }

    @Test
    void mistakesStandAtTheTopAndAtTheField() {
        String page = asked(Language.SV, Map.of("gor", List.of("skicka")));

        assertTrue(page.contains("<li><a href=\"#ord\">Skriv vad du söker. Det räcker med några ord"), page);
        assertTrue(page.contains("aria-describedby=\"ord-h ord-f\" aria-invalid=\"true\""), page);
        assertTrue(page.contains("<span class=\"flaw\" id=\"ord-f\">"), page);
    }

    @Test
    void theCodeStandsOnTheReceiptAndInNoAddress() {
        String page = asked(
                Language.SV,
                Map.of("gor", List.of("skicka"), "ord", List.of("bryggan"), "id", List.of(SampleZone.MINUTES)));

        Matcher shown = Pattern.compile("<p class=\"code\">([0-9A-Z-]{29})</p>").matcher(page);
        assertTrue(shown.find(), page);
        String secret = shown.group(1);
        assertTrue(page.contains("<input type=\"hidden\" name=\"kod\" value=\"" + secret + "\">"), page);
        assertTrue(page.contains(FollowCode.read(secret).orElseThrow().boxKey().reference()), "the reference follows");
        assertTrue(page.contains("bryggan") && page.contains("Protokoll från kommunfullmäktige"), page);
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            assertFalse(link.group(1).contains(secret), link.group());
        }
    }

    @Test
    void anInboxThatIsFullIsToldAndTheTextKept() {
        AskDesk full =
                new AskDesk(zone, inside.letterbox(new Inbox.Limits(0, 0)), SampleInside.CLOCK, new SecureRandom());
        AskDesk.Step.Closed closed = (AskDesk.Step.Closed)
                full.take(Sent.of(Map.of("gor", List.of("skicka"), "ord", List.of("bryggan"))), Language.SV);

        String page = Pages.html(AskPage.closed(zone, around(Language.SV), closed, true));

        assertTrue(page.contains(">bryggan</textarea>"), page);
        assertTrue(page.contains("besöka myndighetens registrator"), page);
    }

    @Test
    void aCodeWithoutABoxIsToldTheSameAlways() {
        String one = followed(Language.SV, code.text());
        String other = followed(Language.SV, FollowCode.make(new SecureRandom()).text());

        assertTrue(one.contains("Det finns inget svar än, eller så stämmer inte koden."), one);
        assertEquals(one.length(), other.length());
        assertTrue(followed(Language.EN, "7K3M").contains("aria-invalid=\"true\""));
    }

    @Test
    void theBoxShowsAllThatIsInIt() throws IOException {
        lay();
        String page = followed(Language.SV, code.text());

        for (String there : List.of(
                "<h1>Begäran KS 2026/611</h1>",
                "Din begäran är besvarad.",
                "<li class=\"current\" aria-current=\"step\">Besvarad",
                "Du kan hämta filerna nedan.",
                "den 12 november",
                "125,50 kronor",
                "value=\"accept-fee\"",
                "Lämnas ut i delar",
                "Enligt OSL 21:7",
                "Den enskilde kan lida men.",
                "och &lt;b&gt;dammen&lt;/b&gt;.",
                "Ladda ner ritning \"&lt;b&gt;\".pdf",
                "Ladda ner beslut.pdf",
                "Du kan överklaga hos kammarrätten",
                "value=\"appeal\"",
                "<time>2026-12-05</time>",
                "2026-11-05 10:30",
                code.boxKey().reference())) {
            assertTrue(page.contains(there), there + " is missing in " + page);
        }
        assertFalse(page.contains("value=\"withdraw\""), "it is answered");
    }

    @Test
    void aReplyIsAcknowledgedOnThePage() throws IOException {
        lay();
        FollowDesk.Found.Here here = (FollowDesk.Found.Here) follow().look(code.text());
        for (FollowDesk.Replied replied : FollowDesk.Replied.values()) {
            String page = Pages.html(BoxPage.of(around(Language.SV), here, replied, "År <1998>"));
            boolean kept = page.contains(">År &lt;1998&gt;</textarea>");
            assertEquals(replied != FollowDesk.Replied.LAID, kept, replied.name());
            assertEquals(!kept, page.contains("Vi har tagit emot ditt meddelande."), replied.name());
        }
    }

    @Test
    void aReservationIsReadAndAcceptedBeforeThereIsAnythingToFetch() throws IOException {
        BoxReservation reservation = new BoxReservation("Får <b>inte</b> föras vidare.", false);
        inside.reserved(code.boxKey(), reservation);
        String page = followed(Language.SV, code.text());
        for (String there : List.of(
                "Lämnas ut med förbehåll",
                "Får &lt;b&gt;inte&lt;/b&gt; föras vidare.",
                "name=\"villkor\" value=\"" + reservation.digest() + "\"",
                "value=\"accept-reservation\"",
                "value=\"appeal\"")) {
            assertTrue(page.contains(there), there + " is missing in " + page);
        }
        assertFalse(page.contains("Ladda ner"), page);
        inside.reserved(code.boxKey(), new BoxReservation(reservation.text(), true));
        String accepted = followed(Language.EN, code.text());
        assertTrue(accepted.contains("You have accepted the reservation."), accepted);
        assertFalse(accepted.contains("accept-reservation"), accepted);
    }

    /** OSL 6 kap. 3 §: one button, at the top, and no words are needed. */
    @Test
    void fromAnInformalNoOneButtonLeadsToADecision() throws IOException {
        inside.saidNo(code.boxKey(), false);
        String page = followed(Language.SV, code.text());
        assertTrue(page.contains("<h2>Du har rätt till ett beslut</h2>"), page);
        assertTrue(page.indexOf("value=\"decision\"") < page.indexOf("id=\"ord\""), page);
        inside.saidNo(code.boxKey(), true);
        String wanted = followed(Language.EN, code.text());
        assertTrue(wanted.contains("You have asked for a written decision."), wanted);
        assertFalse(wanted.contains("You have the right to a decision"), wanted);
    }

    @Test
    void everyPageIsWholeInBothLanguages() throws IOException {
        lay();
        for (Language l : Language.values()) {
            for (String page : all(l)) {
                assertEquals(1, page.split("<h1>", -1).length - 1, page);
                assertTrue(page.startsWith("<!DOCTYPE html>"), page);
                assertTrue(page.contains("<html lang=\"" + l.code() + "\">"), page);
                assertFalse(page.contains("<script") || page.contains("<img"), page);
                assertFalse(HANDLER.matcher(page).find(), page);
                Matcher link = LINK.matcher(page);
                while (link.find()) {
                    assertTrue(link.group(1).matches("/(?!/).*|#\\w+"), link.group());
                }
                List<String> ids =
                        ID.matcher(page).results().map(each -> each.group(1)).toList();
                assertEquals(ids.stream().distinct().toList(), ids);
            }
        }
    }

    @Test
    void noSwedishIsLeftInEnglish() throws IOException {
        lay();
        for (String page : all(Language.EN)) {
            String ours = page.replaceAll("(?s)<(p|span)[^>]* lang=\"sv\">.*?</\\1>", "")
                    .replaceAll("(?s)<(a|button)[^>]* lang=\"sv\"[^>]*>.*?</\\1>", "")
                    .replaceAll("(?s)<title>.*?</title>|<header>.*?</header>", "");
            for (String swedish : List.of("Begär", "handling<", " och ", " inte ", "kod ", "Skicka", "Ladda")) {
                assertFalse(ours.contains(swedish), swedish + " stands in " + ours);
            }
        }
    }

    private List<String> all(Language l) throws IOException {
        List<String> pages = new ArrayList<>();
        Surround around = around(l);
        AskDesk desk = new AskDesk(zone, inside.letterbox(), SampleInside.CLOCK, new SecureRandom());
        AskDesk.Step.Write begun =
                (AskDesk.Step.Write) desk.begin(Sent.of(Map.of("id", List.of(SampleZone.SECRET))), l);
        pages.add(Pages.html(AskPage.of(zone, around, begun, false)));
        pages.add(asked(l, Map.of("gor", List.of("skicka"))));
        pages.add(asked(l, Map.of("gor", List.of("skicka"), "ord", List.of("x"), "form", List.of("paper"))));
        pages.add(asked(l, Map.of("gor", List.of("skicka"), "ord", List.of("x"), "form", List.of("on-site"))));
        AskDesk.Step.Closed closed = new AskDesk.Step.Closed(begun.draft());
        pages.add(Pages.html(AskPage.closed(zone, around, closed, true)));
        pages.add(Pages.html(CodePage.empty(around)));
        pages.add(followed(l, ""));
        pages.add(followed(l, FollowCode.make(new SecureRandom()).text()));
        pages.add(Pages.html(CodePage.of(around, new FollowDesk.Found.Damaged(code))));
        pages.add(followed(l, code.text()));
        inside.saidNo(code.boxKey(), false);
        pages.add(followed(l, code.text()));
        inside.reserved(code.boxKey(), new BoxReservation("Conditions.", false));
        pages.add(followed(l, code.text()));
        lay();
        pages.add(Pages.html(PlainPage.notOurs(around)));
        pages.add(Pages.html(PlainPage.unreadable(around)));
        pages.add(Pages.html(PlainPage.noFile(around)));
        return pages;
    }
}
