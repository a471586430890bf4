package se.sigill.core.durability;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real file system, with a {@link Recorder} that sees every change. Made the JVM's default by
 * {@code -Djava.nio.file.spi.DefaultFileSystemProvider=se.sigill.core.durability.RecordingProvider}; then
 * {@link #ofDefault} finds it. What goes through {@code java.io} is not seen.
 */
public final class RecordingProvider extends FileSystemProvider {
    private final FileSystemProvider real;
    private final RecordingFileSystem system;
    private final Recorder recorder = new Recorder();

    /** The constructor that the JVM calls. */
    public RecordingProvider(FileSystemProvider real) {
        this.real = real;
        this.system = new RecordingFileSystem(this, real.getFileSystem(URI.create("file:///")));
    }

    /** A provider beside the default one; start from {@link #wrap}. */
    public static RecordingProvider beside() {
        return new RecordingProvider(FileSystems.getDefault().provider());
    }

    /** @throws IllegalStateException if the JVM was not started with this provider */
    public static RecordingProvider ofDefault() {
        if (FileSystems.getDefault().provider() instanceof RecordingProvider recording) {
            return recording;
        }
        throw new IllegalStateException("start the JVM with -Djava.nio.file.spi.DefaultFileSystemProvider="
                + RecordingProvider.class.getName());
    }

    public Recorder recorder() {
        return recorder;
    }

    /** The same path; everything that is done with it, or with a path made from it, is recorded. */
    public Path wrap(Path path) {
        return system.wrap(path);
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.wrap(real.getPath(uri));
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = RecordingPath.unwrap(path);
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        if (!recorder.isBelow(file)) {
            return real.newFileChannel(file, options, attributes);
        }
        boolean existed = Files.exists(file);
        boolean creates = !existed
                && (options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW));
        boolean truncates = existed && writes && options.contains(StandardOpenOption.TRUNCATE_EXISTING);
        if (creates || truncates) {
            recorder.before(file);
        }
        FileChannel channel = real.newFileChannel(file, options, attributes);
        long handle = recorder.newHandle();
        recorder.add(new Operation.Open(handle, recorder.name(file), creates, truncates));
        return new RecordingChannel(channel, recorder, file, handle, options.contains(StandardOpenOption.APPEND));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        return writes
                ? newFileChannel(path, options, attributes)
                : real.newByteChannel(RecordingPath.unwrap(path), options, attributes);
    }

    @Override
    public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
        return real.newInputStream(RecordingPath.unwrap(path), options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream =
                real.newDirectoryStream(RecordingPath.unwrap(directory), path -> filter.accept(system.wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> names = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return names.hasNext();
                    }

                    @Override
                    public Path next() {
                        return system.wrap(names.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        Path path = RecordingPath.unwrap(directory);
        recorder.before(path);
        real.createDirectory(path, attributes);
        if (recorder.isBelow(path)) {
            recorder.add(new Operation.MakeDirectory(recorder.name(path)));
        }
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        Path name = RecordingPath.unwrap(link);
        recorder.before(name);
        real.createLink(name, RecordingPath.unwrap(existing));
        if (recorder.isBelow(name)) {
            recorder.add(new Operation.Link(recorder.name(RecordingPath.unwrap(existing)), recorder.name(name)));
        }
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        throw new UnsupportedOperationException("symbolic links are not recorded");
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = RecordingPath.unwrap(path);
        recorder.before(file);
        real.delete(file);
        if (recorder.isBelow(file)) {
            recorder.add(new Operation.Delete(recorder.name(file)));
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        if (recorder.isBelow(RecordingPath.unwrap(target))) {
            // Through the stream of this provider, so that the bytes are seen.
            try (InputStream in = newInputStream(source)) {
                Files.copy(in, target, options);
            }
        } else {
            real.copy(RecordingPath.unwrap(source), RecordingPath.unwrap(target), options);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = RecordingPath.unwrap(source);
        Path to = RecordingPath.unwrap(target);
        recorder.before(to);
        real.move(from, to, options);
        if (recorder.isBelow(to)) {
            recorder.add(new Operation.Rename(recorder.name(from), recorder.name(to)));
        }
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(RecordingPath.unwrap(path), RecordingPath.unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(RecordingPath.unwrap(path));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.wrap(real.readSymbolicLink(RecordingPath.unwrap(link)));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(RecordingPath.unwrap(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(RecordingPath.unwrap(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(RecordingPath.unwrap(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(RecordingPath.unwrap(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(RecordingPath.unwrap(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, @Nullable Object value, LinkOption... options)
            throws IOException {
        real.setAttribute(RecordingPath.unwrap(path), attribute, value, options);
    }
}
