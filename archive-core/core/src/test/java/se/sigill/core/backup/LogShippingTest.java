package se.sigill.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.log.LogBed.hold;
import static se.sigill.core.log.LogBed.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Appended;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.LogReport;
import se.sigill.core.log.LogSettings;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.tlog.NoteSigner;

class LogShippingTest {
    private final NoteSigner signer = LogBed.signer();

    @TempDir
    Path dir;

    private Path log;
    private Path second;

    @BeforeEach
    void makeTheSecondDirectory() throws IOException {
        log = dir.resolve("log");
        second = Files.createDirectory(dir.resolve("second"));
    }

    private LogShipping shipping() {
        return new LogShipping(second, Home.RETRY);
    }

    private ArchiveLog open(LogShipping shipping) {
        return ArchiveLog.open(log, signer, Home.settings(shipping));
    }

    /** Does not wait long for a second copy that is not to be had. */
    private ArchiveLog impatient(LogShipping shipping) {
        return ArchiveLog.open(
                log,
                signer,
                LogSettings.of(new java.security.SecureRandom())
                        .following(shipping)
                        .waiting(Duration.ofMillis(300)));
    }

    private LogReport verifySecond() {
        return new LogVerifier(second, List.of(signer.key()), List.of()).verify();
    }

    private static void assertSame(Path one, Path other) throws IOException {
        for (String file : List.of("acts/000", "acts/001", "checkpoint", "tile/0/000")) {
            assertEquals(-1, Files.mismatch(one.resolve(file), other.resolve(file)), file);
        }
    }

    @Test
    void keepsASecondLogThatVerifiesByItself() throws IOException {
        LogBed.log(log, signer, 290).close();
        try (LogShipping shipping = shipping();
                ArchiveLog open = open(shipping)) {
            open.append(holds(290, 300));
            Appended appended = open.appendShipped(List.of(hold(300)));

            assertEquals(Appended.Shipped.DONE, appended.shipped());
            assertEquals(new ShippingStatus(301, 301, ""), shipping.status());
            assertSame(log, second);
        }
        assertEquals(List.of(), verifySecond().findings());
        assertEquals(301, verifySecond().size());
    }

    @Test
    void erasesInTheSecondLogToo() throws IOException {
        LogBed.log(log, signer, 290).close();
        try (LogShipping shipping = shipping();
                ArchiveLog open = open(shipping)) {
            long order = open.appendShipped(List.of(LogBed.disposed(5))).first();
            open.erase(List.of(5L, 280L), order);

            assertTrue(open.awaitShipped());
            assertSame(log, second);
            assertFalse(Files.readString(second.resolve("acts/000")).contains("begäran 5\""));
        }
        long order;
        try (ArchiveLog open = ArchiveLog.open(log, signer, LogBed.SETTINGS)) {
            order = open.append(List.of(LogBed.disposed(7))).first();
            open.erase(List.of(7L, 281L), order);
        }
        try (LogShipping shipping = shipping();
                ArchiveLog open = open(shipping)) {
            assertTrue(open.awaitShipped());
            assertSame(log, second);
        }
        assertEquals(List.of(), verifySecond().findings());
    }

    @Test
    void isLateAndSaysSoWhileTheSecondDirectoryIsGone() throws IOException {
        LogBed.log(log, signer, 270).close();
        Files.delete(second);
        try (LogShipping shipping = shipping();
                ArchiveLog open = impatient(shipping)) {
            Appended late = open.appendShipped(List.of(hold(270)));

            assertEquals(Appended.Shipped.LATE, late.shipped());
            assertEquals(271, open.head().size());
            assertEquals(271, shipping.status().lag());
            assertTrue(shipping.status().problem().contains("mount or create it"));

            Files.createDirectory(second);
            assertTrue(shipping.await(271, Duration.ofSeconds(20)));
            assertSame(log, second);
        }
    }

    @Test
    void saysSoAndTriesAgainWhenSomethingCannotBeReadAsALog() throws IOException {
        LogBed.log(log, signer, 270).close();
        try (LogShipping shipping = shipping();
                ArchiveLog open = impatient(shipping)) {
            assertTrue(shipping.await(270, Duration.ofSeconds(20)));
            Path broken = Files.createDirectories(log.resolve("kept")).resolve("5");
            Files.writeString(broken, "no checkpoint");

            assertEquals(
                    Appended.Shipped.LATE,
                    open.appendShipped(List.of(hold(270))).shipped());
            assertTrue(shipping.status().problem().contains("note"), shipping.status()::toString);

            Files.delete(broken);
            assertTrue(shipping.await(271, Duration.ofSeconds(20)));
            assertEquals("", shipping.status().problem());
        }
    }

    @Test
    void refusesALogThatIsBehindItsCopy() throws IOException {
        LogBed.log(log, signer, 270).close();
        byte[] old = Files.readAllBytes(log.resolve("checkpoint"));
        try (LogShipping shipping = shipping();
                ArchiveLog open = open(shipping)) {
            open.appendShipped(holds(270, 275));
        }
        Files.write(log.resolve("checkpoint"), old);
        long length = Files.size(log.resolve("acts/001"));

        ArchiveException refused = assertThrows(ArchiveException.Damaged.class, () -> open(shipping()));

        assertTrue(refused.getMessage().startsWith("LOG-SHORTENED"));
        assertEquals(length, Files.size(log.resolve("acts/001")));
    }

    @Test
    void refusesACopyOfAnotherHistory() {
        LogBed.log(log, signer, 20).close();
        LogBed.log(second, signer, 10).close();

        ArchiveException refused = assertThrows(ArchiveException.Damaged.class, () -> open(shipping()));

        assertTrue(refused.getMessage().startsWith("LOG-FORKED"));
        ArchiveLog.open(log, signer, LogBed.SETTINGS).close();
    }
}
