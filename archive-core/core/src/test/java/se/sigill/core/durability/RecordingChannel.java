package se.sigill.core.durability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A channel that tells the recorder what was written, cut and forced. A mapping for writing is refused. */
final class RecordingChannel extends FileChannel {
    private final FileChannel real;
    private final Recorder recorder;
    private final Path file;
    private final long handle;
    private final boolean append;

    RecordingChannel(FileChannel real, Recorder recorder, Path file, long handle, boolean append) {
        this.real = real;
        this.recorder = recorder;
        this.file = file;
        this.handle = handle;
        this.append = append;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        recorder.before(file);
        long offset = append ? real.size() : real.position();
        ByteBuffer bytes = source.duplicate();
        int n = real.write(source);
        note(offset, bytes, n);
        return n;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        recorder.before(file);
        ByteBuffer bytes = source.duplicate();
        int n = real.write(source, position);
        note(position, bytes, n);
        return n;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        long n = 0;
        for (int i = offset; i < offset + length; i++) {
            while (sources[i].hasRemaining()) {
                n += write(sources[i]);
            }
        }
        return n;
    }

    private void note(long offset, ByteBuffer bytes, int n) {
        byte[] copy = new byte[n];
        bytes.get(copy);
        recorder.add(new Operation.Write(handle, offset, copy));
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, 1 << 16));
        int n = source.read(buffer);
        if (n <= 0) {
            return 0;
        }
        return write(buffer.flip(), position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        recorder.before(file);
        real.truncate(size);
        recorder.add(new Operation.Truncate(handle, size));
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        recorder.before(file);
        // Not given on to the disk: the model decides what is durable, and a test need not wait.
        recorder.add(new Operation.Force(handle, Recorder.site()));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        if (mode != MapMode.READ_ONLY) {
            throw new UnsupportedOperationException("writing through a mapping is not recorded");
        }
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
