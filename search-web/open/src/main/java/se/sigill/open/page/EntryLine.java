package se.sigill.open.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.fact.PublicRecord;
import se.sigill.look.Language;

/**
 * A record or a notice in a list.
 *
 * @param shown whether it can be read here
 * @param why why not; empty if it can
 * @param facts the rest in one line
 */
public record EntryLine(
        String id,
        String title,
        boolean shown,
        String why,
        String facts,
        String date,
        String diaryNumber,
        String authority) {

    public static EntryLine of(PublicEntry entry, Language l) {
        return switch (entry) {
            case PublicRecord r ->
                new EntryLine(
                        r.id(),
                        r.title(),
                        true,
                        "",
                        line(r.diaryNumber(), r.date(), r.recordType(), direction(r.direction(), l), r.authority()),
                        r.date(),
                        r.diaryNumber(),
                        r.authority());
            case Notice n ->
                new EntryLine(
                        n.id(),
                        title(n, l),
                        false,
                        why(n.why(), l),
                        line(n.diaryNumber(), n.date(), n.authority()),
                        n.date(),
                        n.diaryNumber(),
                        n.authority());
        };
    }

    /** A notice has no title of its own: its number stands for it. */
    static String title(Notice n, Language l) {
        return n.diaryNumber().isEmpty()
                ? l.say("Handling utan diarienummer", "Document without registration number")
                : l.say("Handling i ", "Document in ") + n.diaryNumber();
    }

    static String why(Notice.Why why, Language l) {
        return switch (why) {
            case RESTRICTED -> l.say("Kan omfattas av sekretess", "May be secret");
            case UNDECIDED -> l.say("Inte bedömd än", "Not assessed yet");
            case NOT_ON_THE_WEB -> l.say("Öppen, men inte här", "Open, but not here");
        };
    }

    static String direction(String word, Language l) {
        return switch (word) {
            case "in" -> l.say("inkommen", "received");
            case "out" -> l.say("utgående", "dispatched");
            case "internal" -> l.say("upprättad", "drawn up");
            default -> "";
        };
    }

    private static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    static List<EntryLine> all(List<PublicEntry> entries, Language l) {
        return entries.stream().map(entry -> of(entry, l)).toList();
    }
}
