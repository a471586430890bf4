package se.sigill.staff.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.sigill.app.serve.PrivateFile;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;

/**
 * Files on their way in: each basket is a folder below {@code work/uploads}, for one account. Nothing here is received:
 * a receipt is given for what {@link Intake} has put into the spool. A basket that nobody hands in goes after a day.
 */
public final class Uploads {
    /** What one basket may hold. */
    public static final long BYTES_MAX = 8L << 30;

    static final Duration AGE_MAX = Duration.ofDays(1);
    static final int FILES_MAX = 10_000;

    /** Room that stays free on the disk. */
    private static final long FREE_MIN = 1L << 30;

    /** So often the room on the disk is looked at while a file comes. */
    private static final long ROOM_LOOK = 64L << 20;

    private static final int ID_BYTES = 16;

    /** Files of a basket get their numbers one after another. */
    private static final Object RESERVING = new Object();

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Uploads(Home home) {
        this.folder = home.work().resolve("uploads");
    }

    /** A new basket of an account. */
    public Basket begin(String account) throws IOException {
        PrivateFile.folder(folder);
        deleteOld(Instant.now().minus(AGE_MAX));
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Path place = folder.resolve(HexFormat.of().formatHex(id));
        PrivateFile.folder(place);
        Files.writeString(place.resolve("owner"), account);
        return new Basket(place);
    }

    /** The basket of this id, if it is the account's. */
    public Optional<Basket> find(String id, String account) throws IOException {
        if (!id.matches("[0-9a-f]{32}")) {
            return Optional.empty();
        }
        Path place = folder.resolve(id);
        Path owner = place.resolve("owner");
        return Files.exists(owner) && Files.readString(owner).equals(account)
                ? Optional.of(new Basket(place))
                : Optional.empty();
    }

