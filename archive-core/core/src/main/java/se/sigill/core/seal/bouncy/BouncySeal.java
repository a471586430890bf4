package se.sigill.core.seal.bouncy;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import se.sigill.core.keys.CertificateIssuer;
import se.sigill.core.keys.Identity;
import se.sigill.core.seal.SealFormats;
import se.sigill.core.seal.TimeStampSource;

/** Makes what the ports of {@code core.seal} and {@code core.keys} need. */
public final class BouncySeal {
    /** Longer than any authority needs, short enough that a sealing is not held up. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(20);

    private BouncySeal() {}

    public static SealFormats formats() {
        return new BouncySealFormats();
    }

    /** Certificates that a key gives to itself. */
    public static CertificateIssuer issuer(SecureRandom random) {
        return new SelfIssued(random);
    }

    /** The built-in authority, which says INTERNAL wherever it is named. */
    public static TimeStampSource internalAuthority(Identity identity, Clock clock, SecureRandom random) {
        return new InternalAuthority(identity, clock, random);
    }

    /** An authority that is reached over HTTP (RFC 3161 §3.4); it has 20 seconds and 64 KiB for an answer. */
    public static TimeStampSource authorityAt(URI address, SecureRandom random) {
        return new HttpAuthority(address, WAIT_MAX, random);
    }

    static TimeStampSource authorityAt(URI address, Duration waitMax, SecureRandom random) {
        return new HttpAuthority(address, waitMax, random);
    }
}
