package se.sigill.search.lucene;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into words: runs of letters and runs of digits, so that a number is found however its parts were joined.
 * Lower case, accents gone, but å, ä and ö kept, æ and ø read as ä and ö. Soft hyphens are not there, and a word
 * broken by a hyphen at the end of a line is one word. One character of text gives one character of word, so offsets
 * are those of the text. Text is expected in NFC.
 */
final class Words {
    /** Longer runs are no words; they are cut, so that no term outgrows the index. */
    static final int LENGTH_MAX = 64;

    private static final char SOFT_HYPHEN = '\u00ad';
    private static final char[] FOLDED = folded();

    private Words() {}

    /** A word as written (folded), its stem, and where it stands. */
    record Token(String word, String stem, int start, int end) {
        boolean isNumber() {
            return Character.isDigit(word.charAt(0));
        }
    }

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 6 + 1);
        StringBuilder word = new StringBuilder(32);
        int at = 0;
        while (at < text.length()) {
            int kind = kind(text.charAt(at));
            if (kind == 0) {
                at++;
                continue;
            }
            int start = at;
            word.setLength(0);
            at = run(text, at, kind, word);
            String surface = word.toString();
            tokens.add(new Token(surface, kind == 2 ? surface : SwedishStem.of(surface), start, at));
        }
        return tokens;
    }

    /** Reads one word from {@code from} and says where it ends. */
    private static int run(String text, int from, int kind, StringBuilder word) {
        int at = from;
        while (at < text.length() && word.length() < LENGTH_MAX) {
            char c = text.charAt(at);
            if (kind(c) == kind) {
                word.append(fold(c));
                at++;
            } else if (c == SOFT_HYPHEN && at + 1 < text.length() && kind(text.charAt(at + 1)) == kind) {
                at++;
            } else {
                int next = kind == 1 ? afterBrokenLine(text, at) : -1;
                if (next < 0) {
                    break;
                }
                at = next;
            }
        }
        return at;
    }

    /** Where the word goes on if a hyphen and a line feed stand at {@code at}, else -1. */
    private static int afterBrokenLine(String text, int at) {
        char c = text.charAt(at);
        if (c != '-' && c != SOFT_HYPHEN && c != '\u2010') {
            return -1;
        }
        int next = at + 1;
        boolean lineEnds = false;
        while (next < text.length() && next - at < 8 && Character.isWhitespace(text.charAt(next))) {
            lineEnds |= text.charAt(next) == '\n';
            next++;
        }
        return lineEnds && next < text.length() && Character.isLowerCase(text.charAt(next)) ? next : -1;
    }

    /** 1 for what makes words, 2 for digits, 0 for all else. A combining mark or half of a pair belongs to its word. */
    private static int kind(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : c >= '0' && c <= '9' ? 2 : 0;
        }
        if (Character.isDigit(c)) {
            return 2;
        }
        int type = Character.getType(c);
        boolean letter = Character.isLetter(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(c);
        return letter ? 1 : 0;
    }

    private static char fold(char c) {
        if (c < FOLDED.length) {
            return FOLDED[c];
        }
        return Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : Character.toLowerCase(c);
    }

    private static char[] folded() {
        char[] table = new char[0x2000];
        for (char c = 0; c < table.length; c++) {
            char lower = Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : Character.toLowerCase(c);
            table[c] = "åäö".indexOf(lower) >= 0 ? lower : base(lower);
        }
        table['æ'] = 'ä';
        table['Æ'] = 'ä';
        table['ø'] = 'ö';
        table['Ø'] = 'ö';
        table['ß'] = 's';
        return table;
    }

    /** The letter without its marks, if it is of the Latin alphabet. */
    private static char base(char c) {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        boolean latin = parts.length() > 1 && parts.charAt(0) >= 'a' && parts.charAt(0) <= 'z';
        return latin ? parts.charAt(0) : c;
    }
}
