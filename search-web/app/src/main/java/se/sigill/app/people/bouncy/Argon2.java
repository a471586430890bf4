package se.sigill.app.people.bouncy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords: Argon2id (RFC 9106) in the form {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. Memory 19 MiB,
 * two passes, one lane: the least that OWASP recommends (Password Storage Cheat Sheet). A few are computed at a time,
 * so that many who try to log in cannot take the memory from everybody.
 */
public final class Argon2 {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_A_TIME = 4;

    /** What a hash read from the file may ask for at most. */
    private static final int MEMORY_KIB_MAX = 1 << 20;

    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d)\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{22,86})");

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Semaphore ROOM = new Semaphore(AT_A_TIME, true);

    private Argon2() {}

    public static String hash(char[] password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + ENCODER.encodeToString(salt)
                + "$" + ENCODER.encodeToString(hash);
    }

    /** Whether the password has this hash; not, if the hash is of another form. Takes as long for a wrong one. */
    public static boolean matches(char[] password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches() || Integer.parseInt(form.group(1)) > MEMORY_KIB_MAX) {
            return false;
        }
        byte[] wanted = Base64.getDecoder().decode(form.group(5));
        byte[] got = compute(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Math.max(1, Integer.parseInt(form.group(2))),
                Math.max(1, Integer.parseInt(form.group(3))),
                wanted.length);
        return MessageDigest.isEqual(wanted, got);
    }

    private static byte[] compute(char[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] bytes = utf8(password);
        ROOM.acquireUninterruptibly();
        try {
            return compute(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memory)
                            .withIterations(passes)
                            .withParallelism(lanes)
                            .withSalt(salt)
                            .build(),
                    bytes,
                    length);
        } finally {
            ROOM.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static byte[] compute(Argon2Parameters parameters, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    private static byte[] utf8(char[] password) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        // No more of it is left behind than must be.
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        return bytes;
    }
}
