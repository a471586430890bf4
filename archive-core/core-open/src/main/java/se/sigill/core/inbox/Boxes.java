package se.sigill.core.inbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.json.JsonException;

/**
 * The folder {@code boxes/} of the open zone's home: what was released to one requester, a folder for each,
 * everything in it encrypted under the key of the box. The inside writes; the outside reads when somebody comes with
 * a code.
 *
 * <p>Files are laid first, then the state that names them; a file that no state names is nobody's. A state is replaced
 * whole. One process writes, one thread at a time for each box; any number read.
 */
public final class Boxes {
    /** The file that says what the rest is. */
    static final String STATE = "state";

    private static final String HALF = ".";
    private static final String GOING = ".gone-";

    /** So many boxes or files are listed at most. */
    static final int NAMES_MAX = 100_000;

    private final Path folder;
    private final RandomGenerator random;

    /** What somebody finds who comes with a code. */
    public sealed interface Look {
        record Here(BoxState state) implements Look {}

        /** There is no such box: never was, not yet, or no longer. */
        record None() implements Look {}

        /** There is one, and it is not as it was laid there: somebody should look. */
        record Damaged() implements Look {}
    }

    /** @param folder {@code OutsideHome.boxes()} @param random a source that nobody foresees */
    public Boxes(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * Puts this state in the place of the one before; the box is made if there is none. After a power cut there is the
     * old one or the new one, whole; on return it is the new one.
     *
     * @throws IllegalArgumentException if it is longer than {@link BoxState#STATE_BYTES_MAX}
     */
    public void putState(BoxKey key, BoxState state) throws IOException {
        byte[] bytes = state.bytes();
        if (bytes.length > BoxState.STATE_BYTES_MAX) {
            throw new IllegalArgumentException("the state of a box has at most " + BoxState.STATE_BYTES_MAX + " bytes");
        }
        lay(key, STATE, new java.io.ByteArrayInputStream(bytes));
    }

    /** What the box says. Reads all of the state, and no other file. */
    public Look look(BoxKey key) throws IOException {
        try (InputStream in = open(key, STATE)) {
            byte[] bytes = in.readNBytes(BoxState.STATE_BYTES_MAX + 1);
            return new Look.Here(BoxState.read(bytes));
        } catch (NoSuchFileException e) {
            return new Look.None();
        } catch (BoxDamagedException | JsonException e) {
            return new Look.Damaged();
        }
    }

    /**
     * Lays a file under a new random name; the box is made if there is none. Durable on return. A failure leaves
     * nothing that has a name, perhaps a half-written file, which {@link #sweep} takes away.
     *
     * @param content is read to its end, and not closed
     * @return the name, for the {@link BoxFile} of a state
     */
    public String putFile(BoxKey key, InputStream content) throws IOException {
        String id = Bytes.randomName(random);
        lay(key, id, content);
        return id;
    }

    /**
     * Opens a file of a box; what {@link PrivateBox#decrypt} says of reading holds. The caller closes it.
     *
     * @return empty if there is none of this name
     * @throws IllegalArgumentException if the name is none
     */
    public Optional<InputStream> file(BoxKey key, String id) throws IOException {
        Bytes.requireName(id);
        try {
            return Optional.of(open(key, id));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private void lay(BoxKey key, String name, InputStream content) throws IOException {
        Path box = box(key.name());
        Durable.createDirectories(folder);
        Files.createDirectories(box);
        Path half = box.resolve(HALF + name);
        try (OutputStream file = new BufferedOutputStream(
                        Files.newOutputStream(half, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
                OutputStream sealed = PrivateBox.encrypt(file, key, name)) {
            content.transferTo(sealed);
        } catch (IOException | RuntimeException e) {
            // Closing has ended it as if it were whole: it must not get its name.
            Files.deleteIfExists(half);
            throw e;
        }
        Durable.force(half);
        Durable.move(half, box.resolve(name));
        // The box may be new, or left by who was stopped before this line.
        Durable.forceDirectory(folder);
    }

    private InputStream open(BoxKey key, String name) throws IOException {
        Path file = box(key.name()).resolve(name);
        InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        try {
            return PrivateBox.decrypt(in, key, name);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Names of boxes, at most 100,000, sorted. May be empty. */
    public List<String> names() throws IOException {
        return list(folder, Boxes::isName);
    }

    /** What lies between the boxes and is none. Left alone; a person looks. Sorted. */
    public List<String> strangers() throws IOException {
        return list(folder, name -> !isName(name) && !name.startsWith(GOING));
    }

    /** Ids of the files in a box, sorted; empty also if there is no such box. */
    public List<String> files(String name) throws IOException {
        return list(box(name), Boxes::isName);
    }

    private static boolean isName(String name) {
        return Bytes.NAME.matcher(name).matches();
    }

    private static List<String> list(Path folder, Predicate<String> wanted) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                String name = each.getFileName().toString();
                if (wanted.test(name) && names.size() < NAMES_MAX) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    /** Deletes a file of a box; what is not there is no error. Durable on return. */
    public void deleteFile(String name, String id) throws IOException {
        Path box = box(name);
        if (Files.deleteIfExists(box.resolve(Bytes.requireName(id)))) {
            Durable.forceDirectory(box);
        }
    }

    /**
     * Deletes a box with all that is in it; what is not there is no error. Durable on return: nobody finds it any more,
     * and no byte of it is left under a name.
     */
    public void deleteBox(String name) throws IOException {
        Path going = folder.resolve(GOING + name);
        if (Files.isDirectory(box(name), LinkOption.NOFOLLOW_LINKS)) {
            // Unreachable at once, then gone, then for good. If we stop between, the sweep or the next call goes on.
            Trees.delete(going);
            Files.move(box(name), going, StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(going)) {
            Trees.delete(going);
            Durable.forceDirectory(folder);
        }
    }

    /** Finishes deletions that were stopped, and takes away half-written files. Only while nobody writes. */
    public void sweep() throws IOException {
        for (String going : list(folder, name -> name.startsWith(GOING))) {
            Trees.delete(folder.resolve(going));
            Durable.forceDirectory(folder);
        }
        for (String name : names()) {
            for (String half : list(box(name), file -> file.startsWith(HALF))) {
                Files.deleteIfExists(box(name).resolve(half));
            }
        }
    }

    private Path box(String name) {
        return folder.resolve(Bytes.requireName(name));
    }
}
