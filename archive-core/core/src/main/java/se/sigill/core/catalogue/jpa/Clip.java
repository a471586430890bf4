package se.sigill.core.catalogue.jpa;

/** Cuts texts that only serve searching and reports to the width of their column; whole texts are in wide columns. */
final class Clip {
    static final int TEXT = 1000;

    private Clip() {}

    /** At most so many characters, never half a surrogate pair. */
    static String to(int length, String text) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }
}
