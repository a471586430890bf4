package se.sigill.app.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the clock (RFC 6238): SHA-1, 30 seconds, six digits, as every app on a telephone has them. */
final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int SECRET_BYTES = 20;
    private static final int MODULUS = 1_000_000;
    /** Clocks differ: the step before and the one after count as well. */
    private static final int WINDOW = 1;

    private Totp() {}

    /** A new secret, in base32. */
    static String secret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base32.encode(secret);
    }

    /** What an app reads: from a picture of it, or typed. */
    static String uri(String issuer, String account, String secret) {
        String label = (issuer + ":" + account).replace(" ", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + issuer.replace(" ", "%20");
    }

    /**
     * The step of a code.
     *
     * @param after steps up to this one count no more
     * @return empty if the code is wrong, or has let in before
     */
    static OptionalLong step(String secret, String code, Instant now, long after) {
        if (!code.matches("[0-9]{6}")) {
            return OptionalLong.empty();
        }
        long current = stepOf(now);
        byte[] key = Base32.decode(secret);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            boolean same = MessageDigest.isEqual(
                    code(key, step).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            if (same && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static long stepOf(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no " + ALGORITHM, e);
        }
    }
}
