package se.sigill.core.inbox;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Bytes side by side, and names of random bytes. */
final class Bytes {
    /** The name of a letter, a box or a file in it: 128 bits in hexadecimal. It tells no order and no count. */
    static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    static final int NAME_BYTES = 16;

    private Bytes() {}

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length = Math.addExact(length, part.length);
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] part(byte[] all, int from, int to) {
        return Arrays.copyOfRange(all, from, to);
    }

    static boolean begins(byte[] all, byte[] start) {
        return all.length >= start.length && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }

    /** @param random a source that nobody foresees */
    static String randomName(RandomGenerator random) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** @throws IllegalArgumentException if the text is no name: it could lead out of its folder */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is 32 hexadecimal digits");
        }
        return name;
    }
}
