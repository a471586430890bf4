package se.sigill.open.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.sigill.core.fact.PublicFile;
import se.sigill.core.fact.PublicPart;
import se.sigill.core.fact.PublicRecord;
import se.sigill.look.Fact;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.look.TextPages;
import se.sigill.zone.Zone;

/**
 * A record that anyone may read.
 *
 * @param pages its text from the page asked for on
 * @param image address of an image of the first page; empty if there is none
 * @param before link to the pages before these; {@code after} to those after
 * @param seal how it is sealed, in words
 * @param linkedData for programs; no sign in it ends a script element
 * @param ask where to ask for it in another form
 */
public record DocumentPage(
        Frame frame,
        EntryLine entry,
        List<TextPages.Shown> pages,
        String image,
        Optional<String> before,
        Optional<String> after,
        List<FileView> files,
        String seal,
        List<Fact> facts,
        String citation,
        String linkedData,
        String ask) {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Europe/Stockholm"));

    /** A file that can be had. @param parts names of what is inside it */
    public record FileView(String name, String facts, String link, String proof, String sha256, List<String> parts) {}

    /** @param part path of the part whose text is asked for first; @param page its page */
    public static DocumentPage of(Zone zone, PublicRecord r, Surround around, String part, int page) {
        Language l = around.language();
        TextPages text = new TextPages(zone.text(r), l);
        TextPages.Window window = text.from(part, page);
        List<FileView> files = new ArrayList<>();
        for (int i = 0; i < r.files().size(); i++) {
            files.add(file(r, i, l));
        }
        String path = "/handling/" + r.id();
        return new DocumentPage(
                around.frame(r.title(), path),
                EntryLine.of(r, l),
                window.pages(),
                r.image().isEmpty() ? "" : Addresses.image(r.id()),
                window.before().map(at -> "/" + l.code() + path + at + "#text"),
                window.after().map(at -> "/" + l.code() + path + at + "#text"),
                files,
                seal(r, l),
                facts(r, l),
                citation(r, around),
                LinkedData.of(r, "/" + l.code() + path, around.authority()),
                Addresses.ask(l, "id", r.id()));
    }

    private static FileView file(PublicRecord r, int index, Language l) {
        PublicFile file = r.files().get(index);
        String role =
                switch (file.role()) {
                    case "original" -> l.say("original", "original");
                    case "preservation" -> l.say("bevarandekopia", "preservation copy");
                    default -> l.say("kopia av innehållet", "copy of the content");
                };
        String format = file.format().isEmpty() ? file.mime() : file.format();
        return new FileView(
                file.name(),
                role + " · " + format + " · " + Sizes.of(file.sizeBytes(), l),
                Addresses.file(r.id(), index, file.name()),
                Addresses.proof(r.id(), index),
                file.sha256(),
                file.parts().stream()
                        .filter(part -> !part.name().isEmpty())
                        .map(part -> part(part, l))
                        .toList());
    }

    private static String part(PublicPart part, Language l) {
        return l.say("bilaga: ", "attachment: ") + part.name() + ", " + Sizes.of(part.sizeBytes(), l);
    }

    private static String seal(PublicRecord r, Language l) {
        String day = DAY.format(Instant.parse(r.sealedAt()));
        return l.say(
                "Förseglad och tidsstämplad " + day
                        + ". Beviset bredvid varje fil visar att den är oförändrad sedan dess och vem som förseglade"
                        + " den.",
                "Sealed and time-stamped on " + day
                        + ". The proof beside each file shows that it is unchanged since then and who sealed it.");
    }

    private static List<Fact> facts(PublicRecord r, Language l) {
        Fact.Sheet sheet = new Fact.Sheet()
                .with(
                        l.say("Diarienummer", "Registration number"),
                        r.diaryNumber(),
                        r.diaryNumber().isEmpty() ? "" : Addresses.caseOf(l, r.diaryNumber()))
                .with(
                        l.say("Ärende", "Case"),
                        r.caseNumber().equals(r.diaryNumber()) ? "" : r.caseNumber(),
                        r.caseNumber().isEmpty() ? "" : Addresses.caseOf(l, r.caseNumber()))
                .with(l.say("Datum", "Date"), r.date())
                .with(l.say("Handlingstyp", "Type"), r.recordType())
                .with(l.say("Riktning", "Direction"), EntryLine.direction(r.direction(), l))
                .with(l.say("Avsändare eller mottagare", "Sender or recipient"), r.counterparty())
                .with(l.say("Myndighet", "Authority"), r.authority())
                .with(l.say("Klass", "Class"), r.classCode())
                .with("Id", r.id());
        return sheet.facts();
    }

    private static String citation(PublicRecord r, Surround around) {
        List<String> parts = new ArrayList<>();
        parts.add(around.authority());
        parts.add(r.authority());
        parts.add(r.diaryNumber());
        parts.add(r.title());
        parts.add(r.date());
        parts.add(r.id());
        return String.join(
                ", ", parts.stream().filter(p -> !p.isBlank()).distinct().toList());
    }
}
