package se.sigill.core.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One file of a version to be.
 *
 * @param path where it stands in the version, with {@code /} between the names: {@code metadata/record.json}
 * @param digests its size and digests; the store believes them, so they are taken where the bytes came in
 */
public record VersionFile(String path, Content content, Digests digests) {
    /** File systems refuse longer names. */
    private static final int NAME_BYTES_MAX = 255;
    /** So many bytes of UTF-8 one {@code char} needs at most. */
    private static final int UTF8_BYTES_MAX = 3;

    /** Where the bytes are. */
    public sealed interface Content {}

    /**
     * A file on the archive's own file system. The store links it in, and copies it only where links are missing.
     *
     * <p>Its bytes were forced to the disk by whoever wrote it, and nobody changes them any more: after the link the
     * spool and the package share them.
     */
    public record Linked(Path source) implements Content {}

    /** Bytes in memory: metadata that was made for this version. Not copied; the caller leaves them alone. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Bytes(byte[] bytes) implements Content {}

    /** @throws IllegalArgumentException if the path is no path of an OCFL version */
    public VersionFile {
        if (!isPath(path)) {
            throw new IllegalArgumentException(
                    "a name in the path of a version is empty, a dot, too long or has control" + " characters");
        }
    }

    public static VersionFile linked(String path, Path source, Digests digests) {
        return new VersionFile(path, new Linked(source), digests);
    }

    public static VersionFile ofBytes(String path, byte[] bytes) {
        return new VersionFile(path, new Bytes(bytes), Digests.of(bytes));
    }

    /** OCFL 1.1 §3.5.3.1: no empty name, no dots as name, no slash at the ends; and no control characters. */
    static boolean isPath(String path) {
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.equals(".") || name.equals("..") || isLong(name)) {
                return false;
            }
        }
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Asked of every path of every inventory that is read: bytes are counted only where they may be too many. */
    private static boolean isLong(String name) {
        return name.length() * UTF8_BYTES_MAX > NAME_BYTES_MAX
                && name.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX;
    }
}
