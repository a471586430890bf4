package se.sigill.ingest.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Cuts an mbox (RFC 4155, mboxo and mboxrd alike) into messages, in one pass and with flat memory.
 *
 * <p>A From_ line begins a message at the start of the box, or behind a blank line if it carries a time of day; so a
 * sentence that begins with "From " inside a letter stays where it is, even where a program forgot to quote it. The
 * bytes are only counted: concatenating {@link MailboxMessage#envelopeBytes} and the bytes of every message in order
 * gives the box again.
 */
public final class Mailbox {
    /** As many messages as one delivery may have items. */
    public static final int MESSAGES_MAX = 500_000;

    private static final byte[] MARK = "From ".getBytes(StandardCharsets.US_ASCII);
    /** A longer From_ line exists in no program; it is text. */
    private static final int ENVELOPE_BYTES_MAX = 1_000;

    private static final Pattern TIME = Pattern.compile("From [^:]{1,400} [0-9]{1,2}:[0-9]{2}(?:[: ].{0,60})?\\r?");
    private static final int BUFFER_BYTES = 128 << 10;

    private final String where;
    private final Consumer<MailboxMessage> sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(ENVELOPE_BYTES_MAX);
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private long offset;
    private long lineOffset;
    private long lineBytes;
    private boolean afterBlank;
    private boolean inHead;
    private int number;
    private long messageOffset;
    private String envelope = "";

    private Mailbox(String where, Consumer<MailboxMessage> sink) {
        this.where = where;
        this.sink = sink;
    }

    /** What a pass over a box saw. @param isComplete false if the box passes {@link #MESSAGES_MAX} */
    public record Survey(int messages, boolean beginsAsBox, boolean isComplete) {}

    /**
     * Reads the box and hands over each message as soon as its end is known.
     *
     * @param where how findings name the box; a message is {@code where#number}
     */
    public static Survey read(InputStream box, String where, Consumer<MailboxMessage> sink) throws IOException {
        Mailbox reader = new Mailbox(where, sink);
        byte[] buffer = new byte[BUFFER_BYTES];
        int n = box.read(buffer);
        while (n >= 0 && reader.isOpen()) {
            reader.take(buffer, n);
            n = box.read(buffer);
        }
        boolean isComplete = n < 0;
        if (isComplete) {
            reader.emit(reader.offset);
        }
        return new Survey(reader.number, reader.number > 0, isComplete);
    }

    private boolean isOpen() {
        return number < MESSAGES_MAX && (number > 0 || offset <= ENVELOPE_BYTES_MAX);
    }

    private void take(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            offset++;
            lineBytes++;
            if (lineBytes <= ENVELOPE_BYTES_MAX) {
                line.write(b);
            }
            if (inHead) {
                keepHead(b);
            }
            if (b == '\n') {
                endOfLine();
            }
        }
    }

    private void keepHead(byte b) {
        if (head.size() < MailHeadReader.HEAD_BYTES_MAX) {
            head.write(b);
        } else {
            inHead = false;
        }
    }

    private void endOfLine() {
        boolean mayBegin = number > 0 ? afterBlank : lineOffset == 0;
        if (mayBegin && lineBytes <= ENVELOPE_BYTES_MAX && isEnvelope()) {
            emit(lineOffset);
            number++;
            envelope = line.toString(StandardCharsets.ISO_8859_1);
            envelope = envelope.substring(0, envelope.length() - 1);
            messageOffset = offset;
            head.reset();
            inHead = true;
            afterBlank = false;
        } else {
            afterBlank = lineBytes == 1 || (lineBytes == 2 && line.toByteArray()[0] == '\r');
            inHead = inHead && !afterBlank;
        }
        lineOffset = offset;
        lineBytes = 0;
        line.reset();
    }

    private boolean isEnvelope() {
        byte[] bytes = line.toByteArray();
        for (int i = 0; i < MARK.length; i++) {
            if (bytes.length <= i || bytes[i] != MARK[i]) {
                return false;
            }
        }
        String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
        return lineOffset == 0 || TIME.matcher(text).matches();
    }

    private void emit(long end) {
        if (number == 0) {
            return;
        }
        long sizeBytes = end - messageOffset;
        // The head may hold the From_ line of the next message if no blank line ended it; the reader takes it for text.
        byte[] kept = head.toByteArray();
        byte[] own = kept.length > sizeBytes ? Arrays.copyOf(kept, (int) sizeBytes) : kept;
        MailHead read = MailHeadReader.read(own, where + "#" + number);
        sink.accept(new MailboxMessage(number, messageOffset, sizeBytes, envelope, read));
    }
}
