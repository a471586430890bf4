package se.sigill.ingest.delivery;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The central directory of a zip (APPNOTE 6.3.10 §4.3), read with a limit on everything. Nothing is unpacked here.
 *
 * <p>Only the directory at the end counts; what lies before or between the entries is not looked at. Zip64 is read;
 * archives over several disks are refused.
 *
 * @param entries every entry, folders included, in the order of the directory
 */
record ZipDirectory(List<ZipEntryHeader> entries) {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END64_SIGNATURE = 0x06064b50;
    private static final int END64_LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END64_BYTES = 56;
    private static final int LOCAL_BYTES = 30;
    private static final int COMMENT_BYTES_MAX = 0xffff;
    /** 500,000 entries with names of 256 bytes; the directory is held in memory while it is read. */
    private static final long DIRECTORY_BYTES_MAX = 192L << 20;

    ZipDirectory {
        entries = List.copyOf(entries);
    }

    /** @throws DamagedException if it is no zip, is broken, or passes a limit */
    static ZipDirectory read(Path zip, ZipLimits limits) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            return read(channel, zip, limits);
        } catch (EOFException e) {
            throw broken("it is cut off");
        }
    }

    private static ZipDirectory read(SeekableByteChannel channel, Path zip, ZipLimits limits) throws IOException {
        End end = end(channel);
        if (end.count() > limits.entriesMax()) {
            throw new DamagedException(DeliveryFinding.TOO_MANY_FILES, "the zip has " + end.count() + " entries");
        }
        if (end.sizeBytes() > DIRECTORY_BYTES_MAX) {
            throw new DamagedException(DeliveryFinding.TOO_MANY_FILES, "the zip's directory is too large");
        }
        ByteBuffer bytes = at(channel, end.offset(), (int) end.sizeBytes());
        List<ZipEntryHeader> entries = new ArrayList<>();
        long totalBytes = 0;
        for (long i = 0; i < end.count(); i++) {
            ZipEntryHeader entry = ZipEntryHeader.read(bytes, zip, end.offset());
            totalBytes += entry.member().sizeBytes();
            if (totalBytes < 0 || totalBytes > limits.totalBytesMax()) {
                throw new DamagedException(DeliveryFinding.ZIP_BOMB, "the zip unpacks to more than the limit");
            }
            entries.add(entry);
        }
        return new ZipDirectory(entries);
    }

    /** Where the bytes of the member begin. @throws DamagedException if there is no local header */
    static long dataOffset(FileChannel channel, long headerOffset) throws IOException {
        try {
            ByteBuffer local = at(channel, headerOffset, LOCAL_BYTES);
            if (local.getInt(0) != LOCAL_SIGNATURE) {
                throw broken("an entry is not where the directory says");
            }
            return headerOffset + LOCAL_BYTES + unsigned(local.getShort(26)) + unsigned(local.getShort(28));
        } catch (EOFException e) {
            throw broken("an entry is not where the directory says");
        }
    }

    private record End(long count, long sizeBytes, long offset) {}

    private static End end(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, END_BYTES + COMMENT_BYTES_MAX);
        ByteBuffer bytes = at(channel, size - tail, tail);
        for (int i = tail - END_BYTES; i >= 0; i--) {
            if (bytes.getInt(i) == END_SIGNATURE && i + END_BYTES + unsigned(bytes.getShort(i + 20)) <= tail) {
                return checked(endAt(channel, bytes, i, size - tail + i), size);
            }
        }
        throw broken("it has no directory at its end");
    }

    private static End endAt(SeekableByteChannel channel, ByteBuffer bytes, int i, long position) throws IOException {
        int disk = unsigned(bytes.getShort(i + 4));
        long count = unsigned(bytes.getShort(i + 10));
        long sizeBytes = unsigned(bytes.getInt(i + 12));
        long offset = unsigned(bytes.getInt(i + 16));
        boolean isZip64 = count == 0xffff || sizeBytes == 0xffffffffL || offset == 0xffffffffL || disk == 0xffff;
        if (isZip64 && position >= LOCATOR_BYTES) {
            ByteBuffer locator = at(channel, position - LOCATOR_BYTES, LOCATOR_BYTES);
            if (locator.getInt(0) == END64_LOCATOR_SIGNATURE) {
                return end64(channel, locator.getLong(8));
            }
        }
        if (disk != 0 || unsigned(bytes.getShort(i + 8)) != count) {
            throw broken("it is one part of several");
        }
        return new End(count, sizeBytes, offset);
    }

    private static End end64(SeekableByteChannel channel, long position) throws IOException {
        if (position < 0 || position > channel.size() - END64_BYTES) {
            throw broken("its zip64 directory is not where it says");
        }
        ByteBuffer bytes = at(channel, position, END64_BYTES);
        if (bytes.getInt(0) != END64_SIGNATURE || bytes.getInt(16) != 0) {
            throw broken("its zip64 directory is not where it says");
        }
        return new End(bytes.getLong(32), bytes.getLong(40), bytes.getLong(48));
    }

    private static End checked(End end, long fileBytes) throws DamagedException {
        boolean fits = end.count() >= 0
                && end.offset() >= 0
                && end.sizeBytes() >= 0
                && end.offset() <= fileBytes
                && end.sizeBytes() <= fileBytes - end.offset();
        if (!fits || end.count() > end.sizeBytes() / ZipEntryHeader.FIXED_BYTES) {
            throw broken("its directory lies outside the file");
        }
        return end;
    }

    private static ByteBuffer at(SeekableByteChannel channel, long position, int lengthBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(lengthBytes).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.flip();
    }

    static int unsigned(short value) {
        return value & 0xffff;
    }

    static long unsigned(int value) {
        return value & 0xffffffffL;
    }

    static DamagedException broken(String why) {
        return new DamagedException(DeliveryFinding.ZIP_BROKEN, "the zip cannot be read: " + why);
    }
}
