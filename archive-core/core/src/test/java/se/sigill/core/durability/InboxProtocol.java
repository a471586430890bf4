package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FollowCode;
import se.sigill.core.inbox.Inbox;
import se.sigill.core.inbox.Letter;

/**
 * Letters and boxes of who asks without a name. A letter that was acknowledged is there until it was taken away, a state
 * is the one that was told last or a later one, and what was deleted stays so.
 */
final class InboxProtocol implements Protocol {
    private static final Inbox.Limits LIMITS = new Inbox.Limits(100, 0);
    private static final byte[] FILE = "en kopia".getBytes(StandardCharsets.UTF_8);

    private final BoxKey kept = FollowCode.make(new SecureRandom()).boxKey();
    private final BoxKey bare = FollowCode.make(new SecureRandom()).boxKey();
    private final BoxKey gone = FollowCode.make(new SecureRandom()).boxKey();

    @Override
    public String name() {
        return "inbox";
    }

    private static Inbox inbox(Path home) {
        return new Inbox(home.resolve("inbox"), new SecureRandom(), LIMITS);
    }

    private static Inbox keeping(Path home) {
        return new Inbox(home.resolve("inbox-kept"), new SecureRandom(), LIMITS);
    }

    private static Boxes boxes(Path home) {
        return new Boxes(home.resolve("boxes"), new SecureRandom());
    }

    private static byte[] letter(int number) {
        return ByteBuffer.allocate(Letter.LETTER_BYTES).putInt(number).array();
    }

    private static BoxState state(int number) {
        return new BoxState(
                "sv",
                "",
                Integer.toString(number),
                "received",
                Instant.EPOCH.plusSeconds(number),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                BoxFee.NONE,
                "",
                "");
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        Inbox inbox = inbox(home);
        String first = put(recorder, inbox, 1);
        put(recorder, inbox, 2);
        inbox.delete(first);
        recorder.acknowledge("fetched " + first);
        String third = put(recorder, inbox, 3);
        inbox.putAway(third, keeping(home));
        recorder.acknowledge("put-away " + third);

        Boxes boxes = boxes(home);
        String file = boxes.putFile(kept, new ByteArrayInputStream(FILE));
        recorder.acknowledge("file " + file);
        for (int number = 1; number <= 2; number++) {
            boxes.putState(kept, state(number));
            recorder.acknowledge("state " + number);
        }
        String second = boxes.putFile(kept, new ByteArrayInputStream(FILE));
        recorder.acknowledge("file " + second);
        boxes.deleteFile(kept.name(), second);
        recorder.acknowledge("unfiled " + second);
        boxes.putState(bare, state(1));
        recorder.acknowledge("bare");
        boxes.putState(gone, state(1));
        boxes.deleteBox(gone.name());
        recorder.acknowledge("gone");
    }

    private static String put(Recorder recorder, Inbox inbox, int number) throws IOException {
        String name = assertInstanceOf(Inbox.Put.Laid.class, inbox.put(letter(number)))
                .name();
        recorder.acknowledge("laid " + name + " " + number);
        return name;
    }

    @Override
    public void check(Path home, List<String> acknowledged) throws IOException {
        if (acknowledged.contains("gone")) {
            assertEquals(Set.of(kept.name(), bare.name()), below(home.resolve("boxes")), "a box is not gone");
        }
        boxes(home).sweep();
        Set<String> waiting = new HashSet<>(inbox(home).waiting());
        Set<String> putAway = new HashSet<>(keeping(home).waiting());
        Set<String> known = new HashSet<>(acknowledged);
        for (String what : acknowledged) {
            String[] words = what.split(" ");
            switch (words[0]) {
                case "laid" -> {
                    if (waiting.contains(words[1])) {
                        byte[] there = inbox(home).read(words[1]).orElseThrow();
                        assertArrayEquals(letter(Integer.parseInt(words[2])), there);
                    } else if (putAway.contains(words[1])) {
                        byte[] there = keeping(home).read(words[1]).orElseThrow();
                        assertArrayEquals(letter(Integer.parseInt(words[2])), there);
                    } else {
                        // Between the deletion and its acknowledgement it may be gone already: only the first is
                        // deleted.
                        assertEquals("1", words[2], "letter " + words[2] + " is lost");
                    }
                }
                case "fetched" -> assertFalse(waiting.contains(words[1]), "a letter came back");
                case "put-away" -> {
                    assertFalse(waiting.contains(words[1]), "a letter came back");
                    assertTrue(putAway.contains(words[1]), "a letter that was put away is lost");
                }
                case "file" -> file(home, words[1], known);
                case "unfiled" -> assertFalse(boxes(home).files(kept.name()).contains(words[1]), "a file came back");
                case "state" -> state(home, Integer.parseInt(words[1]));
                case "bare" ->
                    assertInstanceOf(Boxes.Look.Here.class, boxes(home).look(bare));
                case "gone" -> assertEquals(new Boxes.Look.None(), boxes(home).look(gone));
                default -> throw new AssertionError(what);
            }
        }
        for (String name : waiting) {
            int number = ByteBuffer.wrap(inbox(home).read(name).orElseThrow()).getInt();
            assertArrayEquals(letter(number), inbox(home).read(name).orElseThrow(), "half of a letter waits");
        }
    }

    private static Set<String> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private void file(Path home, String id, Set<String> known) throws IOException {
        var there = boxes(home).file(kept, id);
        if (there.isEmpty()) {
            // As with letters: the second is on its way out once it was acknowledged.
            assertFalse(known.stream().noneMatch(k -> k.startsWith("file ") && !k.endsWith(id)), "a file is lost");
            return;
        }
        try (InputStream in = there.orElseThrow()) {
            assertArrayEquals(FILE, in.readAllBytes());
        }
    }

    private void state(Path home, int atLeast) throws IOException {
        BoxState there =
                assertInstanceOf(Boxes.Look.Here.class, boxes(home).look(kept)).state();
        assertFalse(Integer.parseInt(there.reference()) < atLeast, "an older state came back");
    }

    @Override
    public boolean isExcused(String site) {
        return false;
    }
}
