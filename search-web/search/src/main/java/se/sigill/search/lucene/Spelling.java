package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;

/** Words of the visible documents that a person may have meant. */
final class Spelling {
    /** Shorter beginnings fit a good part of all words. */
    private static final int TYPED_MIN = 3;

    /** Shorter words have too many neighbours. */
    private static final int WORD_MIN = 4;

    /** From this length two slips are forgiven. */
    private static final int TWO_SLIPS = 8;

    private static final Comparator<Word> MOST =
            Comparator.comparingInt(Word::count).reversed().thenComparing(Word::text);

    private final View view;
    private final Vocabulary vocabulary;

    Spelling(Snapshot.Lens lens) {
        this.view = lens.view();
        this.vocabulary = lens.vocabulary();
    }

    private record Word(String text, int count, int slips) {}

    List<String> suggest(String typed, int atMost) throws IOException {
        List<Words.Token> tokens = Words.of(typed);
        if (tokens.isEmpty() || tokens.getLast().word().length() < TYPED_MIN) {
            return List.of();
        }
        List<Word> words = new ArrayList<>();
        view.each(Fields.EXACT, tokens.getLast().word(), (term, count) -> words.add(new Word(term, count, 0)));
        return words.stream()
                .sorted(MOST)
                .limit(Math.max(0, atMost))
                .map(Word::text)
                .toList();
    }

    Optional<String> better(String query) throws IOException {
        StringBuilder better = new StringBuilder();
        int from = 0;
        boolean changed = false;
        for (Words.Token token : Words.of(query)) {
            Optional<String> other = known(token) ? Optional.empty() : nearest(token.word());
            better.append(query, from, token.start()).append(other.orElse(query.substring(token.start(), token.end())));
            from = token.end();
            changed |= other.isPresent();
        }
        return changed ? Optional.of(better.append(query.substring(from)).toString()) : Optional.empty();
    }

    private boolean known(Words.Token token) throws IOException {
        return token.isNumber()
                || token.word().length() < WORD_MIN
                || view.count(new Term(Fields.EXACT, token.word())) > 0
                || vocabulary.count(token.stem()) > 0
                || vocabulary.parts(token.stem()).isPresent();
    }

    /** The visible word with the same first letter and the fewest slips; among these the most frequent. */
    private Optional<String> nearest(String word) throws IOException {
        int allowed = word.length() >= TWO_SLIPS ? 2 : 1;
        List<Word> near = new ArrayList<>();
        view.each(Fields.EXACT, word.substring(0, 1), (term, count) -> {
            if (Math.abs(term.length() - word.length()) <= allowed) {
                int slips = slips(word, term);
                if (slips <= allowed) {
                    near.add(new Word(term, count, slips));
                }
            }
        });
        return near.stream()
                .min(Comparator.comparingInt(Word::slips).thenComparing(MOST))
                .map(Word::text);
    }

    /** Letters to add, drop, change, or swap with their neighbour, to make one word of the other. */
    private static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
