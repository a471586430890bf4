package se.sigill.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a proof bundle as they lie in a folder or a zip. Nothing is believed here but names and sizes; the
 * caller closes it. Not safe for threads.
 */
public sealed interface ProofFiles extends AutoCloseable {
    /** A bundle has at most fourteen; what has many more is none. */
    int FILES_MAX = 64;

    /** Every part but the file itself is small. */
    int SMALL_BYTES_MAX = 1 << 20;

    /** The names of all files, sorted, with {@code /}. */
    List<String> names();

    /** A file's bytes; the caller closes the stream. */
    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** The bytes of a small file; empty if it is not there or larger than {@link #SMALL_BYTES_MAX}. */
    default Optional<byte[]> small(String name) throws IOException {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(SMALL_BYTES_MAX + 1);
            return bytes.length > SMALL_BYTES_MAX ? Optional.empty() : Optional.of(bytes);
        }
    }

    /** Whether a path looks like a bundle: a folder with {@code proof.json}, or a zip file. */
    static boolean isBundle(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve(ProofBundle.ABOUT));
        }
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("PK\3\4");
        }
    }

    /** @throws IOException if it cannot be read, has unsafe names or too many: then it is no bundle of ours */
    static ProofFiles open(Path path) throws IOException {
        return Files.isDirectory(path) ? Folder.of(path) : Zip.of(path);
    }

    /** Files in a folder. Symbolic links are refused. */
    record Folder(Path root, List<String> names) implements ProofFiles {
        static Folder of(Path root) throws IOException {
            TreeSet<String> names = new TreeSet<>();
            try (var walk = Files.walk(root, 3)) {
                for (Path path : (Iterable<Path>) walk::iterator) {
                    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                        continue;
                    }
                    names.add(root.relativize(path).toString().replace('\\', '/'));
                    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || names.size() > FILES_MAX) {
                        throw new IOException("a link, a device or more than " + FILES_MAX + " files in the folder");
                    }
                }
            }
            return new Folder(root, new ArrayList<>(names));
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(root.resolve(name));
        }

        @Override
        public void close() {}
    }

    /** Entries of a zip. */
    record Zip(ZipFile zip, List<String> names) implements ProofFiles {
        static Zip of(Path path) throws IOException {
            ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            try {
                return new Zip(zip, new ArrayList<>(safeNames(zip)));
            } catch (IOException e) {
                zip.close();
                throw e;
            }
        }

        private static TreeSet<String> safeNames(ZipFile zip) throws IOException {
            if (zip.size() > FILES_MAX) {
                throw new IOException("more than " + FILES_MAX + " entries in the zip");
            }
            TreeSet<String> names = new TreeSet<>();
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                String name = entry.getName();
                if (entry.isDirectory()) {
                    continue;
                }
                boolean safe = List.of(name.split("/", -1)).stream().allMatch(ProofBundle::isName);
                if (!safe || !names.add(name)) {
                    throw new IOException("an entry of the zip has an unsafe name or stands twice");
                }
            }
            return names;
        }

        @Override
        public InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException("no entry " + name);
            }
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
