package se.sigill.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.bundle.Manifest;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.zone.Inside.Letter;

/** When the bytes of what was taken away go out of the index: once for many, and never late. */
class ExpungingTest {
    @TempDir
    private Path folder;

    private OutsideHome outside = new OutsideHome(Path.of("."));
    private Inside inside;
    private final Hands clock = new Hands();
    private final List<String> ids = new ArrayList<>();
    /** Id to a word that stands in this record alone. */
    private final Map<String, String> words = new HashMap<>();

    private Manifest last;

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    @BeforeEach
    void begin() throws IOException {
        outside = new OutsideHome(folder);
        inside = new Inside(outside);
        inside.isTrusted();
        List<Letter> letters = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 60; i++) {
            ids.add("1abcdefghjkmnpqrstvwxyz0%02d".formatted(i));
            // Letters that Lucene does not pack, in no order: else its bytes would not be the word's.
            String word = random.ints(10, 'а', 'я')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            words.put(ids.getLast(), word);
            letters.add(new Letter(ids.getLast(), "Brev", "Ett brev om " + word + "."));
        }
        last = inside.send(1, 1, "", letters, List.of());
    }

    private Zone open() {
        return Zone.open(outside, clock, Duration.ofSeconds(10));
    }

    /** Applies a bundle that takes one away. @return the word that stood in it alone */
    private String takeAway(Zone zone) throws IOException {
        String id = ids.removeLast();
        send(zone, id);
        return words.getOrDefault(id, "");
    }

    private void send(Zone zone, String goes) throws IOException {
        last = inside.send(1, last.number() + 1, last.digest(), List.of(), List.of(goes), clock.now);
        assertEquals(List.of(), zone.applier().applyWaiting().refused());
    }

    /** Without its first letters, which it may share with another word. */
    private boolean has(String word) throws IOException {
        String bytes = new String(word.substring(2).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void onceItIsQuietItIsDone() throws IOException {
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            String word = takeAway(zone);
            clock.pass(Expunging.QUIET.minusSeconds(1));
            zone.expunging().whenQuiet();
            assertTrue(has(word), "another may follow");

            clock.pass(Duration.ofSeconds(1));
            zone.expunging().whenQuiet();
            assertFalse(has(word));
            assertTrue(has(words.getOrDefault(ids.getFirst(), "")));
        }
    }

    /** Something goes every five seconds, and never is it quiet. */
    @Test
    void howeverMuchGoesOnNothingIsThereAfterMinutes() throws IOException {
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            List<String> taken = new ArrayList<>();
            int rewritten = 0;
            for (int second = 0; second < 700; second += 5) {
                if (second % 30 == 0) {
                    taken.add(takeAway(zone));
                } else {
                    send(zone, "2abcdefghjkmnpqrstvwxyz000");
                }
                clock.pass(Duration.ofSeconds(5));
                long before = generation();
                zone.expunging().whenQuiet();
                rewritten += generation() == before ? 0 : 1;
                if (second >= 300) {
                    assertFalse(has(taken.get((second - 300) / 30)), second + " s");
                }
            }
            assertEquals(2, rewritten, "once in five minutes, not at each");
        }
    }

    private long generation() throws IOException {
        try (Stream<Path> files = Files.list(outside.zone().resolve("index"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("segments_"))
                    .mapToLong(name -> Long.parseLong(name.substring(9), 36))
                    .max()
                    .orElse(0);
        }
    }

    @Test
    void anOrderlyStopDoesIt() throws IOException {
        String word;
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            word = takeAway(zone);
            assertTrue(has(word));
        }
        assertFalse(has(word));
        assertFalse(Files.exists(outside.zone().resolve("expunge")));
    }

    @Test
    void afterAKillItIsDoneByTheNextOne(@TempDir Path left) throws IOException {
        String word;
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            word = takeAway(zone);
            copy(outside.root(), left.resolve("outside"));
        }
        outside = new OutsideHome(left.resolve("outside"));
        folder = outside.root();
        assertTrue(has(word), "as a kill left it");
        try (Zone zone = open()) {
            assertEquals(List.of(), zone.applier().applyWaiting().applied());
            clock.pass(Expunging.QUIET);
            zone.expunging().whenQuiet();
            assertFalse(has(word));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void aMarkThatSaysNothingIsOld() throws IOException {
        try (Zone zone = open()) {
            zone.applier().applyWaiting();
            String word = takeAway(zone);
            Files.write(outside.zone().resolve("expunge"), new byte[0]);

            zone.expunging().whenQuiet();

            assertFalse(has(word));
        }
    }
}
