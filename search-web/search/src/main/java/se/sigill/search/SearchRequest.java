package se.sigill.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One question to an index.
 *
 * @param text what the person typed; longer than {@link QueryGrammar#TEXT_MAX} is cut, and the answer says so
 * @param filters conditions chosen beside the text; all must hold
 * @param labels what the viewer may read; with no labels nothing is found
 * @param order which come first
 * @param size hits wanted, 1 to {@link #SIZE_MAX}
 * @param after the mark of the last hit of the page before, empty for the first page
 */
public record SearchRequest(
        String text, List<SearchFilter> filters, Set<String> labels, Order order, int size, Optional<PageMark> after) {
    /** More hits in one answer are a report, not a page. */
    public static final int SIZE_MAX = 100;

    /** Nobody reads further; a program that wants everything uses the catalogue. */
    public static final int DEPTH_MAX = 10_000;

    /** Which hits come first. */
    public enum Order {
        /** What answers the question best. */
        BEST,
        /** What has the latest date; what has none comes last. The score of a hit is then its day. */
        NEWEST,
        /** What has the earliest date; what has none comes last. The score of a hit is then its day, negative. */
        OLDEST
    }

    public SearchRequest {
        if (size < 1 || size > SIZE_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + SIZE_MAX + " hits");
        }
        filters = List.copyOf(filters);
        labels = Set.copyOf(labels);
    }

    /** The first ten hits for a text. */
    public static SearchRequest of(String text, Set<String> labels) {
        return new SearchRequest(text, List.of(), labels, Order.BEST, 10, Optional.empty());
    }

    /** The same question for the page after {@code mark}. */
    public SearchRequest after(PageMark mark) {
        return new SearchRequest(text, filters, labels, order, size, Optional.of(mark));
    }

    /**
     * Where a page ended.
     *
     * @param rank rank of its last hit
     * @param score score of that hit as {@link Hit} has it
     * @param id id of that hit
     */
    public record PageMark(int rank, long score, String id) {}
}
