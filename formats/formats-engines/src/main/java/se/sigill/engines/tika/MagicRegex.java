package se.sigill.engines.tika;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A regular expression of Tika's table, compiled once. */
final class MagicRegex implements MagicRule {
    /** As many bytes behind the place where it begins are shown to an expression. */
    static final int WINDOW = 8 << 10;

    /** With these an expression may match in a window and not in a larger one. */
    private static final Pattern LOOKS_AROUND = Pattern.compile("\\^|\\$|\\(\\?|\\\\[bBAGZz]|[+*?}]\\+");

    private final Pattern pattern;
    private final MagicNeeds needs;
    private final int size;
    private final int from;
    private final int to;
    /** Whether one search over all places tells that none fits. */
    private final boolean isSearchable;

    /** @param offset a place, or the first and the last place with a colon between */
    MagicRegex(String offset, String value) {
        byte[] expression = unescaped(value);
        this.size = expression.length;
        this.pattern = Pattern.compile(new String(expression, StandardCharsets.UTF_8));
        this.needs = MagicNeeds.ofExpression(pattern.pattern());
        int colon = offset.indexOf(':');
        this.from = Integer.parseInt(colon < 0 ? offset : offset.substring(0, colon));
        this.to = colon < 0 ? from : Integer.parseInt(offset.substring(colon + 1));
        this.isSearchable =
                to > from && !LOOKS_AROUND.matcher(pattern.pattern()).find();
        if (to > WINDOW) {
            throw new IllegalArgumentException("no expression begins behind " + WINDOW + ": " + offset);
        }
    }

    /** Tika's own escapes, which are taken away before the expression is compiled. */
    private static byte[] unescaped(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < value.length()) {
            char c = value.charAt(i++);
            if (c != '\\') {
                bytes.write(c);
                continue;
            }
            char kind = value.charAt(i);
            switch (kind) {
                case '\\' -> bytes.write('\\');
                case 'r' -> bytes.write('\r');
                case 'n' -> bytes.write('\n');
                case 'x' -> {
                    bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                    i += 2;
                }
                default -> throw new IllegalArgumentException("an unknown escape in " + value);
            }
            i++;
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean matches(MagicHead head) {
        if (head.length() < from || !needs.met(head, -1)) {
            return false;
        }
        Matcher matcher = pattern.matcher(head.text());
        if (isSearchable && !matcher.region(from, to + WINDOW).find()) {
            return false;
        }
        for (int at = from; at <= to; at++) {
            if (matcher.region(at, at + WINDOW).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return size;
    }
}
