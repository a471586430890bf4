package se.sigill.ingest.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Which character set and separator a table is written in, found by reading it once.
 *
 * <p>A byte order mark decides; else bytes that are valid UTF-8 are UTF-8; else Windows-1252, which every byte row is.
 *
 * @param markBytes how many bytes of byte order mark to skip
 */
record CsvText(Charset charset, int markBytes, char separator) {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final int BUFFER_BYTES = 64 << 10;

    static CsvText detect(SourceFile file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(BUFFER_BYTES);
        }
        Charset charset = charsetOfMark(head);
        int markBytes = markBytes(head);
        if (markBytes == 0 && !isUtf8(file)) {
            charset = WINDOWS;
        }
        String firstLine = firstLine(new String(head, markBytes, head.length - markBytes, charset));
        return new CsvText(charset, markBytes, separator(firstLine));
    }

    private static Charset charsetOfMark(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static int markBytes(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF) ? 2 : 0;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(SourceFile file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
        try (InputStream in = file.open()) {
            while (true) {
                int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, n)).flip();
                CoderResult result = decoder.decode(bytes, chars.clear(), n < 0);
                if (result.isError()) {
                    return false;
                }
                if (n < 0) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    /** The separator that stands most often in the head line; a comma if none does. */
    private static char separator(String line) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {';', '\t', ','}) {
            long times = line.chars().filter(c -> c == candidate).count();
            if (times > most) {
                best = candidate;
                most = times;
            }
        }
        return best;
    }
}
