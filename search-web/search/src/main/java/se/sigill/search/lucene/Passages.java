package se.sigill.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import se.sigill.search.Snippet;

/**
 * Finds the place of a hit that answers best, from the positions in the index: the run of {@link #LENGTH} characters
 * of one page with the most, and the rarest, of what was sought. A page beats the description; among equals the first
 * wins.
 */
final class Passages {
    /** About three lines on a screen. */
    static final int LENGTH = 240;

    /** Occurrences of one word looked at in one record: enough to find a good page. */
    private static final int OCCURRENCES_MAX = 5_000;

    private final View view;
    private final List<QueryCompiler.Sought> sought;
    private final List<Double> weights = new ArrayList<>();

    Passages(View view, List<QueryCompiler.Sought> sought) throws IOException {
        this.view = view;
        this.sought = sought.stream().distinct().toList();
        for (QueryCompiler.Sought one : this.sought) {
            double weight = 0;
            for (String stem : one.stems()) {
                weight += Math.log(1 + view.documents() / (1.0 + view.count(new Term(Fields.TEXT, stem))));
            }
            weights.add(weight);
        }
    }

    /** The title of a hit, its passage, and where that stands; neither of the two if it is not quoted. */
    record Passage(String title, Snippet snippet, Places.Place place, boolean quoted) {}

    /** An occurrence of what was sought: which, from and to which character. */
    private record Match(int which, int start, int end) {}

    private record Spot(int position, int start, int end) {}

    /** The best passage of each hit. */
    Map<Integer, Passage> of(List<Gatherer.Entry> hits) throws IOException {
        List<Integer> docs = hits.stream().map(Gatherer.Entry::doc).sorted().toList();
        Map<Integer, Map<String, List<Spot>>> spots = spots(docs);
        Map<Integer, Passage> passages = new HashMap<>();
        for (int doc : docs) {
            Stored stored = Stored.read(view.reader(), doc);
            passages.put(
                    doc,
                    stored.quoted()
                            ? best(stored, matches(stored.text(), spots.getOrDefault(doc, Map.of())))
                            : new Passage(stored.title(), Snippet.EMPTY, Places.DESCRIPTION, false));
        }
        return passages;
    }