    private void deleteOld(Instant before) throws IOException {
        try (Stream<Path> baskets = Files.list(folder)) {
            for (Path place : baskets.toList()) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(before)) {
                    new Basket(place).delete();
                }
            }
        }
    }

    private static void mustNotExceed(long bytes) {
        if (bytes > BYTES_MAX) {
            throw new ArchiveException.WrongUsage("more than " + (BYTES_MAX >> 30)
                    + " GiB at once: hand in several deliveries, or use sigill deposit on the server");
        }
    }

    /** Refuses what would fill the disk. @param more bytes that are to come and are not written yet */
    private void mustHaveRoom(long more) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() - more < FREE_MIN) {
            throw new ArchiveException.StorageFailed(
                    "the disk is full: nothing more is taken in until there is room; nothing that was"
                            + " acknowledged is lost",
                    new IOException("less than 1 GiB free"));
        }
    }

    /** Files that are handed in together. */
    public final class Basket {
        private final Path place;

        private Basket(Path place) {
            this.place = place;
        }

        public String id() {
            return place.getFileName().toString();
        }

        private Path content() throws IOException {
            Path content = place.resolve("content");
            PrivateFile.folder(content);
            return content;
        }

        /** The file of this name in the basket. @throws ArchiveException.WrongUsage if it is no name to keep */
        public Path file(String name) throws IOException {
            Path content = content();
            String clean = name.replace('\\', '/').replaceAll("^[A-Za-z]:", "").replaceAll("^/+", "");
            Path file;
            try {
                file = content.resolve(clean).normalize();
            } catch (java.nio.file.InvalidPathException e) {
                throw new ArchiveException.WrongUsage("a file has a name that no disk keeps; rename it", e);
            }
            if (clean.isBlank() || !file.startsWith(content) || file.equals(content)) {
                throw new ArchiveException.WrongUsage("a file has a name that leads out of the delivery; rename it");
            }
            PrivateFile.folder(Objects.requireNonNull(file.getParent()));
            return file;
        }

        /** Adds a whole file. */
        public void add(String name, InputStream bytes) throws IOException {
            Path file = file(name);
            if (Files.exists(file)) {
                throw new ArchiveException.WrongUsage(
                        "two files are called " + file.getFileName() + "; hand them in as a folder or a zip");
            }
            try (bytes;
                    var out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long total = 0;
                long looked = -ROOM_LOOK;
                int count = bytes.read(buffer);
                while (count >= 0) {
                    total += count;
                    mustNotExceed(total);
                    if (total - looked >= ROOM_LOOK) {
                        mustHaveRoom(ROOM_LOOK);
                        looked = total;
                    }
                    out.write(buffer, 0, count);
                    count = bytes.read(buffer);
                }
            }
        }

        /**
         * Reserves room for a file that comes in pieces. Asked again for one of which nothing has come it is the same:
         * the answer was lost.
         *
         * @param length in bytes
         * @return its number
         */
        public int reserve(String name, long length) throws IOException {
            synchronized (RESERVING) {
                Path file = file(name);
                Reserved so = reserved();
                if (Files.exists(file)) {
                    Optional<Piece> last = so.count() == 0 ? Optional.empty() : piece(so.count() - 1);
                    if (last.filter(piece -> piece.file().equals(file) && piece.length() == length)
                                    .isPresent()
                            && Files.size(file) == 0) {
                        return so.count() - 1;
                    }
                    throw new ArchiveException.WrongUsage(
                            "two files are called " + file.getFileName() + "; hand them in as a folder or a zip");
                }
                if (so.count() >= FILES_MAX) {
                    throw new ArchiveException.WrongUsage("more than " + FILES_MAX + " files at once: hand in a zip");
                }
                mustNotExceed(so.bytes() + length);
                mustHaveRoom(length);
                Files.writeString(
                        place.resolve(so.count() + ".piece"),
                        length + "\n" + content().relativize(file));
                Files.createFile(file);
                Files.writeString(place.resolve("reserved"), (so.count() + 1) + " " + (so.bytes() + length));
                return so.count();
            }
        }

        /** How many files come in pieces, and how large they will be together. */
        private record Reserved(int count, long bytes) {}

        private Reserved reserved() throws IOException {
            Path note = place.resolve("reserved");
            if (Files.notExists(note)) {
                return new Reserved(0, 0);
            }
            String[] numbers = Files.readString(note).split(" ");
            return new Reserved(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
        }

        /** A file that comes in pieces; empty if there is none of this number. */
        public Optional<Piece> piece(int number) throws IOException {
            Path note = place.resolve(number + ".piece");
            if (Files.notExists(note)) {
                return Optional.empty();
            }
            String[] lines = Files.readString(note).split("\n", 2);
            return Optional.of(new Piece(content().resolve(lines[1]), Long.parseLong(lines[0])));
        }

        /** Whether every file that comes in pieces has come. */
        public boolean isWhole() throws IOException {
            int count = reserved().count();
            for (int i = 0; i < count; i++) {
                Optional<Piece> piece = piece(i);
                if (piece.isEmpty() || piece.get().offset() < piece.get().length()) {
                    return false;
                }
            }
            return true;
        }

        /** What is handed in: the one zip, mailbox or file there is, else the folder of all; empty if there is none. */
        public Optional<Path> source() throws IOException {
            try (Stream<Path> files = Files.list(content())) {
                java.util.List<Path> all = files.toList();
                return all.isEmpty() ? Optional.empty() : Optional.of(all.size() == 1 ? all.getFirst() : content());
            }
        }

        /** Takes it away, with all that is in it. */
        public void delete() throws IOException {
            @Nullable IOException failed = null;
            try (Stream<Path> all = Files.walk(place)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    try {
                        Files.deleteIfExists(each);
                    } catch (IOException e) {
                        failed = e;
                    }
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    /** A file that comes in pieces. @param length it will have at the end */
    public record Piece(Path file, long length) {
        /** How much of it is here. */
        public long offset() throws IOException {
            return Files.size(file);
        }

        /** Adds what comes, at most up to the length. @return the offset after it */
        public long append(InputStream bytes) throws IOException {
            try (var out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
                byte[] buffer = new byte[1 << 16];
                long left = length - offset();
                int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, Math.max(left, 1)));
                while (count >= 0 && left > 0) {
                    out.write(buffer, 0, count);
                    left -= count;
                    count = left == 0 ? -1 : bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                }
            }
            return offset();
        }
    }
}
