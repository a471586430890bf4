package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code by which somebody without a name follows what they asked for: 120 random bits, and all there is of them.
 * It is shown once, and kept nowhere; the name and the key of the box follow from it (RFC 5869).
 */
public final class FollowCode {
    /** Five bits a character: 24 characters. */
    static final int CODE_BYTES = 15;

    private static final int CHARACTERS = 24;
    private static final int GROUP = 4;
    /** Longer than any code with blanks between its characters; the rest is not looked at. */
    private static final int TYPED_MAX = 200;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final byte[] SALT = "sigill/follow-code/1\n".getBytes(US_ASCII);
    private static final byte[] NAME = "sigill/box-name/1\n".getBytes(US_ASCII);
    private static final byte[] KEY = "sigill/box-key/1\n".getBytes(US_ASCII);

    private final byte[] bits;

    private FollowCode(byte[] bits) {
        this.bits = bits;
    }

    /** @param random a source that nobody foresees: {@link java.security.SecureRandom} */
    public static FollowCode make(RandomGenerator random) {
        byte[] bits = new byte[CODE_BYTES];
        random.nextBytes(bits);
        return new FollowCode(bits);
    }

    /**
     * Reads what a person typed: small letters, blanks and hyphens anywhere, O for 0, I and L for 1.
     *
     * @return empty if it is no code; what is a code need not be that of a box
     */
    public static Optional<FollowCode> read(String typed) {
        if (typed.length() > TYPED_MAX) {
            return Optional.empty();
        }
        byte[] bits = new byte[CODE_BYTES];
        int count = 0;
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (isBetween(c)) {
                continue;
            }
            int value = ALPHABET.indexOf(meant(c));
            if (value < 0 || count == CHARACTERS) {
                return Optional.empty();
            }
            put(bits, count++, value);
        }
        return count == CHARACTERS ? Optional.of(new FollowCode(bits)) : Optional.empty();
    }

    /** Blanks of every kind and what looks like a hyphen. */
    private static boolean isBetween(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    private static char meant(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> c;
        };
    }

    private static void put(byte[] bits, int character, int value) {
        for (int i = 0; i < 5; i++) {
            if ((value >> (4 - i) & 1) == 1) {
                int bit = character * 5 + i;
                bits[bit >> 3] |= (byte) (0x80 >> (bit & 7));
            }
        }
    }

    /** Six groups of four, {@code 7K3M-9QXT-…}. For who asked alone: never into a log, an address or a file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int character = 0; character < CHARACTERS; character++) {
            if (character > 0 && character % GROUP == 0) {
                text.append('-');
            }
            int value = 0;
            for (int bit = character * 5; bit < character * 5 + 5; bit++) {
                value = value << 1 | (bits[bit >> 3] >> (7 - (bit & 7)) & 1);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    /** Names the box outside: 32 hexadecimal digits, which tell nothing of the code or the key. */
    public String boxName() {
        return HexFormat.of().formatHex(Hkdf.derive(SALT, bits, NAME, Bytes.NAME_BYTES));
    }

    /** What the inside keeps in the place of the code. */
    public BoxKey boxKey() {
        return new BoxKey(boxName(), Hkdf.derive(SALT, bits, KEY, Gcm.KEY_BYTES));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FollowCode code && MessageDigest.isEqual(bits, code.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return "FollowCode[hidden]";
    }
}
