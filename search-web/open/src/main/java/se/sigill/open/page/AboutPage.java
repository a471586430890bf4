package se.sigill.open.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.look.Asked;
import se.sigill.look.Counted;
import se.sigill.look.Found;
import se.sigill.look.Language;
import se.sigill.search.SearchField;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchResult;
import se.sigill.zone.Zone;

/** What the archive holds, from what is there now (OSL 4 kap. 2 §, as far as it is public). */
public record AboutPage(Frame frame, String lead, List<Counted.Group> tables) {

    public static AboutPage of(Zone zone, Surround around) {
        Language l = around.language();
        SearchResult all = zone.search()
                .search(new SearchRequest("", List.of(), Zone.labels(), SearchRequest.Order.BEST, 1, Optional.empty()));
        String lead = l.say("Arkivet visar just nu ", "The archive shows ")
                + all.total()
                + l.say(" poster ur diariet.", " entries of the register now.");
        List<Counted.Group> tables = Stream.of(SearchField.AUTHORITY, SearchField.TYPE, SearchField.YEAR)
                .map(field -> new Counted.Group(Found.label(field, l), field.english(), counted(all, field, l)))
                .filter(group -> !group.values().isEmpty())
                .toList();
        return new AboutPage(around.frame(l.say("Om arkivet", "About the archive"), "/om"), lead, tables);
    }

    static List<Counted> counted(SearchResult all, SearchField field, Language l) {
        Asked everything = Asked.of(Map.of());
        return all.facets().getOrDefault(field, List.of()).stream()
                .map(each -> new Counted(
                        each.value(),
                        each.count(),
                        false,
                        everything.with(field, each.value()).link(l)))
                .toList();
    }
}
