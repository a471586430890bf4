package se.sigill.open.limit;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bucket of tokens for each address: it fills at a steady rate up to a burst, and every request takes from it.
 *
 * <p>An address is known by an HMAC under a random key that lives for ten minutes, in memory alone; nobody can tell
 * afterwards who has asked. An IPv6 address stands for its network of 64 bits, which one household has. Safe for
 * threads.
 */
public final class Buckets {
    private static final String ALGORITHM = "HmacSHA256";
    private static final long KEY_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int KEPT_MAX = 50_000;
    private static final int KEY_BYTES = 32;
    private static final int IPV4_BYTES = 4;
    private static final int NETWORK_BYTES = 8;

    private final double perNano;
    private final double burst;
    private final LongSupplier nanos;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private byte[] key = new byte[KEY_BYTES];
    private long keyMade;

    private record Bucket(double tokens, long at) {}

    /** @param perSecond tokens that come back @param burst tokens of a full bucket @param nanos the clock */
    public Buckets(double perSecond, double burst, LongSupplier nanos) {
        this.perNano = perSecond / Duration.ofSeconds(1).toNanos();
        this.burst = burst;
        this.nanos = nanos;
        random.nextBytes(key);
        this.keyMade = nanos.getAsLong();
    }

    /**
     * Takes tokens from the bucket of an address.
     *
     * @return zero if there were enough; else the time until there will be, and nothing is taken
     */
    public synchronized Duration take(String address, int cost) {
        long now = nanos.getAsLong();
        if (now - keyMade > KEY_NANOS) {
            buckets.clear();
            random.nextBytes(key);
            keyMade = now;
        }
        String name = name(address);
        Bucket before = buckets.remove(name);
        double tokens = before == null ? burst : Math.min(burst, before.tokens() + (now - before.at()) * perNano);
        boolean enough = tokens >= cost;
        buckets.put(name, new Bucket(enough ? tokens - cost : tokens, now));
        if (buckets.size() > KEPT_MAX) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return enough ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((cost - tokens) / perNano));
    }

    private String name(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(network(address)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no " + ALGORITHM, e);
        }
    }

    /** What tells one visitor from another. A text that is no address stands for itself; no name is looked up. */
    static byte[] network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV4_BYTES ? bytes : Arrays.copyOf(bytes, NETWORK_BYTES);
        } catch (IllegalArgumentException e) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
