package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.Term;

/**
 * What the visible documents teach about words: which are words at all, which compounds hold a word, and how a compound
 * is cut. Swedish writes compounds as one word, some with a linking s ({@code bygglov-s-ansökan}); a cut counts only if
 * it covers the whole word with parts that stand alone somewhere.
 */
final class Vocabulary {
    /** Shorter parts are found in too many words by chance. */
    static final int PART_MIN = 4;

    private static final int KEPT_MAX = 10_000;

    private final View view;
    private final ConcurrentMap<String, List<Compound>> compounds = new ConcurrentHashMap<>();

    Vocabulary(View view) {
        this.view = view;
    }

    /** A stem that holds another as its first or last part, and how many visible documents have it. */
    record Compound(String stem, int count, boolean last) {}

    int count(String stem) throws IOException {
        return view.count(new Term(Fields.TEXT, stem));
    }

    private boolean teaches(String part) throws IOException {
        return part.length() >= PART_MIN && count(SwedishStem.of(part)) > 0;
    }

    /** Compounds of which {@code stem} is the first or last part, most frequent first, at most {@code atMost}. */
    List<Compound> compounds(String stem, int atMost) throws IOException {
        if (stem.length() < PART_MIN) {
            return List.of();
        }
        List<Compound> all = compounds.get(stem);
        if (all == null) {
            all = learn(stem);
            if (compounds.size() > KEPT_MAX) {
                compounds.clear();
            }
            compounds.put(stem, all);
        }
        return all.subList(0, Math.min(atMost, all.size()));
    }

    /** More compounds of one word no query has room for. */
    private static final int LEARNT_MAX = QueryCompiler.COMPOUNDS_MAX;

    private List<Compound> learn(String stem) throws IOException {
        List<Compound> candidates = new ArrayList<>();
        view.each(Fields.TEXT, stem, (term, count) -> {
            if (term.length() >= stem.length() + PART_MIN) {
                candidates.add(new Compound(term, count, false));
            }
        });
        view.each(Fields.BACKWARDS, backwards(stem), (term, count) -> {
            if (term.length() >= stem.length() + PART_MIN) {
                candidates.add(new Compound(backwards(term), count, true));
            }
        });
        candidates.sort(Comparator.comparingInt(Compound::count).reversed().thenComparing(Compound::stem));
        List<Compound> learnt = new ArrayList<>();
        for (Compound candidate : candidates) {
            if (learnt.size() == LEARNT_MAX) {
                break;
            }
            if (covers(candidate, stem)) {
                learnt.add(candidate);
            }
        }
        return List.copyOf(learnt);
    }

    private boolean covers(Compound candidate, String stem) throws IOException {
        String whole = candidate.stem();
        if (candidate.last()) {
            String head = whole.substring(0, whole.length() - stem.length());
            return teaches(head) || (head.endsWith("s") && teaches(head.substring(0, head.length() - 1)));
        }
        String tail = whole.substring(stem.length());
        return teaches(tail) || (tail.startsWith("s") && teaches(tail.substring(1)));
    }

    /** The stems of the parts of a compound, if what is visible teaches how to cut it: the most frequent parts win. */
    Optional<List<String>> parts(String stem) throws IOException {
        List<String> best = List.of();
        double bestWeight = 0;
        for (int cut = PART_MIN; cut <= stem.length() - PART_MIN; cut++) {
            String tail = stem.substring(cut);
            String head = stem.substring(0, cut);
            if (!teaches(tail)) {
                continue;
            }
            String bare = head.endsWith("s") && !teaches(head) ? head.substring(0, cut - 1) : head;
            if (!teaches(bare)) {
                continue;
            }
            double weight = Math.sqrt((double) count(SwedishStem.of(bare)) * count(SwedishStem.of(tail)));
            if (weight > bestWeight) {
                bestWeight = weight;
                best = List.of(SwedishStem.of(bare), SwedishStem.of(tail));
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Endings that make one word of another; the longest that fits is taken off. */
    private static final List<String> ENDINGS = List.of("ation", "ning", "else", "lig", "isk", "ing", "ig", "");

    /** Stems with the same root and another of these endings that are visible: {@code ansök} of {@code ansökning}. */
    List<String> relatives(String stem) throws IOException {
        String ending = ENDINGS.stream()
                .filter(e -> stem.endsWith(e) && stem.length() - e.length() >= PART_MIN)
                .findFirst()
                .orElse("");
        String root = stem.substring(0, stem.length() - ending.length());
        List<String> found = new ArrayList<>();
        for (String other : ENDINGS) {
            if (root.length() >= PART_MIN && !other.equals(ending) && count(root + other) > 0) {
                found.add(root + other);
            }
        }
        return found;
    }

    static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
