package se.sigill.engines.rendition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether one text is in another. Words are compared without case, accents' form, punctuation and order: a PDF has its
 * own idea of the order of cells and columns, and breaks long words.
 *
 * @param words of the source
 * @param missing of them that are not in the output
 */
record TextComparison(int words, int missing) {

    static TextComparison of(String source, String output) {
        List<String> wanted = words(source);
        Map<String, Integer> there = new HashMap<>();
        List<String> outputWords = words(output);
        outputWords.forEach(word -> there.merge(word, 1, Integer::sum));
        List<String> missing = new ArrayList<>();
        for (String word : wanted) {
            if (there.getOrDefault(word, 0) > 0) {
                there.merge(word, -1, Integer::sum);
            } else {
                missing.add(word);
            }
        }
        if (missing.isEmpty()) {
            return new TextComparison(wanted.size(), 0);
        }
        // A word that a line end broke is still there when all words are written without gaps.
        String all = String.join("", outputWords);
        int lost = 0;
        for (String word : missing) {
            if (word.length() < 4 || !all.contains(word)) {
                lost++;
            }
        }
        return new TextComparison(wanted.size(), lost);
    }

    /** Whether the source is in the output, but for a share of its words. */
    boolean same(double lostShareMax) {
        return missing <= words * lostShareMax;
    }

    private static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
            } else if (Character.getType(c) != Character.FORMAT
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
