package se.sigill.open.answer;

import jakarta.ws.rs.core.StreamingOutput;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of a file's bytes. Of several ranges none is given: the whole file is then the answer, which the standard
 * allows (RFC 9110, 14.2).
 *
 * @param length at least 0
 */
record ByteRange(long first, long length) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private static final int BUFFER_BYTES = 64 << 10;

    /** Empty if the header asks for no single range that the file has. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = ONE.matcher(header);
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(matcher.group(2)), size);
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, last));
        }
        long first = Long.parseLong(matcher.group(1));
        long end = matcher.group(2).isEmpty() ? size - 1 : Math.min(Long.parseLong(matcher.group(2)), size - 1);
        return first > end ? Optional.empty() : Optional.of(new ByteRange(first, end - first + 1));
    }

    /** Whether it is a well-formed range of which the file has nothing. */
    static boolean isBeyond(String header, long size) {
        Matcher matcher = ONE.matcher(header);
        return matcher.matches()
                && !matcher.group(1).isEmpty()
                && Long.parseLong(matcher.group(1)) >= size
                && (matcher.group(2).isEmpty() || Long.parseLong(matcher.group(2)) >= Long.parseLong(matcher.group(1)));
    }

    /** The bytes, read as they are asked for: memory does not grow with the file. */
    StreamingOutput of(Path file) {
        return out -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
                long at = first;
                long left = length;
                while (left > 0) {
                    buffer.clear().limit((int) Math.min(buffer.capacity(), left));
                    int read = channel.read(buffer, at);
                    if (read < 0) {
                        return;
                    }
                    out.write(buffer.array(), 0, read);
                    at += read;
                    left -= read;
                }
            }
        };
    }
}
