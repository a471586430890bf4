package se.sigill.ingest.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The unpacked bytes of one member: never more than stated, and damage told as such. */
final class ZipMemberStream extends InputStream {
    private final InputStream unpacked;
    private final ZipMember member;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long readBytes;
    private boolean checked;

    private ZipMemberStream(InputStream unpacked, ZipMember member, Inflater inflater) {
        this.unpacked = unpacked;
        this.member = member;
        this.inflater = inflater;
    }

    static ZipMemberStream of(InputStream packed, ZipMember member) {
        Inflater inflater = new Inflater(true);
        InputStream bounded = new Bounded(packed, member.packedBytes());
        InputStream unpacked = member.method() == 0 ? bounded : new InflaterInputStream(bounded, inflater, 16 << 10);
        return new ZipMemberStream(unpacked, member, inflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = readUnpacked(target, offset, length);
        if (n < 0) {
            checkEnd();
            return -1;
        }
        readBytes += n;
        if (readBytes > member.sizeBytes()) {
            throw new DamagedException(DeliveryFinding.ZIP_BOMB, "a member unpacks to more than the zip states");
        }
        crc.update(target, offset, n);
        return n;
    }

    private int readUnpacked(byte[] target, int offset, int length) throws IOException {
        try {
            return unpacked.read(target, offset, length);
        } catch (ZipException | java.io.EOFException e) {
            throw new DamagedException(DeliveryFinding.ZIP_BROKEN, "a member cannot be unpacked");
        }
    }

    private void checkEnd() throws DamagedException {
        if (checked) {
            return;
        }
        checked = true;
        if (readBytes != member.sizeBytes() || crc.getValue() != member.crc32()) {
            throw new DamagedException(DeliveryFinding.ZIP_BROKEN, "a member's bytes are not those the zip states");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        unpacked.close();
    }

    /** At most so many bytes of the zip, then the end. */
    private static final class Bounded extends FilterInputStream {
        private long leftBytes;

        Bounded(InputStream in, long leftBytes) {
            super(in);
            this.leftBytes = leftBytes;
        }

        @Override
        public int read() throws IOException {
            int b = leftBytes > 0 ? super.read() : -1;
            leftBytes -= b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (leftBytes <= 0) {
                return -1;
            }
            int n = super.read(target, offset, (int) Math.min(length, leftBytes));
            leftBytes -= Math.max(0, n);
            return n;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = super.skip(Math.min(count, Math.max(0, leftBytes)));
            leftBytes -= skipped;
            return skipped;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
