package se.sigill.staff.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.sigill.app.pages.PageViews;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.StoredRecords;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPart;
import se.sigill.look.Language;
import se.sigill.look.Query;
import se.sigill.look.TextPages;

/** The pages of a record that fit on one page of the site. @param before the address of those before */
record Leaves(List<Leaf> leaves, Optional<String> before, Optional<String> after) {
    static final Leaves NONE = new Leaves(List.of(), Optional.empty(), Optional.empty());

    private static final String FILE = "0";
    private static final String PDF = "application/pdf";

    Leaves {
        leaves = List.copyOf(leaves);
    }

    /** @param base address of the record */
    static Leaves of(OpenArchive archive, CatalogueRecord entry, RecordPage.Reading reading, String base, Language l) {
        RecordDescription record = entry.description();
        ExtractedText text = new StoredRecords(archive.archive().store())
                .text(entry.id(), entry.newest().version());
        Map<String, FileFact> sources = sources(record, text);
        TextPages.Window window =
                new TextPages(text, l, drawn(text, sources.keySet())).from(reading.part(), reading.page());
        String to = base + (reading.act().isPresent() ? "/visa" : "");
        Drawing drawing = new Drawing(PageViews.of(archive), record, reading, base, to, l);
        return new Leaves(
                window.pages().stream()
                        .map(page -> new Leaf(
                                page.anchor(),
                                page.label(),
                                page.text(),
                                Optional.ofNullable(sources.get(page.part()))
                                        .map(source -> drawing.picture(page, source))))
                        .toList(),
                window.before().map(query -> to + query),
                window.after().map(query -> to + query));
    }

    /** The file that is drawn for each part, by the part's path. */
    private static Map<String, FileFact> sources(RecordDescription record, ExtractedText text) {
        Map<String, FileFact> sources = new HashMap<>();
        PageViews.source(record, FILE).ifPresent(file -> sources.put(FILE, file));
        for (TextPart part : text.parts()) {
            PageViews.source(record, part.path()).ifPresent(file -> sources.put(part.path(), file));
        }
        return sources;
    }

    /** Pages of text are those of the image only in a PDF: a sheet, a slide or a mail is another number of pages. */
    private static TextPages.Drawn drawn(ExtractedText text, Set<String> drawable) {
        Set<String> byPage = new HashSet<>();
        for (TextPart part : text.parts()) {
            if (part.mime().equals(PDF) && part.pages().stream().anyMatch(page -> page.number() > 0)) {
                byPage.add(part.path());
            }
        }
        byPage.retainAll(drawable);
        Set<String> asWhole = new HashSet<>(drawable);
        asWhole.removeAll(byPage);
        return new TextPages.Drawn(byPage, asWhole);
    }

    /** Makes the pictures. @param base the record's address, and {@code to} the one from which its text is read */
    private record Drawing(
            PageViews views, RecordDescription record, RecordPage.Reading reading, String base, String to, Language l) {
        Leaf.Picture picture(TextPages.Shown page, FileFact source) {
            return page.number() > 0 ? ofPage(page, source) : ofWhole(page, source);
        }

        private Leaf.Picture ofPage(TextPages.Shown page, FileFact source) {
            String alt = l.say("Bild: ", "Image: ") + page.label();
            return new Leaf.Picture(
                    link(source, page.number()),
                    alt,
                    problem(source, page.number()),
                    "",
                    Optional.empty(),
                    Optional.empty());
        }

        private Leaf.Picture ofWhole(TextPages.Shown page, FileFact source) {
            OptionalInt count = views.pages(source);
            boolean asked = page.part().equals(reading.part().isEmpty() ? FILE : reading.part());
            int number = Math.clamp(asked ? reading.image() : 1, 1, count.orElse(Integer.MAX_VALUE));
            String which = l.say("Sida ", "Page ")
                    + number
                    + (count.isPresent() ? l.say(" av ", " of ") + count.getAsInt() : "");
            return new Leaf.Picture(
                    link(source, number),
                    l.say("Bild: ", "Image: ") + source.name() + ", " + which,
                    problem(source, number),
                    which,
                    number > 1 ? Optional.of(turn(page, number - 1)) : Optional.empty(),
                    number < count.orElse(Integer.MAX_VALUE) ? Optional.of(turn(page, number + 1)) : Optional.empty());
        }

        private String problem(FileFact source, int number) {
            return views.isKnownBlank(source, number) ? ImageWords.cannotBeDrawn(l) : "";
        }

        private String turn(TextPages.Shown page, int number) {
            return to
                    + new Query().with("del", page.part()).with("sida", "0").with("bild", Integer.toString(number))
                    + "#" + page.anchor();
        }

        private String link(FileFact source, int number) {
            int index = record.files().indexOf(source);
            String act = reading.act().isPresent()
                    ? new Query()
                            .with("akt", Long.toString(reading.act().getAsLong()))
                            .toString()
                    : "";
            return base + "/filer/" + index + "/sidor/" + number + "/bild" + act;
        }
    }
}
