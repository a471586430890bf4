package se.sigill.ingest.pipeline;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name under which a delivered file stands in a package: ASCII letters, digits, dot, hyphen and underscore, so that
 * every file system, URL and manifest carries it unchanged. The delivered name stands in {@code record.json}.
 */
final class SafeName {
    /** Room for the extension and the longest path of a package within 255 bytes of a name. */
    private static final int STEM_CHARS_MAX = 80;

    private static final int EXTENSION_CHARS_MAX = 12;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._ -]+$");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private SafeName() {}

    static String of(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 ? ascii(name.substring(dot + 1)).toLowerCase(Locale.ROOT) : "";
        boolean hasExtension = !extension.isEmpty() && extension.length() <= EXTENSION_CHARS_MAX;
        String stem = ascii(hasExtension ? name.substring(0, dot) : name);
        String shortStem = stem.length() > STEM_CHARS_MAX ? stem.substring(0, STEM_CHARS_MAX) : stem;
        String safeStem = shortStem.isEmpty() || RESERVED.matcher(shortStem).matches() ? "file" : shortStem;
        return hasExtension ? safeStem + "." + extension : safeStem;
    }

    private static String ascii(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String safe = OTHER.matcher(plain).replaceAll("_");
        return EDGES.matcher(safe).replaceAll("");
    }
}
