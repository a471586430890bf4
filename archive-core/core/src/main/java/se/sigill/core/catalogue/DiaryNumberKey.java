package se.sigill.core.catalogue;

import java.util.Locale;

/** The form in which registration numbers are compared: upper case, without any space, cut at {@link #LENGTH_MAX}. */
public final class DiaryNumberKey {
    /** Longer ones exist only by mistake; cut, they still find themselves. */
    public static final int LENGTH_MAX = 200;

    private DiaryNumberKey() {}

    public static String of(String diaryNumber) {
        StringBuilder out = new StringBuilder();
        diaryNumber
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .limit(LENGTH_MAX / 2)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
