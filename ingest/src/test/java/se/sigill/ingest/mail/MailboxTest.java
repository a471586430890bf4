package se.sigill.ingest.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final String BOX = """
            From eva@exempel.se Sat Mar 14 10:15:00 2026
            From: eva@exempel.se
            Subject: =?utf-8?Q?=C3=85rsredovisning?=
            Message-ID: <1@exempel.se>
            Date: Sat, 14 Mar 2026 10:15:00 +0100

            Hej,

            From here on all is well.
            >From quoted by mboxo.
            >>From quoted by mboxrd.

            From MAILER-DAEMON Sat Mar 14 10:16:00 +0100 2026\r
            Subject: Andra\r
            \r
            Med CRLF\r
            \r
            From x@y.se Sat Mar 14 10:17:00 2026
            """;

    @Test
    void cutsAtFromLinesOnlyAndKeepsQuoting() throws IOException {
        List<MailboxMessage> messages = new ArrayList<>();

        Mailbox.Survey survey = Mailbox.read(stream(BOX), "box", messages::add);

        assertTrue(survey.beginsAsBox());
        assertEquals(3, survey.messages());
        assertEquals("Årsredovisning", messages.get(0).head().subject());
        assertEquals("2026-03-14", messages.get(0).head().date());
        assertEquals("<1@exempel.se>", messages.get(0).head().messageId());
        assertEquals("Andra", messages.get(1).head().subject());
        assertTrue(messages.get(1).envelope().endsWith("2026\r"));
        assertEquals(0, messages.get(2).sizeBytes());
        String first = BOX.substring((int) messages.get(0).offset(), (int)
                (messages.get(0).offset() + messages.get(0).sizeBytes()));
        assertTrue(first.contains("\n>From quoted") && first.contains("\nFrom here on"), first);
    }

    @Test
    void rebuildsTheBoxByteForByte() throws IOException {
        byte[] box = BOX.getBytes(StandardCharsets.UTF_8);

        assertEquals(sha256(box), sha256(rebuilt(box)));
    }

    @Test
    void seesThatATextIsNoBox() throws IOException {
        Mailbox.Survey survey = Mailbox.read(stream("Hej\n\nFrom a Sat Mar 14 10:17:00 2026\n\n"), "x", message -> {});

        assertFalse(survey.beginsAsBox());
        assertEquals(0, survey.messages());
    }

    @Property(tries = 300)
    void rebuildsAnyBoxByteForByte(@ForAll("boxes") byte[] box) {
        assertArrayEquals(box, rebuilt(box));
    }

    @Property(tries = 500)
    void readsAnyHeadWithoutThrowing(@ForAll("heads") byte[] head) {
        MailHead read = MailHeadReader.read(head, "x");

        for (String text : List.of(read.subject(), read.from(), read.to(), read.messageId(), read.date())) {
            assertEquals(OneLine.of(text), text);
            assertTrue(text.length() <= 2_002);
        }
    }

    @Property(tries = 300)
    void cutsAnyBytesWithoutThrowing(@ForAll byte[] bytes) throws IOException {
        List<MailboxMessage> messages = new ArrayList<>();

        Mailbox.Survey survey = Mailbox.read(new ByteArrayInputStream(bytes), "x", messages::add);

        assertEquals(survey.messages(), messages.size());
    }

    @Test
    void readsAHeadOfAMegabyteWithoutAnEnd() {
        String head = "Subject: " + "x".repeat(1 << 20) + "\nFrom: a@b.se\n";

        MailHead read = MailHeadReader.read(head.getBytes(StandardCharsets.UTF_8), "x");

        assertEquals(1_000, read.subject().length());
    }

    @Provide
    Arbitrary<byte[]> boxes() {
        Arbitrary<String> line = Arbitraries.of(
                "From a@b Thu Jan  1 00:00:00 2026\n",
                "From a@b Thu Jan  1 00:00:00 2026\r\n",
                "From \n",
                ">From x\n",
                "\n",
                "\r\n",
                "Subject: å\n",
                "text",
                "\r",
                "From a 1:2");
        return line.list().ofMaxSize(30).map(lines -> ("From x\n" + String.join("", lines))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<byte[]> heads() {
        Arbitrary<String> piece = Arbitraries.of(
                "Subject:",
                "Date:",
                "From:",
                "=?",
                "?=",
                "?Q?",
                "?b?",
                "utf-8",
                "=C3",
                "\n",
                "\r\n",
                " ",
                "\t",
                "<",
                ">",
                "@",
                "a@b.se",
                "14 Mar 2026",
                "\0",
                "\u202E",
                "å",
                "Message-ID",
                ":",
                "References: <a> <b>");
        return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] rebuilt(byte[] box) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Mailbox.read(new ByteArrayInputStream(box), "box", message -> {
                out.writeBytes(message.envelopeBytes());
                out.write(box, (int) message.offset(), (int) message.sizeBytes());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
