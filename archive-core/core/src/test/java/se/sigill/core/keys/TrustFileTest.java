package se.sigill.core.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.sigill.core.ArchiveException;

final class TrustFileTest {
    private static final String SEAL = "ab".repeat(32);

    @Test
    void believesAKeyUntilItsTime() {
        TrustFile trust = parse("sigill/trust/1\n# ours\n\nseal " + SEAL + " until 2027-01-31T00:00:00Z\n");

        assertTrue(trust.believes(TrustFile.Kind.SEAL, SEAL, Instant.parse("2027-01-30T23:59:59Z")));
        assertFalse(trust.believes(TrustFile.Kind.SEAL, SEAL, Instant.parse("2027-01-31T00:00:00Z")));
        assertFalse(trust.believes(TrustFile.Kind.TSA, SEAL, Instant.EPOCH));
        assertFalse(trust.names(TrustFile.Kind.LOG));
    }

    @Test
    void isReadAsItIsWritten() {
        byte[] bytes =
                ("sigill/trust/1\nlog a/log+00000000+AAAA\nseal " + SEAL + "\n").getBytes(StandardCharsets.UTF_8);

        assertArrayEquals(bytes, TrustFile.parse(bytes).bytes());
    }

    @Test
    void namesTheLineThatIsWrong() {
        var wrong = assertThrows(ArchiveException.WrongUsage.class, () -> parse("sigill/trust/1\nseal 12\n"));

        assertTrue(wrong.getMessage().contains("line 2"));
        assertEquals(64, wrong.exitCode());
        assertThrows(ArchiveException.WrongUsage.class, () -> parse("seal " + SEAL));
    }

    private static TrustFile parse(String text) {
        return TrustFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
