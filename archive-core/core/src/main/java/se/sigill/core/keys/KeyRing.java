package se.sigill.core.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;

/**
 * The private keys in {@code keys/}: {@code log.pem}, {@code bundle.pem}, {@code inbox.pem} (PKCS#8 and the public
 * key), {@code seal.p12}, {@code tsa.p12}. A key that was replaced and is still needed for what was sealed to it lies
 * beside them as {@code <file>.kept-<until>} ({@code inbox.pem.kept-20270111T101500Z}).
 *
 * <p>A key is replaced in two steps around the act that says so: {@link #prepare} writes {@code <file>.next}, the
 * caller commits {@code KeyRotated}, {@link #activate} renames. A start that finds a prepared key looks whether the
 * act is in the log: if so it activates, else it {@link #discard}s.
 *
 * <p>One process at a time changes a ring; reading is safe for threads. A key with certificate is read once: to read it
 * takes as long as to sign a hundred times, for its file is made so that to guess the passphrase is slow.
 */
public final class KeyRing {
    /** Long enough for the life of a seal key; rotation comes before. */
    private static final Duration CERTIFICATE_LIFE = Duration.ofDays(3653);
    /** A machine whose clock lags must not refuse a certificate that was made just now. */
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);

    private static final String NEXT = ".next";
    private static final String KEPT = ".kept-";
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Passphrase passphrase;
    private final Map<KeyName, Identity> identities = new ConcurrentHashMap<>();

    private KeyRing(Path folder, Passphrase passphrase) {
        this.folder = folder;
        this.passphrase = passphrase;
    }

    /** Where new keys get what they need. @param archive its name, which the certificates carry */
    public record Maker(String archive, CertificateIssuer issuer, Clock clock, SecureRandom random) {}

    /**
     * What can be shown of a key.
     *
     * @param fingerprint SHA-256 of the certificate, or of the public key's DER form where there is none
     * @param subject of the certificate; empty if there is none
     * @param until when the certificate ends
     */
    public record Shown(KeyName name, String algorithm, String fingerprint, String subject, Optional<Instant> until) {}

    /** A key that was replaced and is kept until a time. Never printed. */
    public record Kept(KeyPair pair, Instant until) {
        @Override
        public String toString() {
            return "Kept[" + until + "]";
        }
    }

    /**
     * Makes every key that is missing; those that are there stay.
     *
     * @throws ArchiveException.KeyTrouble if a key cannot be made or kept
     */
    public static KeyRing make(Path folder, Passphrase passphrase, Maker maker) {
        KeyRing ring = new KeyRing(folder, passphrase);
        try {
            Durable.createDirectories(folder);
            for (KeyName name : KeyName.values()) {
                if (!Files.exists(ring.file(name))) {
                    // Through the hidden name, so that a stop leaves no half of a key under the true one.
                    Files.deleteIfExists(ring.next(name));
                    ring.write(name, maker);
                    Durable.move(ring.next(name), ring.file(name));
                }
            }
            return open(folder, passphrase);
        } catch (IOException | GeneralSecurityException e) {
            throw new ArchiveException.KeyTrouble("keys could not be made in " + folder, e);
        }
    }

    /** @throws ArchiveException.KeyTrouble if a key is missing, unreadable or open to others */
    public static KeyRing open(Path folder, Passphrase passphrase) {
        KeyRing ring = new KeyRing(folder, passphrase);
        ring.show();
        return ring;
    }

    /** A key without certificate: log, bundle or inbox. */
    public KeyPair pair(KeyName name) {
        return read(() -> KeyFiles.readPem(file(name), name, passphrase), file(name));
    }

    /** A key with certificate: seal or tsa. */
    public Identity identity(KeyName name) {
        return identities.computeIfAbsent(
                name, _ -> read(() -> KeyFiles.readPkcs12(file(name), passphrase), file(name)));
    }

    /** All keys in the order of {@link KeyName}. */
    public List<Shown> show() {
        List<Shown> shown = new ArrayList<>();
        for (KeyName name : KeyName.values()) {
            shown.add(show(name, file(name)));
        }
        return shown;
    }

    public String fingerprint(KeyName name) {
        return show(name, file(name)).fingerprint();
    }

    /** Makes the key that is to follow and keeps it aside. One prepared before is replaced. */
    public Shown prepare(KeyName name, Maker maker) {
        try {
            Files.deleteIfExists(next(name));
            write(name, maker);
            return show(name, next(name));
        } catch (IOException | GeneralSecurityException e) {
            throw new ArchiveException.KeyTrouble("a new " + name.word() + " key could not be made", e);
        }
    }

    /** What is prepared for a name; empty if nothing is. */
    public Optional<Shown> prepared(KeyName name) {
        return Files.exists(next(name)) ? Optional.of(show(name, next(name))) : Optional.empty();
    }

    /** The prepared log, bundle or inbox key, for the act that names it and the checkpoint that both keys sign. */
    public KeyPair preparedPair(KeyName name) {
        return read(() -> KeyFiles.readPem(next(name), name, passphrase), next(name));
    }

    /** The public key that is prepared, to write it into the act. */
    public PublicKey preparedPublic(KeyName name) {
        return name.hasCertificate()
                ? read(() -> KeyFiles.readPkcs12(next(name), passphrase), next(name))
                        .certificate()
                        .getPublicKey()
                : preparedPair(name).getPublic();
    }

    /**
     * Keeps a copy of a key without certificate, which is about to be replaced, until a time: what was sealed to it may
     * still come. Keeping the same key again changes nothing. Durable on return.
     */
    public void keep(KeyName name, Instant until) {
        try {
            byte[] key = Files.readAllBytes(file(name));
            for (Path kept : keptFiles(name)) {
                if (Arrays.equals(key, Files.readAllBytes(kept))) {
                    return;
                }
            }
            Path copy = folder.resolve(name.fileName() + KEPT + UNTIL.format(until));
            Path half = folder.resolve(copy.getFileName() + Durable.TEMPORARY_SUFFIX);
            Files.deleteIfExists(half);
            KeyFiles.create(half, key);
            // If we stop here, there is half a name that nobody reads, and the key is kept the next time.
            Durable.move(half, copy);
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("the old " + name.word() + " key could not be kept", e);
        }
    }

    /** What is kept of a name, whether or not its time is over; the one that is kept longest first. */
    public List<Kept> kept(KeyName name) {
        List<Kept> kept = new ArrayList<>();
        for (Path file : keptFiles(name)) {
            kept.add(new Kept(read(() -> KeyFiles.readPem(file, name, passphrase), file), until(name, file)));
        }
        return kept.reversed();
    }

    /** Deletes what is kept and whose time is over. @return how many there were */
    public int dropKept(KeyName name, Instant now) {
        int dropped = 0;
        try {
            for (Path file : keptFiles(name)) {
                if (!now.isBefore(until(name, file))) {
                    Files.delete(file);
                    dropped++;
                }
            }
            if (dropped > 0) {
                Durable.forceDirectory(folder);
            }
            return dropped;
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("an old " + name.word() + " key could not be deleted", e);
        }
    }

    /** In the order of their times. */
    private List<Path> keptFiles(KeyName name) {
        Pattern pattern = Pattern.compile(Pattern.quote(name.fileName() + KEPT) + "\\d{8}T\\d{6}Z");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            pattern.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("the keys in " + folder + " cannot be listed", e);
        }
    }

    private static Instant until(KeyName name, Path file) {
        String text = String.valueOf(file.getFileName()).substring((name.fileName() + KEPT).length());
        try {
            return UNTIL.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new ArchiveException.KeyTrouble("the key file " + file + " is kept until no time that there is", e);
        }
    }

    /**
     * Puts the prepared key in the place of the old one, whose private part is gone then, but for what {@link #keep}
     * has kept. Doing it again is harmless.
     */
    public void activate(KeyName name) {
        try {
            if (Files.exists(next(name))) {
                Durable.move(next(name), file(name));
            }
            identities.remove(name);
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("the new " + name.word() + " key could not be put in place", e);
        }
    }

    /** Drops a prepared key. */
    public void discard(KeyName name) {
        try {
            Files.deleteIfExists(next(name));
            Files.deleteIfExists(half(name));
        } catch (IOException e) {
            throw new ArchiveException.KeyTrouble("the prepared " + name.word() + " key could not be dropped", e);
        }
    }

    /**
     * Makes what is to follow, under a third name until it is whole: a half of a key under the hidden name would be
     * taken for one that is prepared, and the archive could not be opened.
     */
    private void write(KeyName name, Maker maker) throws IOException, GeneralSecurityException {
        Files.deleteIfExists(half(name));
        create(half(name), name, maker);
        Durable.move(half(name), next(name));
    }

    private void create(Path file, KeyName name, Maker maker) throws IOException, GeneralSecurityException {
        KeyPair keys = generate(name, maker.random());
        if (!name.hasCertificate()) {
            KeyFiles.create(file, KeyFiles.pem(keys, passphrase));
            return;
        }
        CertificateIssuer.Purpose purpose =
                name == KeyName.TSA ? CertificateIssuer.Purpose.TIME_STAMPS : CertificateIssuer.Purpose.SEAL;
        Instant now = maker.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        Identity identity = new Identity(
                keys.getPrivate(),
                List.of(maker.issuer()
                        .issue(keys, purpose, maker.archive(), now.minus(CLOCK_SLACK), now.plus(CERTIFICATE_LIFE))));
        KeyFiles.create(file, KeyFiles.pkcs12(identity, name.word(), passphrase));
    }

    private static KeyPair generate(KeyName name, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(name.algorithm());
        if (name.hasCertificate()) {
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        }
        return generator.generateKeyPair();
    }

    private Shown show(KeyName name, Path file) {
        if (name.hasCertificate()) {
            Identity identity = read(() -> KeyFiles.readPkcs12(file, passphrase), file);
            return new Shown(
                    name,
                    identity.certificate().getPublicKey().getAlgorithm(),
                    identity.fingerprint(),
                    identity.certificate().getSubjectX500Principal().getName(),
                    Optional.of(identity.certificate().getNotAfter().toInstant()));
        }
        PublicKey key =
                read(() -> KeyFiles.readPem(file, name, passphrase), file).getPublic();
        return new Shown(name, name.algorithm(), fingerprint(key), "", Optional.empty());
    }

    private static String fingerprint(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private interface Read<T> {
        T now() throws IOException, GeneralSecurityException;
    }

    private static <T> T read(Read<T> read, Path file) {
        try {
            return read.now();
        } catch (IOException | GeneralSecurityException e) {
            throw new ArchiveException.KeyTrouble(
                    "the key file " + file + " cannot be read; is the passphrase the one it was made with?", e);
        }
    }

    private Path file(KeyName name) {
        return folder.resolve(name.fileName());
    }

    private Path half(KeyName name) {
        return folder.resolve(name.fileName() + NEXT + Durable.TEMPORARY_SUFFIX);
    }

    private Path next(KeyName name) {
        return folder.resolve(name.fileName() + NEXT);
    }
}
