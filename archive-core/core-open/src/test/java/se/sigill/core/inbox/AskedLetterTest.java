package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import se.sigill.core.inbox.AskedLetter.Ask;
import se.sigill.core.inbox.AskedLetter.Form;
import se.sigill.core.inbox.AskedLetter.Reply;
import se.sigill.core.inbox.AskedLetter.Wish;
import se.sigill.core.json.JsonException;

class AskedLetterTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final BoxKey KEY = FollowCode.make(new SecureRandom()).boxKey();
    private static final String ID = "1" + "a".repeat(25);

    private static Ask ask(String words, List<String> records, Contact contact) {
        return new Ask("records", "sv", "Kommunstyrelsen", records, words, Form.E_MAIL, contact, KEY, AT);
    }

    @Test
    void readsWhatItWrote() {
        Contact contact = new Contact("Anna Åkesson", "Storgatan 1\n123 45 Ekbacka", "anna@example.se", "");
        for (AskedLetter letter : List.of(
                ask("Alla protokoll\nfrån \"mars\"", List.of(ID, ID), contact),
                ask("", List.of(), Contact.NONE),
                Reply.sign(KEY, "", Wish.WITHDRAW, AT),
                Reply.sign(KEY, "Tack", Wish.NONE, AT.plusNanos(1)))) {
            assertEquals(letter, AskedLetter.read(letter.bytes()));
            assertEquals(AT.getEpochSecond(), letter.at().getEpochSecond());
        }
    }

    @Test
    void writesTheFormThatTheSpecificationShows() {
        BoxKey key = new BoxKey("00".repeat(16), new byte[32]);
        Ask ask = new Ask("records", "sv", "", List.of(ID), "Hej", Form.DOWNLOAD, Contact.NONE, key, AT);

        assertEquals(
                "{\"format\":\"sigill/request/1\",\"kind\":\"ask\",\"at\":\"2026-03-02T08:00:00Z\",\"track\":\"records\","
                        + "\"language\":\"sv\",\"authority\":\"\",\"records\":[\"" + ID + "\"],\"words\":\"Hej\","
                        + "\"form\":\"download\",\"box\":{\"name\":\"00000000000000000000000000000000\","
                        + "\"key\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}}",
                new String(ask.bytes(), UTF_8));
    }

    /** Everything at its limit, in letters of three bytes, and with what JSON writes in two. */
    @Test
    void alwaysFitsIntoALetter() {
        Contact contact = new Contact("漢".repeat(200), "漢".repeat(500), "漢".repeat(254), "漢".repeat(50));
        List<String> records = Collections.nCopies(AskedLetter.RECORDS_MAX, ID);
        for (String words : new String[] {"\"".repeat(20_000), "漢".repeat(18_332)}) {
            Ask ask = new Ask(
                    "a".repeat(40), "sv", "漢".repeat(200), records, words, Form.DOWNLOAD, contact, KEY, Instant.MAX);

            assertTrue(ask.bytes().length <= Letter.CONTENT_BYTES_MAX, ask.bytes().length + " bytes");
        }
        assertThrows(IllegalArgumentException.class, () -> ask("漢".repeat(18_333), List.of(), Contact.NONE));
        assertThrows(IllegalArgumentException.class, () -> ask("a".repeat(20_001), List.of(), Contact.NONE));
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        List<String> many = Collections.nCopies(AskedLetter.RECORDS_MAX + 1, ID);
        assertThrows(IllegalArgumentException.class, () -> ask("", many, Contact.NONE));
        assertThrows(IllegalArgumentException.class, () -> ask("", List.of("../../etc"), Contact.NONE));
        assertThrows(IllegalArgumentException.class, () -> ask("a\u0000b", List.of(), Contact.NONE));
        assertThrows(IllegalArgumentException.class, () -> ask("a\ud800b", List.of(), Contact.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Contact("a\nb", "", "", ""));
        assertThrows(IllegalArgumentException.class, () -> new Contact("", "", "a".repeat(255), ""));
        assertThrows(IllegalArgumentException.class, () -> new BoxKey("../x", new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> new BoxKey(KEY.name(), new byte[31]));
        assertThrows(IllegalArgumentException.class, () -> Form.ofWord("fax"));
        assertThrows(IllegalArgumentException.class, () -> Wish.ofWord("fax"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ask("Not a word", "sv", "", List.of(), "", Form.PAPER, Contact.NONE, KEY, AT));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ask("a", "fi", "", List.of(), "", Form.ON_SITE, Contact.NONE, KEY, AT));
    }

    @Test
    void knowsWhoseReplyItIs() {
        Reply reply = Reply.sign(KEY, "Jag tar tillbaka det", Wish.WITHDRAW, AT);
        BoxKey other = FollowCode.make(new SecureRandom()).boxKey();

        assertTrue(reply.isOf(KEY));
        assertTrue(((Reply) AskedLetter.read(reply.bytes())).isOf(KEY));
        assertFalse(reply.isOf(other));
        assertFalse(reply.isOf(new BoxKey(KEY.name(), other.key())));
        assertFalse(reply.isOf(new BoxKey(other.name(), KEY.key())));
        assertFalse(new Reply(reply.box(), "", reply.wish(), AT, reply.proof()).isOf(KEY));
        assertFalse(new Reply(reply.box(), reply.words(), Wish.ACCEPT_FEE, AT, reply.proof()).isOf(KEY));
        assertFalse(new Reply(reply.box(), reply.words(), reply.wish(), AT.plusNanos(1), reply.proof()).isOf(KEY));
        assertFalse(Reply.sign(new BoxKey(KEY.name(), other.key()), "", Wish.WITHDRAW, AT)
                .isOf(KEY));
        assertNotEquals(
                reply.proof(),
                Reply.sign(KEY, reply.words(), reply.wish(), AT.plusNanos(1)).proof());
    }

    @Test
    void refusesHostileJson() {
        String ask =
                new String(ask("Hej", List.of(ID), new Contact("A", "", "", "")).bytes(), UTF_8);
        String reply = new String(Reply.sign(KEY, "Hej", Wish.APPEAL, AT).bytes(), UTF_8);
        List<String> wrong = List.of(
                "",
                "[]",
                "null",
                "{}",
                "{\"format\":\"sigill/request/1\"}",
                "{\"format\":\"sigill/request/1\",\"kind\":\"order\"}",
                "[".repeat(60_000),
                ask + " x",
                ask.replace("request/1", "request/2"),
                ask.replace("\"kind\"", "\"more\":1,\"kind\""),
                ask.replace("\"kind\"", "\"kind\":\"ask\",\"kind\""),
                ask.replace("\"words\":\"Hej\"", "\"words\":null"),
                ask.replace("\"words\":\"Hej\"", "\"words\":\"\\u0000\""),
                ask.replace("\"words\":\"Hej\"", "\"words\":\"" + "a".repeat(20_001) + "\""),
                ask.replace("\"words\":\"Hej\",", ""),
                ask.replace("[\"" + ID + "\"]", "[1]"),
                ask.replace("[\"" + ID + "\"]", "[\"" + ID.toUpperCase(java.util.Locale.ROOT) + "\"]"),
                ask.replace("[\"" + ID + "\"]", "[" + "\"\",".repeat(200) + "\"\"]"),
                ask.replace("[\"" + ID + "\"]", "{}"),
                ask.replace(",\"records\":[\"" + ID + "\"]", ""),
                ask.replace("08:00:00Z", "08:00:00.0Z"),
                ask.replace("08:00:00Z", "yesterday"),
                ask.replace("\"form\":\"e-mail\"", "\"form\":\"fax\""),
                ask.replace("\"phone\":\"\"", "\"phone\":\"\",\"fax\":\"\""),
                ask.replace(KEY.name(), "x"),
                ask.replace("\"key\":\"", "\"key\":\"*"),
                ask.replace("\"key\":\"", "\"key\":\"AAAA"),
                reply.replace("\"wish\":\"appeal\"", "\"wish\":\"more\""),
                reply.replace("\"proof\":\"", "\"proof\":\"AA"),
                reply.replace("\"box\":\"", "\"box\":\"../"),
                reply.replace("\"wish\"", "\"key\":\"\",\"wish\""));

        for (String json : wrong) {
            assertThrows(JsonException.class, () -> AskedLetter.read(json.getBytes(UTF_8)), json);
        }
        assertThrows(JsonException.class, () -> AskedLetter.read(new byte[] {(byte) 0xff}));
        assertThrows(JsonException.class, () -> AskedLetter.read((ask + " ".repeat(70_000)).getBytes(UTF_8)));
    }

    @Test
    void showsNothingOfWhatPeopleWrote() {
        Ask ask = ask("hemligt", List.of(ID), new Contact("hemligt", "", "", ""));
        Reply reply = Reply.sign(KEY, "hemligt", Wish.NONE, AT);

        assertFalse((ask + " " + reply + " " + ask.contact()).contains("hemligt"));
        assertFalse(ask.toString().contains(ID));
        assertEquals("Contact[none]", Contact.NONE.toString());
    }

    @Test
    void makesPlainTextOfWhatWasTyped() {
        assertEquals("a\nb\nc d\te \ufffd", AskedLetter.plain("a\r\nb\rc\u0007d\te\u2028\ud800"));
    }

    @Property(tries = 500)
    void takesAnythingThatWasTyped(@ForAll @StringLength(max = 200) String typed) {
        AskedLetter letter = ask(AskedLetter.plain(typed), List.of(), Contact.NONE);

        assertEquals(letter, AskedLetter.read(letter.bytes()));
    }

    /** Whatever becomes of the bytes of a letter: it is read, or refused with the one exception that is promised. */
    @Property(tries = 1_000)
    void throwsNothingElse(@ForAll long seed) {
        java.util.Random random = new java.util.Random(seed);
        byte[] bytes = ask("Hej", List.of(ID), new Contact("A", "", "", "")).bytes();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) " \"\\{}[],:0-1eEnt\u0000\u00ff".charAt(random.nextInt(18));
        }
        try {
            AskedLetter.read(bytes);
        } catch (JsonException e) {
            // As promised.
        }
    }
}
