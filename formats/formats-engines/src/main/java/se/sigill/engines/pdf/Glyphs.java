package se.sigill.engines.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the text font has. One without a glyph is written by its number, so that nothing is lost. */
public final class Glyphs {
    private final CmapLookup lookup;

    private Glyphs(CmapLookup lookup) {
        this.lookup = lookup;
    }

    /** Reads the font from its jar. */
    public static Glyphs load() {
        try (InputStream in = PdfWriter.font("DejaVuSans.ttf");
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return new Glyphs(font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read from its jar", e);
        }
    }

    /** The text with every character that has no glyph as {@code [U+1F642]}; controls and joiners are left out. */
    public String writable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || (c < 0x20 && c != '\n' && c != '\t')) {
                return slowly(text);
            }
        }
        return text;
    }

    private String slowly(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r' || c == 0xad) {
                out.appendCodePoint(c);
            } else if (Character.isSpaceChar(c)) {
                out.append(c == 0xa0 || c == 0x202f ? '\u00a0' : ' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || variation(c)) {
                // Nothing to see: marks of order, joiners, what style of emoji to take.
                return;
            } else if (lookup.getGlyphId(c) > 0) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "[U+%04X]", c));
            }
        });
        return out.toString();
    }

    private static boolean variation(int c) {
        return c >= 0xfe00 && c <= 0xfe0f;
    }
}
