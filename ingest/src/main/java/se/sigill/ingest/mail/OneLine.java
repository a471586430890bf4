package se.sigill.ingest.mail;

/** Makes hostile text fit to stand on one line. */
public final class OneLine {
    private OneLine() {}

    /** The text with control, invisible, broken and line-parting characters as blanks; its length is kept. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isShown(c) ? c : ' ').forEach(out::appendCodePoint);
        return out.toString();
    }

    /** As {@link #of}, runs of blanks as one, none at the edges, at most so many characters. */
    public static String shortOf(String text, int charsMax) {
        String line = of(text).strip().replaceAll(" {2,}", " ");
        if (line.length() <= charsMax) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(charsMax - 1)) ? charsMax - 1 : charsMax;
        return line.substring(0, end);
    }

    private static boolean isShown(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
