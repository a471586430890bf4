package se.sigill.ingest.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file inside a delivered zip.
 *
 * @param name as the zip's directory says it, decoded; may be hostile
 * @param method 0 stored or 8 deflated
 * @param headerOffset where the local header lies in the zip, in bytes
 * @param packedBytes how many bytes it takes in the zip
 * @param sizeBytes what the directory says it unpacks to
 * @param crc32 what the directory says of its bytes
 */
public record ZipMember(
        String name, Path zip, int method, long headerOffset, long packedBytes, long sizeBytes, long crc32)
        implements SourceFile {
    private static final int BUFFER_BYTES = 32 << 10;

    /** Reads exactly the stated size and checks the CRC at the end; more, fewer or other bytes are damage. */
    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ);
        try {
            channel.position(ZipDirectory.dataOffset(channel, headerOffset));
            InputStream packed = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES);
            return ZipMemberStream.of(packed, this);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
