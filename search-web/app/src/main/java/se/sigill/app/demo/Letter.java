package se.sigill.app.demo;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * A mail before it is written as RFC 5322.
 *
 * @param id the Message-ID without angle brackets
 * @param references ids of the messages before it in its thread, oldest first; empty for the first one
 * @param from name and address
 * @param encoding how the text part is sent
 */
record Letter(
        String id,
        List<String> references,
        Mailbox from,
        Mailbox to,
        String subject,
        ZonedDateTime sent,
        String text,
        Encoding encoding,
        boolean withHtml,
        List<Attachment> attachments) {

    record Mailbox(String name, String address) {}

    @SuppressWarnings("ArrayRecordComponent")
    record Attachment(String name, String mediaType, byte[] content) {}

    /** What mail programs in use send. */
    enum Encoding {
        UTF_8_QUOTED,
        UTF_8_BASE64,
        LATIN_1_QUOTED,
        UTF_8_EIGHT_BIT
    }

    /** This letter with another text, sent as it stands and without HTML. */
    Letter withPlainText(String other) {
        return new Letter(id, references, from, to, subject, sent, other, Encoding.UTF_8_EIGHT_BIT, false, attachments);
    }

    Letter withAttachments(List<Attachment> others) {
        return new Letter(id, references, from, to, subject, sent, text, encoding, withHtml, others);
    }
}
