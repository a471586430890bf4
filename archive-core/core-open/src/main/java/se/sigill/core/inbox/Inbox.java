package se.sigill.core.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import se.sigill.core.disk.Durable;

/**
 * The folder {@code inbox/} of the open zone's home: the outside lays letters that it cannot read, the inside fetches
 * them and puts each away after its own commit, into another such folder where it is kept for a while: an inside that
 * is restored from a backup reads it there again. Names are random and tell no order.
 *
 * <p>Threads and processes may work at the same time: a letter comes under its name whole, by a rename. The inside
 * believes nothing of what lies here: neither links nor anything that has not a letter's size is opened.
 */
public final class Inbox {
    /** So many wait at most: 640 MiB of letters. An office that answers ten a day has years to fetch them. */
    public static final int LETTERS_MAX = 10_000;

    /** So much disk stays free: the applier needs room, and the public site goes before more letters. */
    public static final long FREE_BYTES_MIN = 512L << 20;

    private static final String HALF = ".";

    private final Path folder;
    private final RandomGenerator random;
    private final Limits limits;
    private boolean prepared;

    /** @param lettersMax waiting, with everything else in the folder @param freeBytesMin that stay of the disk */
    public record Limits(int lettersMax, long freeBytesMin) {
        public static final Limits DEFAULT = new Limits(LETTERS_MAX, FREE_BYTES_MIN);
    }

    /** What became of laying a letter. */
    public sealed interface Put {
        /** It survives a power cut. @param name under which it waits */
        record Laid(String name) implements Put {}

        /** Too many wait already; nothing was kept. */
        record Full(int lettersMax) implements Put {}

        /** The disk is nearly full; nothing was kept. */
        record NoRoom(long freeBytesMin) implements Put {}
    }

    /** @param folder {@code OutsideHome.inbox()} @param random a source that nobody foresees, safe for threads */
    public Inbox(Path folder, RandomGenerator random) {
        this(folder, random, Limits.DEFAULT);
    }

    public Inbox(Path folder, RandomGenerator random, Limits limits) {
        this.folder = folder;
        this.random = random;
        this.limits = limits;
    }

    /**
     * Lays a letter. It is durable before this returns {@link Put.Laid}; of any other answer, or a failure, nothing is
     * left that would be fetched.
     *
     * @throws IllegalArgumentException if it has not the size of a letter
     * @throws IOException if the disk refuses; perhaps a half-written file is left, which {@link #strangers} tells
     */
    public Put put(byte[] letter) throws IOException {
        if (letter.length != Letter.LETTER_BYTES) {
            throw new IllegalArgumentException("a letter has " + Letter.LETTER_BYTES + " bytes");
        }
        prepare();
        if (Files.getFileStore(folder).getUsableSpace() < limits.freeBytesMin()) {
            return new Put.NoRoom(limits.freeBytesMin());
        }
        String name = Bytes.randomName(random);
        Path half = folder.resolve(HALF + name);
        // Made before the others are counted: whoever counts counts this too, so that two cannot both be the last.
        Files.createFile(half);
        if (isOverfull()) {
            Files.delete(half);
            return new Put.Full(limits.lettersMax());
        }
        write(half, letter);
        // If we stop here, nobody was told that it came, and nobody fetches what begins with a dot.
        Durable.move(half, folder.resolve(name));
        return new Put.Laid(name);
    }

    /**
     * Whoever made the folder, or the home that it lies in, may have been stopped before its name was durable: so the
     * first letter sees to that.
     */
    private synchronized void prepare() throws IOException {
        if (prepared) {
            return;
        }
        Files.createDirectories(folder);
        Path home = folder.toAbsolutePath().normalize().resolveSibling(".").normalize();
        Durable.forceDirectory(home);
        Durable.forceDirectory(home.resolveSibling(".").normalize());
        prepared = true;
    }

    private boolean isOverfull() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path ignored : all) {
                if (++count > limits.lettersMax()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void write(Path half, byte[] letter) throws IOException {
        try {
            Files.write(half, letter);
            Durable.force(half);
        } catch (IOException e) {
            Files.deleteIfExists(half);
            throw e;
        }
    }

    /** Names of letters that wait, at most {@link #LETTERS_MAX}, sorted; what came first is not told. May be empty. */
    public List<String> waiting() throws IOException {
        return names(true);
    }

    /**
     * What lies here and is no letter: half-written, or not ours. Left alone; a person looks. At most
     * {@link #LETTERS_MAX} file names, sorted.
     */
    public List<String> strangers() throws IOException {
        return names(false);
    }

    private List<String> names(boolean letters) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                if (isLetter(file) == letters && names.size() < LETTERS_MAX) {
                    names.add(file.getFileName().toString());
                }
            }
        }
        names.sort(null);
        return names;
    }

    private static boolean isLetter(Path file) throws IOException {
        if (!Bytes.NAME.matcher(file.getFileName().toString()).matches()) {
            return false;
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() && attributes.size() == Letter.LETTER_BYTES;
        } catch (NoSuchFileException e) {
            // Another fetched it meanwhile.
            return false;
        }
    }

    /**
     * A letter that waits, as it lies; nothing of it was looked at.
     *
     * @return empty if there is none of this name any more
     * @throws IllegalArgumentException if the name is none
     */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(Bytes.requireName(name));
        if (!isLetter(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] letter = in.readNBytes(Letter.LETTER_BYTES + 1);
            return letter.length == Letter.LETTER_BYTES ? Optional.of(letter) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes a letter away, once the inside has it in a commit of its own. Durable on return; doing it again is
     * harmless.
     *
     * @throws IllegalArgumentException if the name is none
     */
    public void delete(String name) throws IOException {
        if (Files.deleteIfExists(folder.resolve(Bytes.requireName(name)))) {
            Durable.forceDirectory(folder);
        }
    }

    /**
     * Puts a letter away, once the inside has it in a commit of its own. Durable on return; where it has gone already
     * nothing happens. A power cut may leave it in both folders.
     *
     * @param kept where it lies from now on, on the same disk
     * @throws IllegalArgumentException if the name is none
     */
    public void putAway(String name, Inbox kept) throws IOException {
        Path letter = folder.resolve(Bytes.requireName(name));
        kept.prepare();
        if (Files.exists(letter)) {
            Durable.move(letter, kept.folder.resolve(name));
        }
    }

    /**
     * Deletes letters that were laid before that, and the oldest of those that are too many. For one at a time.
     *
     * @return how many were deleted
     */
    public int sweep(Instant before) throws IOException {
        record Lying(String name, FileTime laid) {}
        List<Lying> all = new ArrayList<>();
        for (String name : waiting()) {
            all.add(new Lying(name, Files.getLastModifiedTime(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)));
        }
        all.sort(Comparator.comparing(Lying::laid));
        int deleted = 0;
        for (Lying each : all) {
            if (all.size() - deleted > limits.lettersMax()
                    || each.laid().toInstant().isBefore(before)) {
                delete(each.name());
                deleted++;
            }
        }
        return deleted;
    }
}
