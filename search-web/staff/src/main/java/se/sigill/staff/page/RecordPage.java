package se.sigill.staff.page;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Openness;
import se.sigill.core.access.Rights;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.look.Query;
import se.sigill.look.Sizes;
import se.sigill.search.Hit;

/**
 * One record, as far as the visitor's rights go.
 *
 * @param tag whether it is open, in a word
 * @param why and why so
 * @param content whether the text is here
 * @param noted whether reading is an act each time: the links then are forms
 * @param files none if the visitor may not read the record
 * @param before the piece of text before this one, {@code after} the next
 * @param message what was just done; may be empty
 */
public record RecordPage(
        Frame frame,
        String id,
        String tag,
        String why,
        List<Fact> facts,
        Content content,
        List<Leaf> pages,
        Optional<String> before,
        Optional<String> after,
        boolean noted,
        List<FileLine> files,
        List<Said> gaps,
        Decisions decisions,
        Holds holds,
        RecordIncidents incidents,
        List<HistoryLine> history,
        String seal,
        String message) {

    /** Whether the text is shown. */
    public enum Content {
        SHOWN,
        /** The visitor may read it, and that is an act, which is asked for. */
        ASKED_FOR,
        NOT_YOURS
    }

    /** A file. @param role original, preservation or content, in a word */
    public record FileLine(String name, String role, String facts, String link, String sha256, List<String> parts) {}

    /**
     * How a record is shown that somebody asks for.
     *
     * @param part of its text, empty for the first
     * @param page of the part
     * @param image which page of the part is looked at, where the text has no pages; from 1
     * @param act which says that the guarded record was shown; empty if there is none
     */
    public record Reading(String part, int page, int image, OptionalLong act) {
        /** From its beginning. */
        public static final Reading BEGINNING = new Reading("", 0, 1, OptionalLong.empty());
    }

    static String path(String id) {
        return "/handling/" + id;
    }

    static String link(Language l, Hit hit, boolean withPlace) {
        Query query = withPlace
                ? new Query().with("del", hit.part()).with("sida", hit.page() > 0 ? Integer.toString(hit.page()) : "")
                : new Query();
        return "/" + l.code() + path(hit.id()) + query;
    }

    static String line(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    public static RecordPage of(Surround around, CatalogueRecord entry, Reading reading, String message) {
        Language l = around.language();
        OpenArchive archive = around.archive();
        Sight sight = archive.sight();
        Rights rights = sight.rights(entry);
        Openness answer = sight.rules().answer(entry, sight.day());
        Content content = content(rights, sight.guarded(entry), reading.act().isPresent());
        String link = "/" + l.code() + path(entry.id().value());
        Leaves leaves = content == Content.SHOWN ? Leaves.of(archive, entry, reading, link, l) : Leaves.NONE;
        boolean known = rights.metadata();
        return new RecordPage(
                around.frame(
                        Place.SEARCH,
                        known ? entry.description().title() : untitled(l),
                        path(entry.id().value())),
                entry.id().value(),
                Words.tag(answer, l),
                known ? Words.why(answer, l) : "",
                facts(entry, rights, l),
                content,
                leaves.leaves(),
                leaves.before(),
                leaves.after(),
                reading.act().isPresent(),
                rights.content() ? files(entry, l) : List.of(),
                known ? GapsPage.ofRecord(entry, l) : List.of(),
                Decisions.of(archive, sight, entry, known, l),
                Holds.of(archive, entry, known, l),
                RecordIncidents.of(around, entry, known),
                known ? HistoryLine.of(entry, archive.config().archive().zone(), l) : List.of(),
                known ? seal(archive, entry, l) : "",
                message);
    }

    private static Content content(Rights rights, boolean guarded, boolean seen) {
        if (!rights.content()) {
            return Content.NOT_YOURS;
        }
        return guarded && !seen ? Content.ASKED_FOR : Content.SHOWN;
    }

    private static String untitled(Language l) {
        return l.say("Handling hos annan myndighet", "Record of another authority");
    }

    /** Who may only know that it exists sees what a register says of every record. */
    private static List<Fact> facts(CatalogueRecord entry, Rights rights, Language l) {
        RecordDescription d = entry.description();
        Fact.Sheet sheet = new Fact.Sheet()
                .with(l.say("Diarienummer", "Registration number"), d.diaryNumber())
                .with(l.say("Datum", "Date"), d.date())
                .with(l.say("Myndighet", "Authority"), entry.authority());
        if (rights.metadata()) {
            sheet.with(l.say("Ärende", "Case"), d.caseNumber())
                    .with(l.say("Handlingstyp", "Type"), d.recordType())
                    .with(l.say("Riktning", "Direction"), direction(d, l))
                    .with(l.say("Avsändare eller mottagare", "Counterparty"), d.counterparty())
                    .with(l.say("Klass", "Class"), entry.classCode())
                    .with(l.say("Levererad från", "Delivered from"), d.source().system())
                    .with(
                            l.say("Namn i leveransen", "Name in the delivery"),
                            d.source().path());
        }
        return sheet.with(l.say("Arkivets id", "Id in the archive"), entry.id().value())
                .facts();
    }

    private static String direction(RecordDescription d, Language l) {
        return switch (d.direction()) {
            case RECEIVED -> l.say("inkommen", "received");
            case DISPATCHED -> l.say("utgående", "dispatched");
            case DRAWN_UP -> l.say("upprättad", "drawn up");
            case UNKNOWN -> "";
        };
    }

    private static List<FileLine> files(CatalogueRecord entry, Language l) {
        List<FileFact> files = entry.description().files();
        return java.util.stream.IntStream.range(0, files.size())
                .mapToObj(index -> file(entry.id().value(), files.get(index), index, l))
                .toList();
    }

    private static FileLine file(String id, FileFact f, int index, Language l) {
        String role =
                switch (f.role()) {
                    case ORIGINAL -> l.say("Original, som det kom in", "Original, as it came in");
                    case PRESERVATION -> l.say("Bevarandeformat", "Preservation rendition");
                    case CONTENT ->
                        l.say("Innehåll utan originalets utseende", "Content without the looks of the original");
                };
        return new FileLine(
                f.name(),
                role,
                line(f.format().name(), Sizes.of(f.sizeBytes(), l), f.madeBy()),
                "/fil/" + id + "/" + index,
                f.sha256(),
                f.parts().stream()
                        .map(part -> part.name().isEmpty() ? part.path() : part.name())
                        .toList());
    }

    private static String seal(OpenArchive archive, CatalogueRecord entry, Language l) {
        return new Sealing(archive)
                .periodOf(entry.newest().act())
                .map(period -> l.say("Förseglad och tidsstämplad ", "Sealed and time-stamped ")
                        + Words.time(period.sealed(), archive.config().archive().zone())
                        + l.say(" (period ", " (period ") + period.id() + ").")
                .orElse(l.say(
                        "Inte förseglad än. Det görs av sig självt inom tio minuter.",
                        "Not sealed yet. That is done by itself within ten minutes."));
    }

    /** Whether the visitor may decide anything. */
    public boolean mayDecide() {
        return decisions.mayRestrict() || decisions.mayOpen();
    }
}
