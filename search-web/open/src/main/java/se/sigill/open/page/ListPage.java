package se.sigill.open.page;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import se.sigill.look.Language;
import se.sigill.look.Link;
import se.sigill.look.Query;
import se.sigill.search.Hit;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchRequest;
import se.sigill.search.SearchRequest.Order;
import se.sigill.search.SearchResult;
import se.sigill.zone.Zone;

/**
 * Entries one after the other: a day of the register, or a case.
 *
 * @param before the list before this; {@code after} the next
 * @param more where the rest is, if there is too much for one page
 * @param ask where to ask for all of it, if it is a case
 */
public record ListPage(
        Frame frame,
        String lead,
        List<EntryLine> entries,
        Optional<Link> before,
        Optional<Link> after,
        Optional<String> more,
        Optional<String> ask) {
    private static final int SIZE = SearchRequest.SIZE_MAX;
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    /** A day of the public register; the latest one that has entries, if none is asked for or the text is no day. */
    public static ListPage register(Zone zone, Surround around, String asked) {
        Language l = around.language();
        Optional<LocalDate> day = day(asked).or(() -> latest(zone, FIRST, LAST));
        if (day.isEmpty()) {
            return new ListPage(
                    around.frameWithFeed(l.say("Diarium", "Register"), "/diarium"),
                    l.say("Ännu är ingenting publicerat.", "Nothing has been published yet."),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        LocalDate at = day.get();
        SearchResult found = zone.search().search(request(at, at, Order.NEWEST, SIZE));
        return new ListPage(
                around.frameWithFeed(l.say("Diarium ", "Register ") + at, "/diarium?dag=" + at),
                count(found.total(), l),
                lines(zone, found, l),
                latest(zone, FIRST, at.minusDays(1)).map(other -> link(other, l)),
                earliest(zone, at.plusDays(1), LAST).map(other -> link(other, l)),
                Optional.empty(),
                Optional.empty());
    }

    /** What is known here of a case, by its number. */
    public static ListPage caseOf(Zone zone, Surround around, String number) {
        Language l = around.language();
        List<EntryLine> lines = EntryLine.all(zone.numbered(number), l);
        return new ListPage(
                around.frame(l.say("Ärende ", "Case ") + number, "/arende" + new Query().with("nr", number)),
                count(lines.size(), l),
                lines,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Addresses.ask(l, "arende", number)));
    }

    private static Link link(LocalDate day, Language l) {
        return new Link(day.toString(), "/" + l.code() + "/diarium?dag=" + day);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            Optional<LocalDate> day = text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
            return day.filter(each -> each.isAfter(FIRST) && each.isBefore(LAST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The latest day in the range that has an entry. */
    private static Optional<LocalDate> latest(Zone zone, LocalDate first, LocalDate last) {
        return zone.search().search(request(first, last, Order.NEWEST, 1)).hits().stream()
                .findFirst()
                .map(hit -> LocalDate.ofEpochDay(hit.score()));
    }

    private static Optional<LocalDate> earliest(Zone zone, LocalDate first, LocalDate last) {
        return zone.search().search(request(first, last, Order.OLDEST, 1)).hits().stream()
                .findFirst()
                .map(hit -> LocalDate.ofEpochDay(-hit.score()));
    }

    private static SearchRequest request(LocalDate first, LocalDate last, Order order, int size) {
        return new SearchRequest(
                "", List.of(new SearchFilter.Days(first, last)), Zone.labels(), order, size, Optional.empty());
    }

    private static List<EntryLine> lines(Zone zone, SearchResult found, Language l) {
        return found.hits().stream()
                .map(Hit::id)
                .flatMap(id -> zone.find(id).stream())
                .map(entry -> EntryLine.of(entry, l))
                .toList();
    }

    private static String count(long count, Language l) {
        return count == 1 ? l.say("1 handling", "1 document") : count + l.say(" handlingar", " documents");
    }
}
