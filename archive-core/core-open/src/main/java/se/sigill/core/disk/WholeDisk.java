package se.sigill.core.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forces everything that was written to one file system in one step (Linux {@code syncfs}). A journalling file system
 * writes its journal once for all of it, where an fsync of each file and directory writes it hundreds of times.
 *
 * <p>Open it before the first byte: the kernel tells an error of any write since then, and only to who was there. It
 * is offered where it is known to wait and to tell: from Linux 5.8 on, on ext4, XFS and Btrfs. Everywhere else each
 * file is forced by itself. One thread at a time.
 */
public final class WholeDisk implements AutoCloseable {
    private static final Set<String> FILE_SYSTEMS = Set.of("ext4", "xfs", "btrfs");
    private static final Pattern VERSION = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3}).*");
    private static final int READ_ONLY = 0;
    private static final @Nullable Calls CALLS = calls();

    private final Calls calls;
    private final Path place;
    private final int descriptor;

    private WholeDisk(Calls calls, Path place, int descriptor) {
        this.calls = calls;
        this.place = place;
        this.descriptor = descriptor;
    }

    /** The file system of an existing folder; empty where each file must be forced by itself. */
    public static Optional<WholeDisk> of(Path place) throws IOException {
        Calls calls = CALLS;
        if (calls == null || !FILE_SYSTEMS.contains(Files.getFileStore(place).type())) {
            return Optional.empty();
        }
        int descriptor = calls.open(place);
        return descriptor < 0 ? Optional.empty() : Optional.of(new WholeDisk(calls, place, descriptor));
    }

    /** On return everything written before is durable. @throws IOException if anything could not be written */
    public void force() throws IOException {
        int error = calls.sync(descriptor);
        if (error != 0) {
            throw new IOException("the file system of " + place + " could not be forced to the disk (errno " + error
                    + "); look at the system's log for the disk's own words");
        }
    }

    @Override
    public void close() {
        calls.close(descriptor);
    }

    private static @Nullable Calls calls() {
        boolean real = FileSystems.getDefault().provider().getClass().getModule() == Object.class.getModule();
        if (!real || !System.getProperty("os.name").equals("Linux") || !tellsErrors(System.getProperty("os.version"))) {
            return null;
        }
        try {
            return new Calls(Linker.nativeLinker());
        } catch (RuntimeException e) {
            // A C library without these calls, or a Java that may not make them.
            return null;
        }
    }

    /** Before 5.8 a failed write was told to nobody here. */
    static boolean tellsErrors(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major > 5 || (major == 5 && Integer.parseInt(matcher.group(2)) >= 8);
    }

    /** The three calls of the C library (open(2), syncfs(2), close(2)). */
    private static final class Calls {
        private static final StructLayout STATE = Linker.Option.captureStateLayout();
        private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

        private final MethodHandle open;
        private final MethodHandle sync;
        private final MethodHandle close;

        Calls(Linker linker) {
            open = handle(linker, "open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
            sync = handle(linker, "syncfs", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
            close = handle(linker, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        }

        @SuppressWarnings("restricted") // Three calls with three forms that the C library documents.
        private static MethodHandle handle(Linker linker, String name, FunctionDescriptor form) {
            return linker.downcallHandle(
                    linker.defaultLookup().find(name).orElseThrow(), form, Linker.Option.captureCallState("errno"));
        }

        /** A descriptor, or -1. */
        int open(Path path) {
            Charset names = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment name = arena.allocateFrom(path.toString(), names);
                return (int) open.invokeExact(arena.allocate(STATE), name, READ_ONLY);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        /** 0, or the error's number. */
        int sync(int descriptor) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment state = arena.allocate(STATE);
                int result = (int) sync.invokeExact(state, descriptor);
                return result == 0 ? 0 : (int) ERRNO.get(state, 0L);
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        void close(int descriptor) {
            try (Arena arena = Arena.ofConfined()) {
                int ignored = (int) close.invokeExact(arena.allocate(STATE), descriptor);
                assert ignored == 0 : "a descriptor that only we know was closed twice";
            } catch (Throwable e) {
                throw impossible(e);
            }
        }

        /** Calls of the C library throw nothing. */
        private static IllegalStateException impossible(Throwable e) {
            return new IllegalStateException("a call of the C library failed in an unknown way", e);
        }
    }
}
