package se.sigill.staff.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.RecordId;
import se.sigill.look.Asked;
import se.sigill.look.Counted;
import se.sigill.look.Found;
import se.sigill.look.Language;
import se.sigill.look.Link;
import se.sigill.look.Passage;
import se.sigill.search.Hit;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;

/**
 * What a search gave, of what the visitor may read. Counts, facets and suggestions are of that as well, and no word of
 * a guarded text is shown unasked: searching is no act, and reading such a text is.
 *
 * @param first rank of the first hit of the page
 */
public record SearchPage(
        Frame frame,
        String query,
        String summary,
        String reading,
        boolean partial,
        Optional<Link> better,
        List<Link> suggestions,
        List<Link> chosen,
        List<Counted.Group> facets,
        List<Found.View> views,
        boolean newest,
        String view,
        int first,
        List<Line> hits,
        Optional<String> next,
        String withoutFilters) {
    private static final int SIZE = 25;
    private static final int SUGGESTIONS = 5;

    /**
     * A record found.
     *
     * @param tag whether it is open, in a word
     * @param snippet the passage in runs; empty if nothing is quoted
     * @param place where the passage stands; may be empty
     * @param withheld whether there is a passage that is not quoted
     */
    public record Line(
            String title,
            String link,
            String tag,
            String facts,
            String date,
            String diaryNumber,
            String authority,
            List<Passage.Run> snippet,
            String place,
            boolean withheld) {}

    public boolean anyChosen() {
        return !chosen.isEmpty();
    }

    /** @param undecided only what nobody has decided about */
    public static SearchPage of(Surround around, Asked asked, boolean undecided) {
        Language l = around.language();
        OpenArchive archive = around.archive();
        Sight sight = archive.sight();
        Set<String> all = sight.labels(false);
        Set<String> labels = undecided ? AccessLabels.undecided(all) : all;
        SearchResult result = archive.index().search(asked.request(SIZE, labels));
        Set<String> quotable = AccessLabels.unguarded(labels);
        int before = asked.after().map(SearchRequest.PageMark::rank).orElse(0);
        int last = before + result.hits().size();
        boolean more = last < result.total() && !result.hits().isEmpty() && last < SearchRequest.DEPTH_MAX;
        return new SearchPage(
                around.frame(
                        Place.SEARCH,
                        undecided ? l.say("Oprövade handlingar", "Undecided records") : l.say("Sök", "Search"),
                        asked.path()),
                asked.text(),
                Found.summary(result, asked, l),
                l.say(result.reading().swedish(), result.reading().english()),
                result.partial(),
                archive.index()
                        .didYouMean(asked.text(), quotable)
                        .map(text -> new Link(text, asked.withText(text).link(l))),
                result.total() > 0 ? List.of() : suggestions(archive, quotable, asked, l),
                Found.chosen(asked, l),
                Found.facets(result.facets(), asked, l),
                Found.views(asked, l),
                asked.newest(),
                asked.view(),
                before + 1,
                lines(result.hits(), archive, sight, l),
                more ? Optional.of(asked.after(result.hits().getLast().mark()).link(l)) : Optional.empty(),
                asked.withoutFilters().link(l));
    }

    private static List<Link> suggestions(OpenArchive archive, Set<String> labels, Asked asked, Language l) {
        return archive.index().suggest(asked.text(), labels, SUGGESTIONS).stream()
                .map(word -> new Link(word, asked.withText(word).link(l)))
                .toList();
    }

    private static List<Line> lines(List<Hit> hits, OpenArchive archive, Sight sight, Language l) {
        Map<String, CatalogueRecord> entries =
                archive
                        .catalogue()
                        .findAll(
                                hits.stream().map(hit -> new RecordId(hit.id())).toList())
                        .stream()
                        .collect(Collectors.toMap(entry -> entry.id().value(), Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (Hit hit : hits) {
            CatalogueRecord entry = entries.get(hit.id());
            // The index may be behind what was decided a moment ago; the rules never are.
            if (entry != null && sight.rights(entry).content()) {
                lines.add(line(hit, entry, sight, l));
            }
        }
        return lines;
    }

    private static Line line(Hit hit, CatalogueRecord entry, Sight sight, Language l) {
        boolean guarded = sight.guarded(entry);
        boolean quoted = hit.quoted() && !guarded;
        var d = entry.description();
        return new Line(
                d.title(),
                RecordPage.link(l, hit, quoted),
                Words.tag(sight.rules().answer(entry, sight.day()), l),
                RecordPage.line(d.diaryNumber(), d.date(), d.recordType(), entry.authority(), d.counterparty()),
                d.date(),
                d.diaryNumber(),
                entry.authority(),
                quoted ? Passage.runs(hit.snippet()) : List.of(),
                quoted ? Passage.place(hit, l) : "",
                !quoted);
    }
}
