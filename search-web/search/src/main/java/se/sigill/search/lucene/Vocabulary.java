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

    /** The shortest part in which a compound is cut. */
    private static final int SHORT_PART = 3;

    /** The share of the visible documents in which so short a part stands. */
    private static final double SHORT_COMMON = 0.002;

    /** What a cut with so short a part weighs against one without. */
    private static final double SHORT_DOUBT = 0.1;

    private static final int KEPT_MAX = 10_000;

    private final View view;
    private final ConcurrentMap<String, List<Compound>> compounds = new ConcurrentHashMap<>();

    Vocabulary(View view) {
        this.view = view;
    }

    /** A stem that holds another as its first or last part, and how many visible documents have it. */
    record Compound(String stem, int count, boolean last) {}

    /** The number of visible documents. */
    int documents() {
        return view.documents();
    }

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

    /**
     * The stems of the parts of a compound, if what is visible teaches how to cut it: in two, else in three. The most
     * frequent parts win.
     */
    Optional<List<String>> parts(String stem) throws IOException {
        Cut best = inTwo(stem);
        if (best.parts().isEmpty()) {
            best = inThree(stem);
        }
        return best.parts().isEmpty() ? Optional.empty() : Optional.of(best.parts());
    }

    /** Parts, and their mean frequency. */
    private record Cut(List<String> parts, double weight) {
        static final Cut NONE = new Cut(List.of(), 0);

        Cut or(Cut other) {
            return other.weight > weight ? other : this;
        }
    }

    private Cut inTwo(String stem) throws IOException {
        Cut best = Cut.NONE;
        for (int cut = SHORT_PART; cut <= stem.length() - SHORT_PART; cut++) {
            String tail = stem.substring(cut);
            String head = stem.substring(0, cut);
            if (Math.max(head.length(), tail.length()) < PART_MIN || !isPart(tail)) {
                continue;
            }
            String bare = isPart(head) ? head : withoutLink(head);
            if (isPart(bare)) {
                double doubt = Math.min(bare.length(), tail.length()) < PART_MIN ? SHORT_DOUBT : 1;
                best = best.or(cut(doubt, List.of(SwedishStem.of(bare), SwedishStem.of(tail))));
            }
        }
        return best;
    }

    /** One part and a compound of two, in either order. */
    private Cut inThree(String stem) throws IOException {
        Cut best = Cut.NONE;
        for (int cut = PART_MIN; cut <= stem.length() - PART_MIN; cut++) {
            String tail = stem.substring(cut);
            String head = stem.substring(0, cut);
            String bare = teaches(head) ? head : withoutLink(head);
            if (teaches(bare)) {
                best = best.or(joined(List.of(SwedishStem.of(bare)), inTwo(tail).parts()));
            }
            if (teaches(tail)) {
                best = best.or(joined(inTwo(withoutLink(head)).parts(), List.of(SwedishStem.of(tail))));
            }
        }
        return best;
    }

    private Cut joined(List<String> first, List<String> then) throws IOException {
        if (first.isEmpty() || then.isEmpty()) {
            return Cut.NONE;
        }
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return cut(1, all);
    }

    private Cut cut(double doubt, List<String> parts) throws IOException {
        double product = 1;
        for (String part : parts) {
            product *= count(part);
        }
        return new Cut(List.copyOf(parts), doubt * Math.pow(product, 1.0 / parts.size()));
    }

    private static String withoutLink(String head) {
        return head.endsWith("s") ? head.substring(0, head.length() - 1) : head;
    }

    /** Three letters are a part only if they are a common word, such as {@code lag} and {@code bil}. */
    private boolean isPart(String part) throws IOException {
        return teaches(part)
                || (part.length() == SHORT_PART && count(SwedishStem.of(part)) > SHORT_COMMON * documents());
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