    /** For each hit, where each stem stands. Each term is looked up once a segment. */
    private Map<Integer, Map<String, List<Spot>>> spots(List<Integer> docs) throws IOException {
        Set<String> stems = new HashSet<>();
        sought.forEach(s -> stems.addAll(s.stems()));
        Map<Integer, Map<String, List<Spot>>> spots = new HashMap<>();
        IndexReader reader = view.reader();
        int at = 0;
        while (at < docs.size()) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(docs.get(at), reader.leaves()));
            int to = at;
            while (to < docs.size()
                    && docs.get(to) < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            for (String stem : stems) {
                PostingsEnum postings = leaf.reader().postings(new Term(Fields.TEXT, stem), PostingsEnum.OFFSETS);
                if (postings != null) {
                    collect(postings, leaf.docBase, docs.subList(at, to), stem, spots);
                }
            }
            at = to;
        }
        return spots;
    }

    private static void collect(
            PostingsEnum postings,
            int base,
            List<Integer> docs,
            String stem,
            Map<Integer, Map<String, List<Spot>>> spots)
            throws IOException {
        int doc = -1;
        for (int wanted : docs) {
            if (doc < wanted - base) {
                doc = postings.advance(wanted - base);
            }
            if (doc == DocIdSetIterator.NO_MORE_DOCS) {
                return;
            }
            if (doc == wanted - base) {
                List<Spot> list = new ArrayList<>();
                for (int i = 0; i < Math.min(postings.freq(), OCCURRENCES_MAX); i++) {
                    list.add(new Spot(postings.nextPosition(), postings.startOffset(), postings.endOffset()));
                }
                spots.computeIfAbsent(wanted, d -> new HashMap<>()).put(stem, list);
            }
        }
    }

    private List<Match> matches(String text, Map<String, List<Spot>> spots) {
        List<Match> matches = new ArrayList<>();
        for (int which = 0; which < sought.size(); which++) {
            List<String> stems = sought.get(which).stems();
            List<Spot> firsts = spots.getOrDefault(stems.getFirst(), List.of());
            if (stems.size() == 1 && sought.get(which).words().isEmpty()) {
                for (Spot spot : firsts) {
                    matches.add(new Match(which, spot.start(), spot.end()));
                }
            } else {
                rows(text, which, spots, matches);
            }
        }
        matches.sort(Comparator.comparingInt(Match::start)
                .thenComparingInt(Match::end)
                .thenComparingInt(Match::which));
        return matches;
    }

    /** Adds each place where the stems of a phrase stand in a row. */
    private void rows(String text, int which, Map<String, List<Spot>> spots, List<Match> matches) {
        QueryCompiler.Sought phrase = sought.get(which);
        Map<Integer, Integer> ends = new LinkedHashMap<>();
        Map<Integer, Integer> starts = new HashMap<>();
        for (Spot spot : spots.getOrDefault(phrase.stems().getFirst(), List.of())) {
            ends.put(spot.position(), spot.end());
            starts.put(spot.position(), spot.start());
        }
        for (int i = 1; i < phrase.stems().size(); i++) {
            Map<Integer, Integer> longer = new LinkedHashMap<>();
            for (Spot spot : spots.getOrDefault(phrase.stems().get(i), List.of())) {
                if (ends.containsKey(spot.position() - i)) {
                    longer.put(spot.position() - i, spot.end());
                }
            }
            ends = longer;
        }
        ends.forEach((position, end) -> {
            int start = starts.getOrDefault(position, end);
            List<String> words = Words.of(text.substring(start, end)).stream()
                    .map(Words.Token::word)
                    .toList();
            if (phrase.words().isEmpty() || phrase.words().equals(words)) {
                matches.add(new Match(which, start, end));
            }
        });
    }

    private Passage best(Stored stored, List<Match> matches) {
        Places places = stored.places();
        int bestFirst = -1;
        double bestWeight = 0;
        for (int first = 0; first < matches.size(); first++) {
            int page = places.indexAt(matches.get(first).start());
            double weight = weight(matches, first, page, places) * (page < 0 ? 0.001 : 1);
            if (weight > bestWeight) {
                bestWeight = weight;
                bestFirst = first;
            }
        }
        String text = stored.text();
        if (bestFirst < 0 || places.indexAt(matches.get(bestFirst).start()) < 0) {
            int page = places.list().isEmpty() ? -1 : 0;
            int from = places.start(page);
            return new Passage(
                    stored.title(),
                    SnippetText.of(text, from, places.end(page, text.length()), from, List.of()),
                    Places.DESCRIPTION,
                    true);
        }
        int page = places.indexAt(matches.get(bestFirst).start());
        List<Snippet.Range> marks = new ArrayList<>();
        int from = matches.get(bestFirst).start();
        for (Match match : matches.subList(bestFirst, matches.size())) {
            if (match.end() > from + LENGTH) {
                break;
            }
            marks.add(new Snippet.Range(match.start(), match.end()));
        }
        int end = places.end(page, text.length());
        return new Passage(
                stored.title(), SnippetText.of(text, places.start(page), end, from, marks), places.place(page), true);
    }

    /** What stands within reach of a match on its page: each thing sought counts once, repetitions a little. */
    private double weight(List<Match> matches, int first, int page, Places places) {
        Set<Integer> seen = new HashSet<>();
        double weight = 0;
        int from = matches.get(first).start();
        for (int i = first; i < matches.size() && matches.get(i).end() <= from + LENGTH; i++) {
            if (places.indexAt(matches.get(i).start()) != page) {
                break;
            }
            weight += weights.get(matches.get(i).which())
                    * (seen.add(matches.get(i).which()) ? 1 : 0.01);
        }
        return weight;
    }

    /** What the index keeps of a record to show it. */
    record Stored(String id, String title, String text, Places places, boolean quoted) {
        static Stored read(IndexReader reader, int doc) throws IOException {
            var document = reader.storedFields().document(doc);
            BytesRef places = document.getBinaryValue(Fields.STORED_PLACES);
            return new Stored(
                    document.get(Fields.ID),
                    document.get(Fields.STORED_TITLE),
                    document.get(Fields.STORED_TEXT),
                    Places.read(places.bytes, places.offset, places.length),
                    document.getField(Fields.QUOTED) != null);
        }
    }
}
