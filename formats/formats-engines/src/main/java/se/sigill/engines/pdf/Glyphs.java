package se.sigill.engines.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the text font has. One without a glyph is written by its number, so that nothing is lost. */
public final class Glyphs {
    private final List<CmapLookup> lookups;

    private Glyphs(List<CmapLookup> lookups) {
        this.lookups = lookups;
    }

    /** Reads the upright font from its jar. */
    public static Glyphs load() {
        return new Glyphs(List.of(lookup("DejaVuSans.ttf")));
    }

    /** Reads the upright and the bold one: what both have can be written anywhere. */
    public static Glyphs loadWithBold() {
        return new Glyphs(List.of(lookup("DejaVuSans.ttf"), lookup("DejaVuSans-Bold.ttf")));
    }

    private static CmapLookup lookup(String file) {
        try (InputStream in = PdfWriter.font(file);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            return font.getUnicodeCmapLookup();
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
            } else if (isUnseen(c)) {
                return;
            } else if (has(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(number(c));
            }
        });
        return out.toString();
    }

    /** The signs of a text that have no glyph, by their numbers as they are written, in the order of the numbers. */
    public SortedSet<String> missing(String text) {
        SortedSet<String> missing = new TreeSet<>();
        text.codePoints()
                .filter(c -> c >= 0x7f && c != 0xad && !Character.isSpaceChar(c) && !isUnseen(c) && !has(c))
                .forEach(c -> missing.add(number(c)));
        return missing;
    }

    /** Marks of order, joiners, what style of emoji to take: nothing to see. */
    private static boolean isUnseen(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || variation(c);
    }

    /** A glyph of private use means something else in every font: PDF/A-2a (6.2.11.7.3) wants it explained. */
    private boolean has(int c) {
        return Character.getType(c) != Character.PRIVATE_USE
                && lookups.stream().allMatch(lookup -> lookup.getGlyphId(c) > 0);
    }

    private static String number(int c) {
        return String.format(Locale.ROOT, "[U+%04X]", c);
    }

    private static boolean variation(int c) {
        return c >= 0xfe00 && c <= 0xfe0f;
    }
}
