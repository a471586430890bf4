package se.sigill.engines.tika;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import se.sigill.engines.part.BytePairs;

/** The beginning of a file in the forms that patterns ask for, each made once. */
final class MagicHead {
    /** As far as any regular expression looks: its own window behind the last place where it may begin. */
    private static final int TEXT_CHARS = 2 * MagicRegex.WINDOW;

    private final byte[] bytes;
    private final BytePairs pairs;
    private final String text;

    MagicHead(byte[] bytes) {
        this.bytes = bytes;
        this.pairs = BytePairs.of(bytes);
        // Behind a short file a regular expression meets zeros.
        this.text = new String(Arrays.copyOf(bytes, TEXT_CHARS), StandardCharsets.ISO_8859_1);
    }

    int length() {
        return bytes.length;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** Whether one of these bytes stands there. */
    boolean hasAt(int offset, byte[] readings) {
        if (offset >= bytes.length) {
            return false;
        }
        for (byte reading : readings) {
            if (bytes[offset] == reading) {
                return true;
            }
        }
        return false;
    }

    BytePairs pairs() {
        return pairs;
    }

    /** A character for each byte, and zeros behind. */
    String text() {
        return text;
    }
}
