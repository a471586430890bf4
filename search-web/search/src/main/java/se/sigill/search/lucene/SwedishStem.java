package se.sigill.search.lucene;

import java.util.List;

/**
 * Takes Swedish endings off: definite and plural forms, genitive, comparison, and the commonest of verbs. One pass,
 * the longest ending that leaves enough of the word, so that {@code bygglovet}, {@code bygglovens} and
 * {@code bygglov} meet, and {@code handlingarna}, {@code handlingar} and {@code handling}. Light on purpose: what it
 * does not join, such as {@code ansökan} and {@code ansökning}, {@link Vocabulary#relatives} does, with less weight.
 */
final class SwedishStem {
    /** Endings by length, and the length a word must exceed to lose one of them. */
    private static final List<Rule> RULES = List.of(
            new Rule(7, List.of("heterna", "elserna")),
            new Rule(7, List.of("heten", "heter", "elser", "elsen", "andet", "anden")),
            new Rule(6, List.of("arna", "erna", "orna", "aren", "aste", "ande", "else")),
            new Rule(5, List.of("are", "ast", "het", "ade", "ena")),
            new Rule(4, List.of("ar", "er", "or", "en", "et", "at", "te", "an", "ad")),
            new Rule(3, List.of("a", "e", "n", "t")));

    private SwedishStem() {}

    private record Rule(int longerThan, List<String> endings) {}

    /** The stem of a word in lower case; at least three letters long if the word is. */
    static String of(String word) {
        int length = word.length();
        boolean genitive = length > 4 && word.charAt(length - 1) == 's' && word.charAt(length - 2) != 's';
        String bare = genitive ? word.substring(0, length - 1) : word;
        for (Rule rule : RULES) {
            if (bare.length() > rule.longerThan()) {
                for (String ending : rule.endings()) {
                    if (bare.endsWith(ending)) {
                        return bare.substring(0, bare.length() - ending.length());
                    }
                }
            }
        }
        return bare;
    }
}
