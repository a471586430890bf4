package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import se.sigill.search.SearchField;
import se.sigill.search.SearchRequest.Order;
import se.sigill.search.SearchRequest.PageMark;
import se.sigill.search.SearchResult.FacetCount;

/**
 * Counts every match, its facets, and keeps those that come first. Scores are rounded to ten-thousandths before they
 * are compared, days stand for them where the order is by date, and ties are broken by id, so that the order does not
 * depend on how documents lie in segments. One request, one thread.
 */
final class Gatherer implements Collector {
    /** Values of a facet that are told; a list of more helps nobody to choose. */
    static final int FACET_VALUES_MAX = 50;

    /** What is counted. */
    static final List<SearchField> FACETS =
            List.of(SearchField.AUTHORITY, SearchField.TYPE, SearchField.YEAR, SearchField.FORMAT);

    /** Best first. */
    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::score).reversed().thenComparing(Entry::id);

    /** Stands for the day of what has none. */
    private static final long NO_DAY = Long.MIN_VALUE / 2;

    private final Order order;
    private final int size;
    private final Optional<PageMark> after;
    private final PriorityQueue<Entry> best = new PriorityQueue<>(ORDER.reversed());
    private final Map<SearchField, Map<String, Long>> facets = new EnumMap<>(SearchField.class);
    private long total;

    Gatherer(Order order, int size, Optional<PageMark> after) {
        this.order = order;
        this.size = size;
        this.after = after;
        FACETS.forEach(f -> facets.put(f, new HashMap<>()));
    }

    /** A match: its number in the view's reader, its rounded score and its id. */
    record Entry(int doc, long score, BytesRef id) {}

    long total() {
        return total;
    }

    /** The page, best first. */
    List<Entry> page() {
        List<Entry> page = new ArrayList<>(best);
        page.sort(ORDER);
        return page;
    }

    /** Counts of values, most frequent first, then by value. */
    Map<SearchField, List<FacetCount>> facets() {
        Map<SearchField, List<FacetCount>> told = new EnumMap<>(SearchField.class);
        facets.forEach((field, counts) -> told.put(
                field,
                counts.entrySet().stream()
                        .map(e -> new FacetCount(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingLong(FacetCount::count)
                                .reversed()
                                .thenComparing(FacetCount::value))
                        .limit(FACET_VALUES_MAX)
                        .toList()));
        return told;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        return new Leaf(context);
    }

    private final class Leaf implements LeafCollector {
        private final int base;
        private final SortedDocValues ids;
        private final NumericDocValues days;
        private final List<Counter> counters = new ArrayList<>();
        private @Nullable Scorable scorer;
        /** Only a higher score, or this score with a smaller ordinal, gets into a full queue. */
        private long floor = Long.MIN_VALUE;

        private int floorOrdinal = Integer.MAX_VALUE;
        private int afterOrdinal = -1;

        Leaf(LeafReaderContext context) throws IOException {
            this.base = context.docBase;
            this.ids = DocValues.getSorted(context.reader(), Fields.ID);
            this.days = DocValues.getNumeric(context.reader(), Fields.DAY);
            for (SearchField field : FACETS) {
                counters.add(new Counter(field, DocValues.getSortedSet(context.reader(), Fields.facet(field))));
            }
            if (after.isPresent()) {
                int ordinal = ids.lookupTerm(new BytesRef(after.get().id()));
                afterOrdinal = ordinal >= 0 ? ordinal : -ordinal - 2;
            }
            lift();
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int doc) throws IOException {
            total++;
            for (Counter counter : counters) {
                counter.count(doc);
            }
            long score = score(doc);
            if (score >= floor && (after.isEmpty() || score <= after.get().score())) {
                consider(doc, score);
            }
        }

        private long score(int doc) throws IOException {
            return switch (order) {
                case BEST -> scorer == null ? 0 : Math.round(scorer.score() * 10_000.0);
                case NEWEST -> days.advanceExact(doc) ? days.longValue() : NO_DAY;
                case OLDEST -> days.advanceExact(doc) ? -days.longValue() : NO_DAY;
            };
        }

        private void consider(int doc, long score) throws IOException {
            ids.advanceExact(doc);
            int ordinal = ids.ordValue();
            boolean shown = after.isPresent() && score == after.get().score() && ordinal <= afterOrdinal;
            if (shown || (score == floor && ordinal >= floorOrdinal)) {
                return;
            }
            best.add(new Entry(base + doc, score, BytesRef.deepCopyOf(ids.lookupOrd(ordinal))));
            if (best.size() > size) {
                best.poll();
            }
            lift();
        }

        private void lift() throws IOException {
            Entry last = best.peek();
            if (best.size() == size && last != null) {
                floor = last.score();
                int ordinal = ids.lookupTerm(last.id());
                floorOrdinal = ordinal >= 0 ? ordinal : -ordinal - 1;
            }
        }

        @Override
        public void finish() throws IOException {
            for (Counter counter : counters) {
                counter.tell(facets);
            }
        }
    }

    /** Counts one facet in one segment by ordinals, and tells words only once. */
    private static final class Counter {
        private final SearchField field;
        private final SortedSetDocValues values;
        private final @Nullable SortedDocValues single;
        private final long[] counts;

        Counter(SearchField field, SortedSetDocValues values) {
            this.field = field;
            this.values = values;
            this.single = DocValues.unwrapSingleton(values);
            this.counts = new long[Math.toIntExact(values.getValueCount())];
        }

        void count(int doc) throws IOException {
            if (single != null) {
                if (single.advanceExact(doc)) {
                    counts[single.ordValue()]++;
                }
            } else if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void tell(Map<SearchField, Map<String, Long>> facets) throws IOException {
            Map<String, Long> told = facets.computeIfAbsent(field, f -> new HashMap<>());
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    told.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Long::sum);
                }
            }
        }
    }
}
