package se.sigill.ingest.delivery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.sigill.ingest.mail.OneLine;

/**
 * A name from a delivery, read as text: {@code /} and {@code \} both part folders.
 *
 * @param path the name with {@code /} between its parts, no leading {@code ./}; never used as a path on disk
 */
public record DeliveryName(String path) {
    /** Longer names exist on no file system; the rest would only fill logs. */
    public static final int LENGTH_MAX = 4096;

    private static final int PART_LENGTH_MAX = 255;
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.DOTALL);
    private static final Pattern JUNK =
            Pattern.compile("(?i)(\\.ds_store|thumbs\\.db|desktop\\.ini|\\._.*|~\\$.*|\\.~lock\\..*#)", Pattern.DOTALL);

    /** The name inside the delivery; empty if it points outside, is absolute, or says nothing. */
    public static Optional<DeliveryName> inside(String raw) {
        String text = raw.replace('\\', '/');
        if (text.startsWith("/") || DRIVE.matcher(text).matches() || text.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("/", -1)) {
            if (part.equals("..")) {
                return Optional.empty();
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String path = String.join("/", parts);
        return path.isEmpty() || path.length() > LENGTH_MAX ? Optional.empty() : Optional.of(new DeliveryName(path));
    }

    /** The last part. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last part without its extension, underscores as blanks: what stands as title if nobody wrote one. */
    public String asTitle() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String title = printable(stem.replace('_', ' ')).strip();
        return title.isEmpty() ? "(" + printable(name).strip() + ")" : title;
    }

    /** The extension in lower case without the dot, or the empty text. */
    public String extension() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** Two names with the same key look the same to people: composed (NFC) and without upper and lower case. */
    public String key() {
        return Normalizer.normalize(path, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
    }

    /** True for what operating systems and office programs leave behind: no records. */
    public boolean isJunk() {
        return path.startsWith("__MACOSX/") || JUNK.matcher(fileName()).matches();
    }

    /** What is odd about the name, one phrase each; empty for an ordinary name. */
    public List<String> oddities() {
        List<String> odd = new ArrayList<>();
        if (path.codePoints().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            odd.add("a control character or line break");
        }
        if (path.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)) {
            odd.add("an invisible character that can turn the reading direction");
        }
        if (path.indexOf('\uFFFD') >= 0 || path.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
            odd.add("a character that could not be read");
        }
        for (String part : path.split("/")) {
            if (part.length() > PART_LENGTH_MAX) {
                odd.add("a part of more than " + PART_LENGTH_MAX + " characters");
            } else if (RESERVED.matcher(part).matches()) {
                odd.add("a name that Windows keeps for devices");
            } else if (part.endsWith(" ") || part.startsWith(" ") || part.endsWith(".")) {
                odd.add("a blank or full stop at an edge");
            }
        }
        return List.copyOf(odd);
    }

    /** The text with controls, invisible and broken characters as blanks: fit to be shown on one line. */
    public static String printable(String text) {
        return OneLine.of(text);
    }
}
