package se.sigill.core.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The spelling rules that notes, keys and checkpoints share (c2sp.org/signed-note). */
final class Notes {
    private Notes() {}

    /** Strict Base64 (RFC 4648 §4): padded, without blanks, and with zero bits where bits are unused. */
    static byte[] base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new TlogFormatException("not Base64", e);
        }
        // Java's decoder forgives missing padding and stray low bits: two texts for one value would be two notes.
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw new TlogFormatException("not canonical Base64");
        }
        return bytes;
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TlogFormatException("not UTF-8", e);
        }
    }

    /** A key name: not empty, no blank of any script, no plus. */
    static String keyName(String name) {
        boolean blank = name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        boolean control = name.codePoints().anyMatch(Character::isISOControl);
        if (name.isEmpty() || blank || control || name.indexOf('+') >= 0) {
            throw new TlogFormatException("a key name is not empty and has no blank and no plus");
        }
        return name;
    }
}
