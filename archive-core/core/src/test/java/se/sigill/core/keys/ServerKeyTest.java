package se.sigill.core.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.seal.bouncy.BouncySeal;

class ServerKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private final ServerKey.Maker maker = new ServerKey.Maker(
            "Ekbacka kommun",
            List.of("localhost", "127.0.0.1", "::1"),
            BouncySeal.issuer(RANDOM),
            Clock.systemUTC(),
            RANDOM);

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        ServerKey key = new ServerKey(folder.resolve("keys")).make(maker);
        String first = key.identity().fingerprint();

        assertEquals(first, key.make(maker).identity().fingerprint());
        assertNotEquals(
                Files.readString(key.passwordFile()),
                Files.readString(
                        new ServerKey(folder.resolve("other")).make(maker).passwordFile()));
        for (Path file : List.of(key.file(), key.passwordFile())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void isForServersUnderTheNamesItWasGiven() throws Exception {
        X509Certificate certificate =
                new ServerKey(folder).make(maker).identity().certificate();

        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage());
        assertEquals(
                List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"),
                certificate.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1))
                        .toList());
        certificate.checkValidity();
        assertEquals(-1, certificate.getBasicConstraints());
    }

    @Test
    void goesOnWhereAStopLeftThePasswordAlone() throws IOException {
        ServerKey key = new ServerKey(folder).make(maker);
        Files.delete(key.file());
        Files.writeString(folder.resolve("tls.p12.new"), "half");

        key.make(maker);

        assertTrue(Files.size(key.file()) > 100);
        assertTrue(Files.notExists(folder.resolve("tls.p12.new")));
    }

    @Test
    void saysWhatIsMissingAndWhatToDo() throws IOException {
        ServerKey key = new ServerKey(folder).make(maker);
        Files.delete(key.passwordFile());

        ArchiveException refused = assertThrows(ArchiveException.KeyTrouble.class, () -> key.make(maker));

        assertTrue(String.valueOf(refused.getMessage()).contains("tls.password"), refused.getMessage());
    }

    @Test
    void isRefusedWhereOthersMayReadIt() throws IOException {
        ServerKey key = new ServerKey(folder).make(maker);
        Files.setPosixFilePermissions(key.passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThrows(ArchiveException.KeyTrouble.class, key::identity);
    }
}
