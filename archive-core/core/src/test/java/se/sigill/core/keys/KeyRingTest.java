package se.sigill.core.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.seal.bouncy.BouncySeal;

final class KeyRingTest {
    @TempDir
    Path folder;

    private final KeyRing.Maker maker = new KeyRing.Maker(
            "Ekbacka kommun", BouncySeal.issuer(new SecureRandom()), Clock.systemUTC(), new SecureRandom());

    @Test
    void makesEveryKeyOnceAndForItsOwnerAlone() throws IOException {
        KeyRing ring = KeyRing.make(folder, Passphrase.none(), maker);
        List<KeyRing.Shown> first = ring.show();

        assertEquals(first, KeyRing.make(folder, Passphrase.none(), maker).show());
        assertEquals(KeyName.values().length, first.size());
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        KeyRing.make(folder, Passphrase.none(), maker);
        Files.setPosixFilePermissions(folder.resolve("seal.p12"), PosixFilePermissions.fromString("rw-r-----"));

        var refused = assertThrows(ArchiveException.KeyTrouble.class, () -> KeyRing.open(folder, Passphrase.none()));

        assertEquals(12, refused.exitCode());
        assertTrue(refused.getMessage().contains("chmod 600"));
    }

    @Test
    void refusesARingWithAKeyMissing() throws IOException {
        KeyRing.make(folder, Passphrase.none(), maker);
        Files.delete(folder.resolve("log.pem"));

        assertThrows(ArchiveException.KeyTrouble.class, () -> KeyRing.open(folder, Passphrase.none()));
    }

    @Test
    void opensEncryptedKeysOnlyWithTheirPassphrase() throws IOException {
        Path words = folder.resolve("words");
        KeyFiles.create(words, "correct horse\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Path keys = folder.resolve("keys");
        KeyRing.make(keys, Passphrase.fromFile(words), maker);

        assertEquals(5, KeyRing.open(keys, Passphrase.fromFile(words)).show().size());
        assertTrue(Files.readString(keys.resolve("log.pem")).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY"));
        assertThrows(ArchiveException.KeyTrouble.class, () -> KeyRing.open(keys, Passphrase.none()));
    }

    @Test
    void replacesAKeyInTwoSteps() {
        KeyRing ring = KeyRing.make(folder, Passphrase.none(), maker);
        String old = ring.fingerprint(KeyName.SEAL);
        assertEquals(old, ring.identity(KeyName.SEAL).fingerprint());

        KeyRing.Shown next = ring.prepare(KeyName.SEAL, maker);
        assertEquals(old, ring.identity(KeyName.SEAL).fingerprint());

        assertEquals(old, ring.fingerprint(KeyName.SEAL));
        assertNotEquals(old, next.fingerprint());
        ring.activate(KeyName.SEAL);
        assertEquals(next.fingerprint(), ring.identity(KeyName.SEAL).fingerprint(), "the old one is not remembered");
        assertEquals(next.fingerprint(), ring.fingerprint(KeyName.SEAL));
        assertTrue(ring.prepared(KeyName.SEAL).isEmpty());
    }

    @Test
    void keepsAReplacedKeyUntilItsTimeIsOver() throws IOException {
        KeyRing ring = KeyRing.make(folder, Passphrase.none(), maker);
        Instant until = Instant.parse("2027-01-11T10:15:00Z");
        KeyPair old = ring.pair(KeyName.INBOX);
        ring.prepare(KeyName.INBOX, maker);

        ring.keep(KeyName.INBOX, until);
        ring.keep(KeyName.INBOX, until.plusSeconds(60));
        ring.activate(KeyName.INBOX);

        assertNotEquals(old.getPublic(), ring.pair(KeyName.INBOX).getPublic());
        assertEquals(1, ring.kept(KeyName.INBOX).size(), "the same key is kept once");
        KeyRing.Kept kept = ring.kept(KeyName.INBOX).getFirst();
        assertEquals(old.getPublic(), kept.pair().getPublic());
        assertEquals(until, kept.until());
        assertEquals("Kept[2027-01-11T10:15:00Z]", kept.toString());
        Path file = folder.resolve("inbox.pem.kept-20270111T101500Z");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(0, ring.dropKept(KeyName.INBOX, until.minusSeconds(1)));
        assertEquals(1, ring.dropKept(KeyName.INBOX, until));
        assertTrue(ring.kept(KeyName.INBOX).isEmpty());
        assertFalse(Files.exists(file));
    }

    @Test
    void dropsAPreparedKeyWithoutTouchingTheOldOne() {
        KeyRing ring = KeyRing.make(folder, Passphrase.none(), maker);
        String old = ring.fingerprint(KeyName.LOG);
        ring.prepare(KeyName.LOG, maker);

        assertTrue(ring.prepared(KeyName.LOG).isPresent());
        assertEquals(
                ring.preparedPublic(KeyName.LOG), ring.preparedPair(KeyName.LOG).getPublic());
        ring.discard(KeyName.LOG);

        assertEquals(old, ring.fingerprint(KeyName.LOG));
        assertFalse(ring.prepared(KeyName.LOG).isPresent());
    }

    /** As a power cut leaves a key that was being made: its name is there, its bytes are not. */
    @Test
    void takesHalfOfAKeyForNone() throws IOException {
        KeyRing ring = KeyRing.make(folder, Passphrase.none(), maker);
        ring.prepare(KeyName.LOG, maker);
        ring.discard(KeyName.LOG);
        Files.createFile(folder.resolve("log.pem.next.new"));

        assertTrue(KeyRing.open(folder, Passphrase.none()).prepared(KeyName.LOG).isEmpty());
        ring.prepare(KeyName.LOG, maker);
        assertTrue(ring.prepared(KeyName.LOG).isPresent());
        assertFalse(Files.exists(folder.resolve("log.pem.next.new")));
    }
}
