package se.sigill.core.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;

/**
 * Finds the line of a file in {@code leaves} without keeping the lines: twelve bytes a slot, two slots a leaf, instead
 * of the 600 bytes that a leaf with its texts takes. An erasure puts another file in the place of the one that was
 * read; then it is read anew. For one thread.
 */
final class LeafTable {
    private static final int FIRST_SIZE = 1024;
    private static final int PART_BYTES = 1024;

    private final Path folder;
    /** Of each slot: the line's offset and one more, 0 where it is free. */
    private long[] offsets = new long[2 * FIRST_SIZE];
    /** And the hash of the file's name. */
    private int[] tags = new int[2 * FIRST_SIZE];

    private int count;
    private @Nullable Version read;

    /** Which file was read. */
    private record Version(@Nullable Object key, long modified, long size) {
        static Version of(Path file) throws IOException {
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(a.fileKey(), a.lastModifiedTime().toMillis(), a.size());
        }
    }

    /** @param folder of the period */
    LeafTable(Path folder) {
        this.folder = folder;
    }

    /** Reads all leaves. @return their tree; empty if the file is not exact, as {@link PeriodFolder#leaves} */
    Optional<SparseTree.Builder> read() throws IOException {
        offsets = new long[2 * FIRST_SIZE];
        tags = new int[2 * FIRST_SIZE];
        count = 0;
        read = Version.of(file());
        SparseTree.Builder tree = new SparseTree.Builder();
        boolean whole = PeriodFolder.eachLeaf(folder, (leaf, offset) -> {
            tree.add(leaf);
            if (leaf instanceof Leaf.Standing standing) {
                put(standing.file().hashCode(), offset);
            }
        });
        return whole ? Optional.of(tree) : Optional.empty();
    }

    /** The leaf of a file; empty if there is none, or it was erased. */
    Optional<Leaf.Standing> find(String reference) throws IOException {
        if (!Version.of(file()).equals(read) && read().isEmpty()) {
            throw new ArchiveException.Damaged(
                    "leaves of period " + folder.getFileName() + " cannot be read; run sigill verify");
        }
        int tag = reference.hashCode();
        try (RandomAccessFile in = new RandomAccessFile(file().toFile(), "r")) {
            for (int slot = slot(tag); offsets[slot] != 0; slot = next(slot)) {
                if (tags[slot] == tag
                        && line(in, offsets[slot] - 1).flatMap(Leaf::parse).orElse(null)
                                instanceof Leaf.Standing standing
                        && standing.file().equals(reference)) {
                    return Optional.of(standing);
                }
            }
        }
        return Optional.empty();
    }

    private Path file() {
        return folder.resolve(PeriodFolder.LEAVES);
    }

    private void put(int tag, long offset) {
        if (2 * ++count > offsets.length) {
            long[] oldOffsets = offsets;
            int[] oldTags = tags;
            offsets = new long[2 * oldOffsets.length];
            tags = new int[2 * oldTags.length];
            for (int i = 0; i < oldOffsets.length; i++) {
                if (oldOffsets[i] != 0) {
                    take(oldTags[i], oldOffsets[i]);
                }
            }
        }
        take(tag, offset + 1);
    }

    private void take(int tag, long place) {
        int slot = slot(tag);
        while (offsets[slot] != 0) {
            slot = next(slot);
        }
        offsets[slot] = place;
        tags[slot] = tag;
    }

    /** The hash of a text spreads its end only over the low bits. */
    private int slot(int tag) {
        return ((tag * 0x9E3779B9) >>> 7) & (offsets.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (offsets.length - 1);
    }

    private static Optional<String> line(RandomAccessFile in, long offset) throws IOException {
        in.seek(offset);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] part = new byte[PART_BYTES];
        for (int n = in.read(part); n > 0; n = in.read(part)) {
            int end = end(part, n);
            line.write(part, 0, end);
            if (end < n) {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static int end(byte[] part, int n) {
        for (int i = 0; i < n; i++) {
            if (part[i] == '\n') {
                return i;
            }
        }
        return n;
    }
}
