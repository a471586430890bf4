package se.sigill.core.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DigestsTest {
    @Test
    void knowsTheVectorsOfTheStandard() {
        Digests abc = Digests.of("abc".getBytes(US_ASCII));

        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", abc.sha256());
        assertEquals(
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2", abc.sha512().substring(0, 48));
        assertEquals(3, abc.sizeBytes());
    }

    @Test
    void oneThreadAndTwoThreadsAgree() throws IOException {
        byte[] bytes = new byte[100_001];
        new Random(1).nextBytes(bytes);

        for (int block : new int[] {1_000, 50_000, 100_001, 200_000}) {
            assertEquals(Digests.of(bytes), ParallelHashing.of(new ByteArrayInputStream(bytes), block));
        }
    }

    @Test
    void hashesWhatPassesThroughAStream() throws IOException {
        byte[] bytes = new byte[70_000];
        new Random(2).nextBytes(bytes);
        HashingStream stream = new HashingStream(new ByteArrayInputStream(bytes));

        stream.read();
        stream.skipNBytes(10);
        stream.transferTo(OutputStream.nullOutputStream());

        assertEquals(Digests.of(bytes), stream.digests());
    }

    @Test
    void refusesUpperCase() {
        Digests good = Digests.of(new byte[0]);

        assertThrows(
                IllegalArgumentException.class,
                () -> new Digests(0, good.sha256().toUpperCase(java.util.Locale.ROOT), good.sha512()));
    }

    @Test
    void refusesWhatIsNoSizeAndNoDigest() {
        Digests good = Digests.of(new byte[0]);
        String other = "g" + good.sha256().substring(1);

        assertThrows(IllegalArgumentException.class, () -> new Digests(-1, good.sha256(), good.sha512()));
        assertThrows(IllegalArgumentException.class, () -> new Digests(0, good.sha512(), good.sha512()));
        assertThrows(IllegalArgumentException.class, () -> new Digests(0, good.sha256(), good.sha256()));
        assertThrows(IllegalArgumentException.class, () -> new Digests(0, other, good.sha512()));
    }

    @Test
    void readsALargeFileAsItReadsBytes(@TempDir Path dir) throws IOException {
        byte[] bytes = new byte[(8 << 20) + 1];
        new Random(3).nextBytes(bytes);

        assertEquals(Digests.of(bytes), Digests.of(Files.write(dir.resolve("large"), bytes)));
    }
}
