package se.sigill.ingest.mail;

import java.nio.charset.StandardCharsets;

/**
 * One message as it lies in a mailbox.
 *
 * @param number in the box, from 1
 * @param offset where its bytes begin in the box, behind its From_ line
 * @param sizeBytes how many bytes belong to it, to the next From_ line or the end; the blank line before that included
 * @param envelope the From_ line without its line feed, one character a byte; a carriage return at its end is kept
 */
public record MailboxMessage(int number, long offset, long sizeBytes, String envelope, MailHead head) {

    /** The bytes of the From_ line as they lie in the box, with the line feed. */
    public byte[] envelopeBytes() {
        return (envelope + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
