package se.sigill.ingest.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes zips byte by byte, good and bad: every number in the directory can be a lie. */
final class TestZip {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    /** An entry as the directory states it; change it before {@link #add}. */
    static final class Entry {
        String name;
        byte[] content;
        int flags = 0x800;
        int method = 8;
        int unixMode = 0100644;
        long statedSize = -1;
        long offset = -1;

        Entry(String name, byte[] content) {
            this.name = name;
            this.content = content;
        }
    }

    TestZip add(String name, String content) {
        return add(new Entry(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    TestZip add(Entry entry) {
        byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
        byte[] packed = entry.method == 8 ? deflate(entry.content) : entry.content;
        CRC32 crc = new CRC32();
        crc.update(entry.content);
        long size = entry.statedSize < 0 ? entry.content.length : entry.statedSize;
        long offset = entry.offset < 0 ? out.size() : entry.offset;
        ByteBuffer central = ByteBuffer.allocate(46 + name.length).order(ByteOrder.LITTLE_ENDIAN);
        central.putInt(0x02014b50).putShort((short) 0x0314).putShort((short) 20);
        central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
        central.putInt((int) crc.getValue()).putInt(packed.length).putInt((int) size);
        central.putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0);
        central.putShort((short) 0)
                .putInt(entry.unixMode << 16)
                .putInt((int) offset)
                .put(name);
        directory.add(central.array());
        if (entry.offset < 0) {
            ByteBuffer local = ByteBuffer.allocate(30 + name.length).order(ByteOrder.LITTLE_ENDIAN);
            local.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
            local.putShort((short) entry.method).putInt(0).putInt((int) crc.getValue());
            local.putInt(packed.length)
                    .putInt((int) size)
                    .putShort((short) name.length)
                    .putShort((short) 0);
            local.put(name);
            out.writeBytes(local.array());
            out.writeBytes(packed);
        }
        return this;
    }

    byte[] bytes() {
        int start = out.size();
        directory.forEach(out::writeBytes);
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) directory.size()).putShort((short) directory.size());
        end.putInt(out.size() - start).putInt(start).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9, true);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater)) {
            stream.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
