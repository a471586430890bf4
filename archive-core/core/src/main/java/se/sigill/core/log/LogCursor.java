package se.sigill.core.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.sigill.core.ArchiveException;

/** Reads acts files line by line, one open at a time. Not thread-safe. */
final class LogCursor implements Iterator<LogEntry>, AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    /** Longest line: an act of the longest kind, four bytes a character, and what stands around it. */
    private static final int LINE_BYTES_MAX = 4 * LogLine.ACT_CHARS_MAX + 256;

    private final LogFolder folder;
    private final long to;
    private long next;
    private @Nullable InputStream in;
    private byte[] buffer = new byte[BUFFER_BYTES];
    private int start;
    private int end;

    LogCursor(LogFolder folder, long from, long to) {
        this.folder = folder;
        this.next = from;
        this.to = to;
    }

    @Override
    public boolean hasNext() {
        return next < to;
    }

    @Override
    public LogEntry next() {
        if (next >= to) {
            throw new NoSuchElementException();
        }
        try {
            if (in == null) {
                open();
            }
            String line = line().orElseThrow(() -> missing(next));
            LogEntry entry = LogEntry.parse(folder.form(), line)
                    .filter(e -> e.index() == next)
                    .orElseThrow(() -> broken(next));
            next++;
            if (next == to || next % LogFolder.ACTS_A_FILE == 0) {
                close();
            }
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the acts file of act " + next, e);
        }
    }

    private void open() throws IOException {
        in = Files.newInputStream(folder.acts(next / LogFolder.ACTS_A_FILE));
        start = 0;
        end = 0;
        for (long skip = next % LogFolder.ACTS_A_FILE; skip > 0; skip--) {
            if (line().isEmpty()) {
                throw missing(next);
            }
        }
    }

    /** The next line without its line feed; empty at the end and before a last line without one. */
    private Optional<String> line() throws IOException {
        int at = start;
        while (true) {
            while (at < end) {
                if (buffer[at] == '\n') {
                    String line = new String(buffer, start, at - start, StandardCharsets.UTF_8);
                    start = at + 1;
                    return Optional.of(line);
                }
                at++;
            }
            at -= start;
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    /** Moves what is left to the front and reads more behind it. False at the end of the file. */
    private boolean fill() throws IOException {
        int left = end - start;
        if (left >= LINE_BYTES_MAX) {
            throw broken(next);
        }
        byte[] target = left == buffer.length ? Arrays.copyOf(buffer, buffer.length * 2) : buffer;
        System.arraycopy(buffer, start, target, 0, left);
        buffer = target;
        start = 0;
        end = left;
        int read = in == null ? -1 : in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    private static ArchiveException missing(long index) {
        return new ArchiveException.Damaged(LogFinding.ACTS_TRUNCATED.id() + ": act " + index
                + " is missing in the log. Run: sigill verify; then sigill restore.");
    }

    private static ArchiveException broken(long index) {
        return new ArchiveException.Damaged(LogFinding.ACT_BROKEN.id() + ": the line of act " + index
                + " is no act. Run: sigill verify; then sigill restore.");
    }

    @Override
    public void close() {
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close an acts file", e);
            }
            in = null;
        }
    }
}
