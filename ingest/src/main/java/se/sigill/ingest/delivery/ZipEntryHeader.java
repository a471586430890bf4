package se.sigill.ingest.delivery;

import static se.sigill.ingest.delivery.ZipDirectory.unsigned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One entry of a zip's directory (APPNOTE 6.3.10 §4.3.12).
 *
 * @param isLink whether Unix attributes call it anything but a file or folder: a symbolic link, a device
 */
record ZipEntryHeader(ZipMember member, boolean isFolder, boolean isEncrypted, boolean isLink) {
    static final int FIXED_BYTES = 46;

    private static final int SIGNATURE = 0x02014b50;
    private static final int ZIP64_FIELD = 0x0001;
    private static final int UNIX_TYPE_MASK = 0xf000;
    private static final int UNIX_FILE = 0x8000;
    private static final int UNIX_FOLDER = 0x4000;
    /**
     * Names without the UTF-8 flag that are no UTF-8: what Swedish Windows writes. å ä ö stand as in code page 437.
     */
    private static final Charset OLD_NAMES = Charset.forName("IBM850");

    /** Reads the entry at the buffer's position and moves behind it. @throws DamagedException if it is no entry */
    static ZipEntryHeader read(ByteBuffer bytes, Path zip, long directoryOffset) throws DamagedException {
        if (bytes.remaining() < FIXED_BYTES || bytes.getInt(bytes.position()) != SIGNATURE) {
            throw ZipDirectory.broken("its directory is cut off");
        }
        ByteBuffer fixed = bytes.slice(bytes.position(), FIXED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int nameBytes = unsigned(fixed.getShort(28));
        int extraBytes = unsigned(fixed.getShort(30));
        int commentBytes = unsigned(fixed.getShort(32));
        if (bytes.remaining() < FIXED_BYTES + nameBytes + extraBytes + commentBytes) {
            throw ZipDirectory.broken("its directory is cut off");
        }
        byte[] rawName = new byte[nameBytes];
        bytes.get(bytes.position() + FIXED_BYTES, rawName);
        ByteBuffer extra = bytes.slice(bytes.position() + FIXED_BYTES + nameBytes, extraBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(bytes.position() + FIXED_BYTES + nameBytes + extraBytes + commentBytes);

        int flags = unsigned(fixed.getShort(8));
        String name = name(rawName, (flags & 0x800) != 0);
        ZipMember member = member(fixed, extra, name, zip, directoryOffset);
        int unixType = (int) (unsigned(fixed.getInt(38)) >>> 16) & UNIX_TYPE_MASK;
        boolean isFolder = name.endsWith("/") || unixType == UNIX_FOLDER;
        boolean isLink = unixType != 0 && unixType != UNIX_FILE && unixType != UNIX_FOLDER;
        return new ZipEntryHeader(member, isFolder, (flags & 0x1) != 0, isLink);
    }

    private static ZipMember member(ByteBuffer fixed, ByteBuffer extra, String name, Path zip, long directoryOffset)
            throws DamagedException {
        ByteBuffer large = zip64(extra);
        long sizeBytes = largeIfAsked(unsigned(fixed.getInt(24)), large);
        long packedBytes = largeIfAsked(unsigned(fixed.getInt(20)), large);
        long offset = largeIfAsked(unsigned(fixed.getInt(42)), large);
        if (sizeBytes < 0 || packedBytes < 0 || offset < 0 || offset > directoryOffset - packedBytes) {
            throw ZipDirectory.broken("an entry lies outside the file");
        }
        return new ZipMember(
                name, zip, unsigned(fixed.getShort(10)), offset, packedBytes, sizeBytes, unsigned(fixed.getInt(16)));
    }

    private static long largeIfAsked(long small, ByteBuffer large) {
        return small == 0xffffffffL && large.remaining() >= Long.BYTES ? large.getLong() : small;
    }

    /** The zip64 extra field (§4.5.3): the numbers that did not fit, in a fixed order; empty if there is none. */
    private static ByteBuffer zip64(ByteBuffer extra) {
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int length = unsigned(extra.getShort(at + 2));
            if (at + 4 + length > extra.limit()) {
                break;
            }
            if (unsigned(extra.getShort(at)) == ZIP64_FIELD) {
                return extra.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 4 + length;
        }
        return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String name(byte[] raw, boolean isUtf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, isUtf8 ? StandardCharsets.UTF_8 : OLD_NAMES);
        }
    }
}
