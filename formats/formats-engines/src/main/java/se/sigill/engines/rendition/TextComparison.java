package se.sigill.engines.rendition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether one text is another. Words are compared without case, accents' form, punctuation and order: a PDF has its own
 * idea of the order of cells and columns, and a word broken in a cell has the next cell's words between its pieces. So
 * a missing word counts as there if it consists of words that the output has too many of, and a foreign one as known if
 * it consists of missing ones. That something stands twice in the output is not seen.
 *
 * @param words of the source
 * @param missing of them that are not in the output, as often as they stand in the source
 * @param foreign words of the output that stand neither in the source nor among those known to be added
 */
record TextComparison(int words, int missing, int foreign) {
    /** A word of more is no word, but a picture written as text; looking for its pieces would take minutes. */
    private static final int SPLIT_CHARACTERS_MAX = 100_000;

    /** Two texts of which nothing is known. */
    static TextComparison of(String source, String output) {
        return of(source, output, "", "");
    }

    /**
     * The same where something is known of the output.
     *
     * @param printed text that was added to it, once: it stands for no word of the source
     * @param allowed text that may stand in it besides
     */
    static TextComparison of(String source, String output, String printed, String allowed) {
        List<String> wanted = words(source);
        List<String> found = words(output);
        // How much more often the output has a word than the source; less than nothing is missing.
        Map<String, Integer> there = count(found);
        List<String> own = words(printed);
        own.forEach(word -> there.computeIfPresent(word, (w, n) -> n - 1));
        List<String> missing = new ArrayList<>();
        for (String word : wanted) {
            if (there.merge(word, -1, Integer::sum) < 0) {
                missing.add(word);
            }
        }
        Set<String> known = new HashSet<>(wanted);
        known.addAll(own);
        known.addAll(words(allowed));
        List<String> foreign =
                found.stream().filter(word -> !known.contains(word)).toList();
        if (missing.isEmpty() && foreign.isEmpty()) {
            return new TextComparison(wanted.size(), 0, 0);
        }
        there.values().removeIf(surplus -> surplus <= 0);
        List<String> broken = splits(missing, there.keySet());
        List<String> glued = splits(foreign, Set.copyOf(missing));
        return new TextComparison(
                wanted.size(), unexplained(missing, broken, glued), unexplained(foreign, glued, broken));
    }

    /** Those of the words that consist of pieces. */
    private static List<String> splits(List<String> words, Set<String> pieces) {
        int longest = pieces.stream().mapToInt(String::length).max().orElse(0);
        return words.stream().filter(word -> splits(word, pieces, longest)).toList();
    }

    private static boolean splits(String word, Set<String> pieces, int longest) {
        if (word.length() > SPLIT_CHARACTERS_MAX) {
            return false;
        }
        BitSet reached = new BitSet();
        reached.set(0);
        for (int end = 1; end <= word.length(); end++) {
            for (int start = reached.nextSetBit(Math.max(0, end - longest));
                    start >= 0 && start < end && !reached.get(end);
                    start = reached.nextSetBit(start + 1)) {
                reached.set(end, pieces.contains(word.substring(start, end)));
            }
        }
        return reached.get(word.length());
    }

    /** How many words consist of no pieces and are themselves no pieces. */
    private static int unexplained(List<String> words, List<String> split, List<String> others) {
        Set<String> own = Set.copyOf(split);
        return (int) words.stream()
                .filter(word -> !own.contains(word))
                .filter(word -> others.stream().noneMatch(other -> other.contains(word)))
                .count();
    }

    private static Map<String, Integer> count(List<String> words) {
        Map<String, Integer> count = new HashMap<>();
        words.forEach(word -> count.merge(word, 1, Integer::sum));
        return count;
    }

    /** Whether no more than these shares of the source's number of words are missing and foreign. */
    boolean same(double missingShareMax, double foreignShareMax) {
        return missing <= words * missingShareMax && foreign <= words * foreignShareMax;
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
