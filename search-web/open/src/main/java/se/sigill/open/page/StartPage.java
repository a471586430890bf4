package se.sigill.open.page;

import java.util.List;
import java.util.Optional;
import se.sigill.core.fact.PublicEntry;
import se.sigill.look.Counted;
import se.sigill.look.Language;
import se.sigill.search.Hit;
import se.sigill.search.SearchField;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.zone.Zone;

/**
 * The first page.
 *
 * @param published whether the inside has sent anything
 * @param count how much there is, in a sentence
 */
public record StartPage(
        Frame frame, boolean published, List<EntryLine> latest, String count, List<Counted> authorities) {
    private static final int LATEST = 7;

    public static StartPage of(Zone zone, Surround around, boolean published) {
        Language l = around.language();
        SearchResult all = zone.search()
                .search(new SearchRequest(
                        "", List.of(), Zone.labels(), SearchRequest.Order.NEWEST, LATEST, Optional.empty()));
        List<PublicEntry> latest = all.hits().stream()
                .map(Hit::id)
                .flatMap(id -> zone.find(id).stream())
                .toList();
        String count = all.total()
                + (all.total() == 1
                        ? l.say(" handling står i diariet här.", " document is in the register here.")
                        : l.say(" handlingar står i diariet här.", " documents are in the register here."));
        return new StartPage(
                around.frameWithFeed(l.say("Öppna handlingar", "Open documents"), "/"),
                published,
                EntryLine.all(latest, l),
                count,
                AboutPage.counted(all, SearchField.AUTHORITY, l));
    }
}
