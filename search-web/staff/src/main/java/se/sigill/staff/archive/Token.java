package se.sigill.staff.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a program on this machine shows to be let in: whoever can read its file is who the archive belongs to. */
public final class Token {
    private static final int BYTES = 32;

    private final byte[] text;

    private Token(byte[] text) {
        this.text = text;
    }

    static Token random(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new Token(Base64.getUrlEncoder().withoutPadding().encode(secret));
    }

    /** The line of the file. */
    byte[] line() {
        return (new String(text, StandardCharsets.US_ASCII) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** In a time that does not depend on where a wrong one differs. */
    public boolean is(String shown) {
        return MessageDigest.isEqual(text, shown.getBytes(StandardCharsets.UTF_8));
    }

    /** It is never printed. */
    @Override
    public String toString() {
        return "Token";
    }
}
