package se.sigill.core.seal;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import se.sigill.core.keys.CertificateIssuer;
import se.sigill.core.keys.Identity;
import se.sigill.core.seal.bouncy.BouncySeal;

/** Identities, clock and random source for tests. */
public final class TestIdentities {
    /** When tests seal. */
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    public static final SecureRandom RANDOM = new SecureRandom();

    private TestIdentities() {}

    public static Identity make(CertificateIssuer.Purpose purpose) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            KeyPair keys = generator.generateKeyPair();
            Instant from = Instant.parse("2026-01-01T00:00:00Z");
            return new Identity(
                    keys.getPrivate(),
                    List.of(BouncySeal.issuer(RANDOM)
                            .issue(keys, purpose, "Ekbacka kommun", from, from.plus(Duration.ofDays(3650)))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TimeStampSource internalAuthority() {
        return BouncySeal.internalAuthority(make(CertificateIssuer.Purpose.TIME_STAMPS), CLOCK, RANDOM);
    }

    public static Sealer sealer(java.nio.file.Path evidence, TimeStampSource source) {
        return new Sealer(
                new Periods(evidence),
                BouncySeal.formats(),
                make(CertificateIssuer.Purpose.SEAL),
                source,
                CLOCK,
                RANDOM);
    }
}
