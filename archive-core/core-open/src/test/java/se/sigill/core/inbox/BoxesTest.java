package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxesTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path home;

    private final BoxKey key = FollowCode.make(RANDOM).boxKey();
    private Path folder;
    private Boxes boxes;

    @BeforeEach
    void open() {
        folder = home.resolve("outside/boxes");
        boxes = new Boxes(folder, RANDOM);
    }

    private static byte[] bytes(Optional<InputStream> file) throws IOException {
        try (InputStream in = file.orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private String lay(BoxKey key, String content) throws IOException {
        return boxes.putFile(key, new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private static List<String> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void givesStateAndFilesToWhoHasTheKey() throws IOException {
        assertEquals(new Boxes.Look.None(), boxes.look(key));
        String id = lay(key, "en fil");
        assertEquals(new Boxes.Look.None(), boxes.look(key));
        BoxState state = BoxStateTest.sample(id);
        boxes.putState(key, BoxStateTest.sample("f".repeat(32)));
        boxes.putState(key, state);

        assertEquals(new Boxes.Look.Here(state), boxes.look(key));
        assertArrayEquals("en fil".getBytes(UTF_8), bytes(boxes.file(key, id)));
        assertEquals(Optional.empty(), boxes.file(key, "0".repeat(32)));
        assertEquals(List.of(key.name()), boxes.names());
        assertEquals(List.of(id), boxes.files(key.name()));
        assertEquals(Stream.of(id, "state").sorted().toList(), below(folder.resolve(key.name())));
    }

    @Test
    void showsNothingInAnyNameOrByte() throws IOException {
        String id = lay(key, "HEMLIGHET ".repeat(1000));
        boxes.putState(key, BoxStateTest.sample(id));

        Path box = folder.resolve(key.name());
        for (Path file : List.of(box.resolve("state"), box.resolve(id))) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(text.contains("HEMLIGHET") || text.contains("Protokoll") || text.contains(".pdf"));
            assertEquals(PrivateBox.encryptedBytes(0), Files.size(file));
        }
    }

    @Test
    void tellsAnotherKeyAndAnotherFile() throws IOException {
        String one = lay(key, "ett");
        String two = lay(key, "två");
        boxes.putState(key, BoxStateTest.sample(one));
        BoxKey wrong = new BoxKey(key.name(), FollowCode.make(RANDOM).boxKey().key());
        Path box = folder.resolve(key.name());

        assertEquals(new Boxes.Look.Damaged(), boxes.look(wrong));
        Files.copy(box.resolve(one), box.resolve(two), StandardCopyOption.REPLACE_EXISTING);
        assertThrows(BoxDamagedException.class, () -> bytes(boxes.file(key, two)));
        Files.copy(box.resolve(one), box.resolve("state"), StandardCopyOption.REPLACE_EXISTING);
        assertEquals(new Boxes.Look.Damaged(), boxes.look(key));
        Files.write(box.resolve("state"), new byte[0]);
        assertEquals(new Boxes.Look.Damaged(), boxes.look(key));
        Files.write(box.resolve(one), new byte[7]);
        assertThrows(BoxDamagedException.class, () -> boxes.file(key, one));
    }

    /** Another box's files under this box's name. */
    @Test
    void tellsAFileOfAnotherBox() throws IOException {
        BoxKey other = FollowCode.make(RANDOM).boxKey();
        String id = lay(other, "annans");
        boxes.putState(other, BoxStateTest.sample(id));
        Files.createDirectory(folder.resolve(key.name()));
        for (String file : List.of(id, "state")) {
            Files.copy(
                    folder.resolve(other.name()).resolve(file),
                    folder.resolve(key.name()).resolve(file));
        }

        assertEquals(new Boxes.Look.Damaged(), boxes.look(key));
        assertThrows(BoxDamagedException.class, () -> bytes(boxes.file(key, id)));
    }

    /** Authentic bytes that are no state. */
    @Test
    void tellsAStateOfAnotherForm() throws IOException {
        boxes.putState(key, BoxStateTest.sample("f".repeat(32)));
        try (var out = PrivateBox.encrypt(
                Files.newOutputStream(folder.resolve(key.name()).resolve("state")), key, "state")) {
            out.write("{}".getBytes(UTF_8));
        }

        assertEquals(new Boxes.Look.Damaged(), boxes.look(key));
    }

    /** The source breaks in the midst: closing has ended the file, and it must not be taken for a whole one. */
    @Test
    void laysNothingOfWhatCouldNotBeReadToItsEnd() throws IOException {
        InputStream breaks = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("as a disk that fails");
                }
                return 7;
            }
        };

        assertThrows(IOException.class, () -> boxes.putFile(key, breaks));
        assertEquals(List.of(), below(folder.resolve(key.name())));
    }

    @Test
    void takesAwayAFileAndABox() throws IOException {
        String id = lay(key, "x");
        boxes.putState(key, BoxStateTest.sample(id));
        BoxKey other = FollowCode.make(RANDOM).boxKey();
        lay(other, "y");

        boxes.deleteFile(key.name(), id);
        boxes.deleteFile(key.name(), id);
        assertEquals(Optional.empty(), boxes.file(key, id));
        assertInstanceOf(Boxes.Look.Here.class, boxes.look(key));
        boxes.deleteBox(key.name());
        boxes.deleteBox(key.name());
        assertEquals(new Boxes.Look.None(), boxes.look(key));
        assertEquals(List.of(other.name()), below(folder));
        lay(key, "again");
        assertEquals(1, boxes.files(key.name()).size());
    }

    @Test
    void finishesWhatWasStopped() throws IOException {
        String id = lay(key, "x");
        Path box = folder.resolve(key.name());
        Files.writeString(box.resolve(".state"), "half");
        Files.writeString(box.resolve("." + "0".repeat(32)), "half");
        Files.createDirectories(folder.resolve(".gone-" + "0".repeat(32)).resolve("x"));
        Files.createDirectories(folder.resolve("lost+found"));

        assertEquals(List.of("lost+found"), boxes.strangers());
        boxes.sweep();

        assertEquals(List.of(id), below(box));
        assertEquals(List.of(key.name(), "lost+found"), below(folder));
    }

    @Test
    void deletesABoxWhoseDeletionWasStopped() throws IOException {
        lay(key, "x");
        Files.move(folder.resolve(key.name()), folder.resolve(".gone-" + key.name()));
        boxes.deleteBox(key.name());

        assertEquals(List.of(), below(folder));
    }

    @Test
    void isEmptyBeforeThereIsAFolder() throws IOException {
        assertEquals(List.of(), boxes.names());
        assertEquals(List.of(), boxes.strangers());
        assertEquals(List.of(), boxes.files(key.name()));
        boxes.deleteBox(key.name());
        boxes.deleteFile(key.name(), "0".repeat(32));
        boxes.sweep();
        assertFalse(Files.exists(folder));
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        for (String name : new String[] {"", "..", "../x", "state", ".state", "A".repeat(32), "0".repeat(31) + "/"}) {
            assertThrows(IllegalArgumentException.class, () -> boxes.file(key, name), name);
            assertThrows(IllegalArgumentException.class, () -> boxes.files(name), name);
            assertThrows(IllegalArgumentException.class, () -> boxes.deleteBox(name), name);
            assertThrows(IllegalArgumentException.class, () -> boxes.deleteFile(key.name(), name), name);
        }
    }

    @Test
    void followsNoLinkOutOfTheBox() throws IOException {
        String id = lay(key, "x");
        Path box = folder.resolve(key.name());
        Files.move(box.resolve(id), home.resolve("moved"));
        Files.createSymbolicLink(box.resolve(id), home.resolve("moved"));

        assertThrows(IOException.class, () -> boxes.file(key, id));
        assertTrue(boxes.files(key.name()).contains(id));
    }
}
