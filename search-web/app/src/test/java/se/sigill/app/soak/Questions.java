package se.sigill.app.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.access.Viewer;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchRequest;

/** Two hundred queries of every kind, asked by everybody who may ask. */
final class Questions {
    static final int COUNT = 200;

    private final RandomGenerator random;

    private Questions(RandomGenerator random) {
        this.random = random;
    }

    /** The queries of a seed: the same for the same seed. */
    static List<SearchRequest> of(long seed) {
        Questions questions = new Questions(new SplittableRandom(seed));
        List<SearchRequest> requests = new ArrayList<>();
        List<Set<String>> labels = labels();
        for (int i = 0; i < COUNT; i++) {
            requests.add(new SearchRequest(
                    questions.text(i % 12),
                    questions.filters(),
                    labels.get(i % labels.size()),
                    i % 7 == 3 ? SearchRequest.Order.NEWEST : SearchRequest.Order.BEST,
                    i % 5 == 0 ? SearchRequest.SIZE_MAX : 10,
                    Optional.empty()));
        }
        return requests;
    }

    /** What the public, the operator and each role of each authority may read. */
    static List<Set<String>> labels() {
        List<Set<String>> all = new ArrayList<>();
        all.add(AccessLabels.readableBy(new Viewer.Public()));
        all.add(AccessLabels.readableBy(new Viewer.Operator("drift")));
        Set<String> everything = new TreeSet<>();
        for (Prose.Board board : Prose.BOARDS) {
            for (Viewer.Role role : Viewer.Role.values()) {
                Set<String> labels = AccessLabels.readableBy(new Viewer.Staff(board.name(), role));
                everything.addAll(labels);
                all.add(labels);
            }
        }
        all.add(everything);
        return all;
    }

    private String text(int kind) {
        String plain = of(Prose.PLAIN);
        String compound = of(Prose.FIRST) + of(Prose.LAST);
        return switch (kind) {
            case 0 -> plain;
            case 1 -> of(Prose.LAST);
            case 2 -> compound;
            case 3 -> of(Prose.BOARDS).prefix() + " " + (2008 + random.nextInt(18)) + "/" + (1 + random.nextInt(500));
            case 4 -> "\"" + plain + " " + of(Prose.PLAIN) + "\"";
            case 5 -> compound + " " + plain + " " + of(Prose.PLAIN);
            case 6 -> plain + " -" + of(Prose.LAST);
            case 7 -> of(Prose.FIRST) + " OR " + plain;
            case 8 -> "nämnd:" + of(Prose.BOARDS).name() + " " + plain;
            case 9 -> plain.substring(0, plain.length() - 1) + "x " + compound;
            case 10 -> Integer.toString(random.nextInt(3000));
            default -> "";
        };
    }

    private List<SearchFilter> filters() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of(new SearchFilter.Years(2010, 2010 + random.nextInt(12)));
            case 1 -> List.of(new SearchFilter.Equal(SearchField.TYPE, of(Prose.TYPES)));
            default -> List.of();
        };
    }

    private <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
