package se.sigill.core.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;

/**
 * The key with which a server proves to browsers that it is itself (TLS): {@code tls.p12}, and in {@code tls.password}
 * its password on one line. Each zone has its own, in its own home; neither is a key of the archive.
 *
 * <p>What is there is used, so an authority puts the certificate it was given in the place of the one made here.
 */
public record ServerKey(Path folder) {
    private static final String ALIAS = "tls";
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3653);
    /** A machine whose clock lags must not refuse a certificate that was made just now. */
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);

    private static final int PASSWORD_BYTES = 32;

    /** Where a new key gets what it needs. @param archive its name @param hosts what browsers know the server by */
    public record Maker(
            String archive, List<String> hosts, CertificateIssuer issuer, Clock clock, SecureRandom random) {}

    /** The key store, PKCS#12. */
    public Path file() {
        return folder.resolve("tls.p12");
    }

    /** The file with its password. */
    public Path passwordFile() {
        return folder.resolve("tls.password");
    }

    /**
     * Makes the key if there is none; where a stop left the password alone, the key is made with it.
     *
     * @throws ArchiveException.KeyTrouble if it cannot be made, kept or read
     */
    public ServerKey make(Maker maker) {
        try {
            Durable.createDirectories(folder);
            if (!Files.exists(passwordFile())) {
                if (Files.exists(file())) {
                    throw new ArchiveException.KeyTrouble("the password of " + file() + " is missing: write it into "
                            + passwordFile() + ", mode 600, or delete the key store and a new one is made");
                }
                byte[] secret = new byte[PASSWORD_BYTES];
                maker.random().nextBytes(secret);
                put(passwordFile(), (HexFormat.of().formatHex(secret) + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            if (!Files.exists(file())) {
                put(file(), KeyFiles.pkcs12(identity(maker), ALIAS, password()));
            }
            identity();
            return this;
        } catch (IOException | GeneralSecurityException e) {
            throw new ArchiveException.KeyTrouble("the key of the server could not be made in " + folder, e);
        }
    }

    /** Through another name, so that a stop leaves no half of a key under the true one. */
    private static void put(Path file, byte[] content) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + Durable.TEMPORARY_SUFFIX);
        Files.deleteIfExists(half);
        KeyFiles.create(half, content);
        Durable.move(half, file);
    }

    private static Identity identity(Maker maker) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), maker.random());
        KeyPair keys = generator.generateKeyPair();
        Instant now = maker.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return new Identity(
                keys.getPrivate(),
                List.of(maker.issuer()
                        .issueServer(
                                keys,
                                maker.archive(),
                                maker.hosts(),
                                now.minus(CLOCK_SLACK),
                                now.plus(CERTIFICATE_LIFE))));
    }

    /** The key with its certificate. @throws ArchiveException.KeyTrouble if it cannot be read */
    public Identity identity() {
        try {
            return KeyFiles.readPkcs12(file(), password());
        } catch (IOException | GeneralSecurityException e) {
            throw new ArchiveException.KeyTrouble(
                    "the key store " + file() + " cannot be read; is its password the first line of " + passwordFile()
                            + "?",
                    e);
        }
    }

    private Passphrase password() {
        return Passphrase.fromFile(passwordFile());
    }
}
