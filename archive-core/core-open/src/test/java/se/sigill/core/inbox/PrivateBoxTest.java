package se.sigill.core.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PrivateBoxTest {
    private static final int CHUNK = PrivateBox.SEALED_BYTES;
    private static final int HEAD = PrivateBox.HEAD_BYTES;

    private final BoxKey key = FollowCode.make(new SecureRandom()).boxKey();

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] encrypted(BoxKey key, String what, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = PrivateBox.encrypt(bytes, key, what)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] decrypted(BoxKey key, String what, byte[] sealed) throws IOException {
        try (InputStream in = PrivateBox.decrypt(new ByteArrayInputStream(sealed), key, what)) {
            return in.readAllBytes();
        }
    }

    private void broken(String why, byte[] sealed) {
        assertThrows(BoxDamagedException.class, () -> decrypted(key, "a", sealed), why);
    }

    @Test
    void givesBackWhatWasLaid() throws IOException {
        for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 131_072, 200 << 10}) {
            byte[] content = random(size, size);
            byte[] sealed = encrypted(key, "a", content);

            assertEquals(PrivateBox.encryptedBytes(size), sealed.length);
            assertArrayEquals(content, decrypted(key, "a", sealed));
        }
    }

    @Test
    void hasOneSizeForAllOfAChunk() throws IOException {
        assertEquals(50 + 65_552, encrypted(key, "a", new byte[0]).length);
        assertEquals(50 + 65_552, encrypted(key, "a", new byte[65_535]).length);
        assertEquals(50 + 2 * 65_552, encrypted(key, "a", new byte[65_536]).length);
    }

    @Test
    void takesContentThatLooksLikePadding() throws IOException {
        byte[] content = new byte[300];
        content[100] = PrivateBox.END;

        assertArrayEquals(content, decrypted(key, "a", encrypted(key, "a", content)));
    }

    @Test
    void failsWhereverItIsCutOff() throws IOException {
        byte[] sealed = encrypted(key, "a", random(200 << 10, 1));
        assertEquals(HEAD + 4 * CHUNK, sealed.length);

        for (int chunks = 0; chunks < 4; chunks++) {
            for (int more : new int[] {-1, 0, 1, 16, 17}) {
                broken(chunks + " chunks and " + more, Arrays.copyOf(sealed, HEAD + chunks * CHUNK + more));
            }
        }
        broken("a byte less", Arrays.copyOf(sealed, sealed.length - 1));
        broken("a byte more", Arrays.copyOf(sealed, sealed.length + 1));
        broken("a chunk more", Bytes.join(sealed, Bytes.part(sealed, sealed.length - CHUNK, sealed.length)));
        broken("nothing", new byte[0]);
    }

    @Test
    void failsWhateverIsChanged() throws IOException {
        byte[] sealed = encrypted(key, "a", random(100_000, 2));
        for (int at = 0; at < sealed.length; at += at < HEAD + 20 || at > sealed.length - 20 ? 1 : 9_973) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            broken("byte " + at, changed);
        }
    }

    @Test
    void failsIfChunksChangePlaces() throws IOException {
        byte[] sealed = encrypted(key, "a", random(200 << 10, 3));
        for (int[] order : new int[][] {{1, 0, 2, 3}, {0, 2, 1, 3}, {0, 1, 3, 2}, {0, 1, 3}, {0, 0, 1, 2, 3}}) {
            byte[] changed = Bytes.part(sealed, 0, HEAD);
            for (int chunk : order) {
                changed = Bytes.join(changed, Bytes.part(sealed, HEAD + chunk * CHUNK, HEAD + (chunk + 1) * CHUNK));
            }
            broken(Arrays.toString(order), changed);
        }
    }

    @Test
    void failsInAnotherPlaceOrBox() throws IOException {
        byte[] sealed = encrypted(key, "a", random(100, 4));
        BoxKey other = FollowCode.make(new SecureRandom()).boxKey();

        assertThrows(BoxDamagedException.class, () -> decrypted(key, "b", sealed));
        assertThrows(BoxDamagedException.class, () -> decrypted(other, "a", sealed));
        assertThrows(BoxDamagedException.class, () -> decrypted(new BoxKey(other.name(), key.key()), "a", sealed));
        assertThrows(BoxDamagedException.class, () -> decrypted(new BoxKey(key.name(), other.key()), "a", sealed));
    }

    /** Chunks of two files of one box, each with the right number. */
    @Test
    void failsIfAChunkIsOfAnotherFile() throws IOException {
        byte[] one = encrypted(key, "a", random(100_000, 5));
        byte[] two = encrypted(key, "a", random(100_000, 6));

        broken(
                "the second of another",
                Bytes.join(Bytes.part(one, 0, HEAD + CHUNK), Bytes.part(two, HEAD + CHUNK, two.length)));
    }

    @Test
    void givesNoByteOfAChunkThatIsWrongAndNoneAfterIt() throws IOException {
        byte[] content = random(200 << 10, 7);
        byte[] sealed = encrypted(key, "a", content);
        sealed[HEAD + CHUNK + 5] ^= 1;
        InputStream in = PrivateBox.decrypt(new ByteArrayInputStream(sealed), key, "a");

        byte[] first = in.readNBytes(PrivateBox.CHUNK_BYTES);

        assertArrayEquals(Arrays.copyOf(content, PrivateBox.CHUNK_BYTES), first);
        byte[] rest = new byte[10];
        for (int i = 0; i < 3; i++) {
            assertThrows(BoxDamagedException.class, () -> in.read(rest));
            assertThrows(BoxDamagedException.class, in::read);
        }
        assertArrayEquals(new byte[10], rest);
    }

    /** Authentic, and without the end that every writer makes: made by who has the key and does not follow the form. */
    @Test
    void refusesALastChunkWithoutAnEnd() throws IOException {
        byte[] head = Bytes.part(encrypted(key, "a", new byte[0]), 0, HEAD);
        byte[] info = Bytes.join(
                PrivateBox.MAGIC.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                (key.name() + "a").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        byte[] own = Hkdf.derive(Bytes.part(head, PrivateBox.MAGIC.length(), HEAD), key.key(), info, 32);
        for (byte last : new byte[] {0, 1}) {
            byte[] chunk = new byte[PrivateBox.CHUNK_BYTES];
            chunk[7] = last;
            broken("ends with " + last, Bytes.join(head, Gcm.seal(own, PrivateBox.nonce(0, true), new byte[0], chunk)));
        }
    }

    @Test
    void canBeReadByteByByte() throws IOException {
        byte[] content = random(70_000, 8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = PrivateBox.encrypt(bytes, key, "a")) {
            for (byte b : content) {
                out.write(b);
            }
            out.flush();
        }
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        try (InputStream in = PrivateBox.decrypt(new ByteArrayInputStream(bytes.toByteArray()), key, "a")) {
            assertEquals(0, in.read(new byte[0]));
            for (int b = in.read(); b >= 0; b = in.read()) {
                back.write(b);
            }
            assertEquals(-1, in.read(new byte[1]));
            assertEquals(0, in.available());
        }

        assertArrayEquals(content, back.toByteArray());
    }

    @Test
    void endsOnceAndTakesNothingAfterIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream out = PrivateBox.encrypt(bytes, key, "a");
        out.close();
        out.close();

        assertThrows(IOException.class, () -> out.write(1));
        assertArrayEquals(new byte[0], decrypted(key, "a", bytes.toByteArray()));
        InputStream in = PrivateBox.decrypt(new ByteArrayInputStream(bytes.toByteArray()), key, "a");
        in.close();
        IOException closed = assertThrows(IOException.class, in::read);
        assertFalse(closed instanceof BoxDamagedException);
    }

    @Test
    void countsChunksInElevenBytes() {
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1}, PrivateBox.nonce(0x102, true));
        assertArrayEquals(new byte[] {0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, PrivateBox.nonce(1L << 56, false));
    }

    /**
     * 300 MB from a stream into a stream, in a process of its own with 32 MiB for everything. There the compiler may use
     * the processor's AES, which takes a tenth of the time.
     */
    @Test
    @Tag("slow")
    void keepsNothingOfALargeFileInMemory() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        "300000000")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        assertEquals("300000000", said.strip());
    }

    @Property(tries = 25)
    void failsForAnyOneBit(@ForAll @IntRange(max = 140_000) int size, @ForAll long seed) throws IOException {
        byte[] sealed = encrypted(key, "a", random(size, seed));
        int bit = new Random(seed).nextInt(sealed.length * 8);
        sealed[bit / 8] ^= (byte) (1 << bit % 8);

        broken("bit " + bit, sealed);
    }
}
