package se.sigill.engines.part;

/** Text as it stands on a page: tidy lines, no control characters, no halves of surrogate pairs. */
public final class PageText {

    private PageText() {}

    /** Without blanks at line ends and without more than one empty line in a row. */
    public static String tidy(CharSequence raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int emptyLines = 2;
        int at = 0;
        int length = raw.length();
        while (at < length) {
            int end = at;
            while (end < length && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
                end++;
            }
            int last = end;
            while (last > at && Character.isWhitespace(raw.charAt(last - 1))) {
                last--;
            }
            emptyLines = last > at ? 0 : emptyLines + 1;
            if (emptyLines < 2) {
                append(out, raw, at, last);
                out.append('\n');
            }
            at = end + (end + 1 < length && raw.charAt(end) == '\r' && raw.charAt(end + 1) == '\n' ? 2 : 1);
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '\n') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, CharSequence raw, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(raw.charAt(i + 1));
                out.append(pair ? c : '\ufffd');
                if (pair) {
                    out.append(raw.charAt(++i));
                }
            } else {
                boolean control = (c < 0x20 && c != '\t') || c == 0x7f;
                out.append(control ? ' ' : c);
            }
        }
    }
}
