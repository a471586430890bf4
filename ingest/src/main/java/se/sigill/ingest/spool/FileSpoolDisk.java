package se.sigill.ingest.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.WholeDisk;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Hashing;
import se.sigill.ingest.delivery.DamagedException;
import se.sigill.ingest.delivery.DeliveryFinding;

/** The disk itself. */
public final class FileSpoolDisk implements SpoolDisk {
    private static final int BUFFER_BYTES = 128 << 10;

    @Override
    public void createFolder(Path folder) throws IOException {
        Durable.createDirectories(folder);
    }

    @Override
    public Digests write(InputStream source, long bytesMax, Path file) throws IOException {
        Hashing hashing = new Hashing();
        byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER_BYTES, bytesMax))];
        long leftBytes = bytesMax;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            while (leftBytes > 0) {
                int n = read(source, buffer, (int) Math.min(buffer.length, leftBytes));
                if (n < 0) {
                    break;
                }
                hashing.update(buffer, 0, n);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                leftBytes -= n;
            }
        }
        return hashing.finish();
    }

    private static int read(InputStream source, byte[] buffer, int length) throws DamagedException {
        try {
            return source.read(buffer, 0, length);
        } catch (DamagedException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    static DamagedException unreadable(IOException cause) {
        DamagedException damage =
                new DamagedException(DeliveryFinding.FILE_UNREADABLE, "the file could not be read to its end");
        damage.initCause(cause);
        return damage;
    }

    @Override
    public void force(Path file) throws IOException {
        Durable.force(file);
    }

    @Override
    public Optional<WholeDisk> whole(Path folder) throws IOException {
        return WholeDisk.of(folder);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        Durable.forceDirectory(folder);
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        Durable.replace(file, content);
    }

    @Override
    public void move(Path file, Path target) throws IOException {
        Files.move(file, target);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public long usableBytes(Path folder) throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }
}
