package se.sigill.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailFormTest {
    private static final MailMaker MAILS = new MailMaker(new PaperMaker(4), 4, 2);

    @Test
    void writesLinesThatMailServersTake() {
        for (int thread = 0; thread < 60; thread++) {
            for (Letter letter : MAILS.thread(thread).letters()) {
                String message = new String(MailForm.write(letter), StandardCharsets.ISO_8859_1);
                assertEquals(-1, message.replace("\r\n", "").indexOf('\n'), "a bare line feed");
                message.lines().forEach(line -> assertTrue(line.length() <= 998, line));
                String headers = message.substring(0, message.indexOf("\r\n\r\n"));
                headers.lines().forEach(line -> assertTrue(line.length() <= 200, line));
                assertTrue(headers.chars().allMatch(c -> c < 127), headers);
            }
        }
    }

    @Test
    void refersToAllLettersBeforeInTheThread() {
        List<Letter> letters = MAILS.thread(3).letters();

        String last = new String(MailForm.write(letters.getLast()), StandardCharsets.ISO_8859_1);

        assertEquals(4, letters.size());
        assertTrue(last.contains("In-Reply-To: <" + letters.get(2).id() + ">\r\n"));
        assertTrue(last.contains("References: <" + letters.get(0).id() + ">\r\n <"
                + letters.get(1).id() + ">\r\n <" + letters.get(2).id() + ">\r\n"));
    }

    @Test
    void encodesQuotedPrintableAsItsSpecificationSays() {
        assertEquals("=C3=A5=20\r\na=3D", MailForm.quotedPrintable("å \r\na=".getBytes(StandardCharsets.UTF_8)));
        String wrapped = MailForm.quotedPrintable("ä".repeat(40).getBytes(StandardCharsets.UTF_8));
        wrapped.lines().forEach(line -> assertTrue(line.length() <= 76, line));
    }

    @Test
    void splitsLongSubjectsBetweenCharacters() {
        String words = MailForm.encodedWords("Sammanträdesprotokoll från byggnadsnämnden om åtgärder på Åbrinken");

        words.lines().forEach(line -> assertTrue(line.strip().length() <= 75, line));
        assertTrue(words.startsWith("=?utf-8?B?"));
    }

    @Test
    void quotesLinesThatBeginWithFromInsideAnMbox() {
        Letter letter = new Letter(
                "1@post.example",
                List.of(),
                new Letter.Mailbox("Anna Kvist", "anna.kvist@post.example"),
                new Letter.Mailbox("Registrator", "registrator@lindhult.example"),
                "Tider",
                LocalDateTime.of(2026, 3, 7, 8, 5).atZone(ZoneId.of("Europe/Stockholm")),
                "From 1 mars\n>From i dag\n",
                Letter.Encoding.UTF_8_EIGHT_BIT,
                false,
                List.of());

        String box = new String(MboxForm.write(List.of(letter, letter)), StandardCharsets.UTF_8);

        assertTrue(box.startsWith("From anna.kvist@post.example Sat Mar  7 07:05:00 2026\n"), box);
        assertTrue(box.contains("\n>From 1 mars\n>>From i dag\n"));
        assertEquals(2, box.split("(?m)^From ", -1).length - 1);
        assertTrue(box.contains("Date: Sat, 7 Mar 2026 08:05:00 +0100\n"));
    }
}
