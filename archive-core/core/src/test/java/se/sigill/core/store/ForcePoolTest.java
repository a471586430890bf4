package se.sigill.core.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.sigill.core.ArchiveException;

/** Every task runs, and no failure of the disk is lost on the way. */
class ForcePoolTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 50).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 256})
    void doesEachTaskOnce(int threads) throws IOException {
        Set<Integer> done = ConcurrentHashMap.newKeySet();

        new ForcePool(threads).each(ITEMS, item -> assertTrue(done.add(item)));

        assertEquals(Set.copyOf(ITEMS), done);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257})
    void refusesNoThreadAndTooMany(int threads) {
        assertThrows(IllegalArgumentException.class, () -> new ForcePool(threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void throwsTheFailureOfTheDisk(int threads) {
        IOException thrown = assertThrows(IOException.class, () -> new ForcePool(threads).each(ITEMS, item -> {
            throw new IOException("disk full");
        }));

        assertEquals("disk full", thrown.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void throwsAFaultOfTheProgramAsItIs(int threads) {
        assertThrows(IllegalStateException.class, () -> new ForcePool(threads).each(ITEMS, item -> {
            throw new IllegalStateException("a fault");
        }));
    }

    @Test
    void acknowledgesNothingWhenItIsInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThrows(InterruptedIOException.class, () -> new ForcePool(2).each(ITEMS, item -> wait(never)));
        assertTrue(Thread.interrupted());
    }

    private static void wait(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void saysWhyTheDiskFailedAndNamesNoFile() {
        assertEquals("no space", reason(new FileSystemException("/archive/secret", null, "no space")));
        assertEquals("FileSystemException", reason(new FileSystemException("/archive/secret")));
        assertEquals("torn", reason(new IOException("torn")));
        assertEquals("IOException", reason(new IOException()));
    }

    private static String reason(IOException failure) {
        ArchiveException.StorageFailed thrown = assertThrows(
                ArchiveException.StorageFailed.class,
                () -> Disk.call("storing", () -> {
                    throw failure;
                }));
        return String.valueOf(thrown.getMessage())
                .replace("storing failed: ", "")
                .replaceFirst("\\. Nothing of it was committed.*", "");
    }
}
