package se.sigill.engines.tika;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.apache.tika.parser.txt.UniversalEncodingDetector;

/**
 * Which character set bytes are in: a mark at the beginning, else UTF-8 if they are UTF-8, else what the sender says,
 * else windows-1252 if that gives Swedish, else by statistics, else windows-1252, which reads any byte.
 */
public final class Charsets {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Letters and signs beyond ASCII in Swedish text; as the only ones they speak for windows-1252. */
    private static final String SWEDISH = "åäöÅÄÖéÉüÜèàáæøÆØ§°´–—‘’“”…•€½©«»\u00a0\u00ad";

    private static final int SAMPLE_BYTES = 1 << 16;

    private static final List<EncodingDetector> STATISTICS =
            List.of(new UniversalEncodingDetector(), new Icu4jEncodingDetector());

    private Charsets() {}

    /** @param declared what the sender says, may be empty or nonsense */
    public static Charset of(byte[] bytes, String declared) {
        byte[] sample = bytes.length > SAMPLE_BYTES ? java.util.Arrays.copyOf(bytes, SAMPLE_BYTES) : bytes;
        Optional<Charset> marked = byMark(sample);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> named = named(declared);
        // What says it is UTF-16 or ISO-2022 is seven-bit clean and would pass as UTF-8.
        if (named.isPresent() && !named.get().equals(StandardCharsets.US_ASCII) && decodes(sample, named.get())) {
            boolean single = named.get().newEncoder().maxBytesPerChar() <= 1;
            return single && highBytes(sample) && decodes(sample, StandardCharsets.UTF_8)
                    ? StandardCharsets.UTF_8
                    : widened(named.get());
        }
        if (decodes(sample, StandardCharsets.UTF_8) && !escapes(sample)) {
            return StandardCharsets.UTF_8;
        }
        return swedish(sample) ? WINDOWS : byStatistics(sample);
    }

    /** Bytes as text, in the character set found. */
    public static String decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** The character set by its name in a header; empty if there is none of that name. */
    public static Optional<Charset> named(String name) {
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Charset widened(Charset charset) {
        // What is sent as Latin 1 is windows-1252 in practice; the two differ in control characters only.
        return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : charset;
    }

    private static Optional<Charset> byMark(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 4 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe && b[2] == 0 && b[3] == 0) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (b.length >= 4 && b[0] == 0 && b[1] == 0 && b[2] == (byte) 0xfe && b[3] == (byte) 0xff) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (b.length >= 2 && b[0] == (byte) 0xff && b[1] == (byte) 0xfe) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (b.length >= 2 && b[0] == (byte) 0xfe && b[1] == (byte) 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** Whether the sample is sound in a character set, but for a character cut at its end. */
    private static boolean decodes(byte[] sample, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(sample.length + 16);
        try {
            var result = decoder.decode(in, out, sample.length < SAMPLE_BYTES);
            if (result.isError()) {
                result.throwException();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean highBytes(byte[] sample) {
        for (byte b : sample) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    /** ISO-2022 and HZ are made of ASCII bytes. */
    private static boolean escapes(byte[] sample) {
        for (int i = 0; i + 1 < sample.length; i++) {
            if (sample[i] == 0x1b || sample[i] == 0 || (sample[i] == '~' && sample[i + 1] == '{')) {
                return true;
            }
        }
        return false;
    }

    private static boolean swedish(byte[] sample) {
        String text = new String(sample, WINDOWS);
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (SWEDISH.indexOf(c) < 0) {
                    return false;
                }
                // Not ö: Hungarian, Turkish and Estonian have it too.
                letters += "åäÅÄ".indexOf(c) >= 0 ? 1 : 0;
            } else if (c < 0x09) {
                return false;
            }
        }
        return letters > 0;
    }

    private static Charset byStatistics(byte[] sample) {
        for (EncodingDetector detector : STATISTICS) {
            try {
                Charset found = detector.detect(new ByteArrayInputStream(sample), new Metadata());
                if (found != null) {
                    return widened(found);
                }
            } catch (IOException e) {
                throw new IllegalStateException("an array does not fail", e);
            }
        }
        return WINDOWS;
    }
}
