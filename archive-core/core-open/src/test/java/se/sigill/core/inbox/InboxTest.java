package se.sigill.core.inbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    @TempDir
    Path home;

    private Path folder;
    private Inbox inbox;

    @BeforeEach
    void open() {
        folder = home.resolve("inbox");
        inbox = new Inbox(folder, new SecureRandom(), new Inbox.Limits(Inbox.LETTERS_MAX, 0));
    }

    /** As letters are: of one size, and none like another. */
    private static byte[] letter(int number) {
        return ByteBuffer.allocate(Letter.LETTER_BYTES).putInt(number).array();
    }

    private static String laid(Inbox.Put put) {
        return assertInstanceOf(Inbox.Put.Laid.class, put).name();
    }

    @Test
    void keepsALetterUntilItIsTakenAway() throws IOException {
        assertEquals(List.of(), inbox.waiting());
        String name = laid(inbox.put(letter(1)));

        assertEquals(List.of(name), inbox.waiting());
        assertArrayEquals(letter(1), inbox.read(name).orElseThrow());
        assertArrayEquals(letter(1), inbox.read(name).orElseThrow());
        inbox.delete(name);
        inbox.delete(name);
        assertEquals(List.of(), inbox.waiting());
        assertEquals(Optional.empty(), inbox.read(name));
    }

    @Test
    void putsAwayWhatWasFetchedUntilItIsOld() throws IOException {
        Inbox kept = new Inbox(home.resolve("inbox-kept"), new SecureRandom(), new Inbox.Limits(2, 0));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String name = laid(inbox.put(letter(i)));
            inbox.putAway(name, kept);
            inbox.putAway(name, kept);
            Instant laid = Instant.EPOCH.plus(Duration.ofDays(i));
            Files.setLastModifiedTime(home.resolve("inbox-kept").resolve(name), FileTime.from(laid));
            names.add(name);
        }
        assertEquals(List.of(), inbox.waiting());
        assertArrayEquals(letter(1), kept.read(names.get(1)).orElseThrow());

        // Two are too many, and one of the others is old.
        assertEquals(3, kept.sweep(Instant.EPOCH.plus(Duration.ofDays(3))));
        assertEquals(List.of(names.get(3)), kept.waiting());
        assertEquals(0, kept.sweep(Instant.EPOCH.plus(Duration.ofDays(3))));
    }

    @Test
    void givesNamesThatTellNothing() throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> starts = new HashSet<>();
        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String name = laid(inbox.put(letter(0)));
            assertTrue(name.matches("[0-9a-f]{32}"), name);
            names.add(name);
            starts.add(name.substring(0, 8));
            inOrder.add(name);
        }

        assertEquals(200, names.size());
        assertTrue(starts.size() > 195);
        assertTrue(!inOrder.equals(inbox.waiting()));
    }

    @Test
    void refusesWhatIsNoLetter() {
        for (int size : new int[] {0, Letter.LETTER_BYTES - 1, Letter.LETTER_BYTES + 1}) {
            assertThrows(IllegalArgumentException.class, () -> inbox.put(new byte[size]));
        }
        for (String name : new String[] {"", ".", "..", "../keys/inbox.pub", "X".repeat(32)}) {
            assertThrows(IllegalArgumentException.class, () -> inbox.read(name));
            assertThrows(IllegalArgumentException.class, () -> inbox.delete(name));
        }
    }

    @Test
    void takesNoMoreThanItsLimit() throws IOException {
        Inbox small = new Inbox(folder, new SecureRandom(), new Inbox.Limits(3, 0));
        for (int i = 0; i < 3; i++) {
            laid(small.put(letter(i)));
        }

        assertEquals(new Inbox.Put.Full(3), small.put(letter(3)));
        assertEquals(3, small.waiting().size());
        assertEquals(List.of(), small.strangers());
        small.delete(small.waiting().getFirst());
        laid(small.put(letter(4)));
    }

    @Test
    void leavesTheDiskItsRoom() throws IOException {
        Inbox full = new Inbox(folder, new SecureRandom(), new Inbox.Limits(3, Long.MAX_VALUE));

        assertEquals(new Inbox.Put.NoRoom(Long.MAX_VALUE), full.put(letter(1)));
        assertEquals(List.of(), full.waiting());
        assertEquals(List.of(), full.strangers());
    }

    @Test
    void leavesAloneWhatIsNotOurs() throws IOException {
        String name = laid(inbox.put(letter(1)));
        Files.write(folder.resolve("." + "0".repeat(32)), new byte[17]);
        Files.writeString(folder.resolve("README"), "x");
        Files.write(folder.resolve("1".repeat(32)), new byte[17]);
        Files.createDirectory(folder.resolve("2".repeat(32)));
        Path elsewhere = Files.write(home.resolve("elsewhere"), letter(9));
        Files.createSymbolicLink(folder.resolve("3".repeat(32)), elsewhere);

        assertEquals(List.of(name), inbox.waiting());
        assertEquals(
                List.of("." + "0".repeat(32), "1".repeat(32), "2".repeat(32), "3".repeat(32), "README"),
                inbox.strangers());
        assertEquals(Optional.empty(), inbox.read("1".repeat(32)));
        assertEquals(Optional.empty(), inbox.read("2".repeat(32)));
        assertEquals(Optional.empty(), inbox.read("3".repeat(32)));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(6, all.count());
        }
    }

    /** Twenty lay, two fetch: each letter that was laid is fetched, and none is twice unless both read it at once. */
    @Test
    void losesAndDoublesNothing() throws Exception {
        int threads = 20;
        int each = 15;
        Set<String> laid = java.util.Collections.synchronizedSet(new TreeSet<>());
        List<String> fetched = java.util.Collections.synchronizedList(new ArrayList<>());
        Set<Integer> numbers = java.util.Collections.synchronizedSet(new TreeSet<>());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads + 1)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int first = t * each;
                running.add(pool.submit(() -> {
                    for (int i = first; i < first + each; i++) {
                        assertTrue(laid.add(laid(inbox.put(letter(i)))));
                    }
                    return true;
                }));
            }
            Callable<Boolean> fetch = () -> {
                while (fetched.size() < threads * each && !Thread.interrupted()) {
                    for (String name : inbox.waiting()) {
                        byte[] letter = inbox.read(name).orElseThrow();
                        assertTrue(numbers.add(ByteBuffer.wrap(letter).getInt()), "a letter came twice");
                        fetched.add(name);
                        inbox.delete(name);
                    }
                }
                return true;
            };
            running.add(pool.submit(fetch));
            for (Future<Boolean> each1 : running) {
                assertTrue(each1.get(60, java.util.concurrent.TimeUnit.SECONDS));
            }
        }

        assertEquals(laid, new TreeSet<>(fetched));
        assertEquals(threads * each, numbers.size());
        assertEquals(List.of(), inbox.waiting());
        assertEquals(List.of(), inbox.strangers());
    }

    @Test
    void holdsItsLimitAlsoWhenManyLayAtOnce() throws Exception {
        Inbox small = new Inbox(folder, new SecureRandom(), new Inbox.Limits(10, 0));
        try (ExecutorService pool = Executors.newFixedThreadPool(20)) {
            List<Future<Inbox.Put>> running = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = i;
                running.add(pool.submit(() -> small.put(letter(number))));
            }
            for (Future<Inbox.Put> put : running) {
                put.get(60, java.util.concurrent.TimeUnit.SECONDS);
            }
        }

        assertTrue(small.waiting().size() <= 10, small.waiting().size() + " wait");
        assertEquals(List.of(), small.strangers());
    }
}
