package se.sigill.engines.letter;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.sigill.engines.html.CleanHtml;
import se.sigill.engines.pdf.Glyphs;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;

/**
 * A letter as HTML of our own. Text goes in as text nodes only, so that no word of it can become markup or style; what
 * the fonts have not is written by its number, what cannot be seen is left out.
 */
final class LetterPage {
    private static final String NO_VALUE = "–";

    private final Letter letter;
    private final Glyphs glyphs;
    private final Document html = CleanHtml.page();
    private final List<Mark> marks = new ArrayList<>();
    private boolean newPage;

    /** A heading for the list of bookmarks; the title has level 0. */
    private record Mark(int level, String id, String text) {}

    private LetterPage(Letter letter, Glyphs glyphs) {
        this.letter = letter;
        this.glyphs = glyphs;
    }

    /** The page, with language, title and bookmarks, without style. */
    static Document of(Letter letter, Glyphs glyphs) {
        LetterPage page = new LetterPage(letter, glyphs);
        page.head();
        page.letter.blocks().forEach(page::block);
        page.bookmarks();
        return page.html;
    }

    /** Text whose signs and their marks are one sign each where there is one, so that the fonts have more of them. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private void head() {
        html.expectFirst("html")
                .attr("lang", letter.language().tag())
                .attr("xml:lang", letter.language().tag());
        html.title(line(letter.title()));
        meta("author", line(letter.authority()));
        meta("subject", line(letter.diaryNumber()));
        String foot = Stream.of(line(letter.diaryNumber()), line(letter.footer()))
                .filter(text -> !text.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
        if (!foot.isEmpty()) {
            html.body().appendElement("div").addClass("foot").text(foot);
        }
        lines(html.body().appendElement("p").addClass("authority"), line(letter.authority()));
        boolean swedish = letter.language() == Letter.Language.SV;
        Element facts = html.body().appendElement("table").addClass("facts").appendElement("tbody");
        fact(facts, swedish ? "Datum" : "Date", date());
        if (!line(letter.diaryNumber()).isEmpty()) {
            fact(facts, swedish ? "Diarienummer" : "Registration number", line(letter.diaryNumber()));
        }
        heading("h1", 0, line(letter.title()));
    }

    private void meta(String name, String content) {
        if (!content.isEmpty()) {
            html.head().appendElement("meta").attr("name", name).attr("content", content);
        }
    }

    private String date() {
        LocalDate date = letter.date();
        return switch (letter.language()) {
            case SV -> date.toString();
            case EN -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(date);
        };
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(int level, String text) -> {
                if (!line(text).isEmpty()) {
                    heading("h" + (level + 1), level, line(text));
                }
            }
            case Block.Paragraph(String text) -> paragraphs(text, this::place);
            case Block.Quote(String text) -> {
                if (!clean(text).isBlank()) {
                    Element quote = place("blockquote");
                    paragraphs(text, quote::appendElement);
                }
            }
            case Block.ListOf(List<String> items) -> list(items);
            case Block.Facts(List<Block.Fact> facts) -> facts(facts);
            case Block.Table table -> table(table);
            case Block.PageBreak() -> newPage = true;
        }
    }

    private void heading(String tag, int level, String text) {
        String id = "h" + marks.size();
        place(tag).attr("id", id).text(text);
        marks.add(new Mark(level, id, text));
    }

    /** A new element at the end of the letter; on a new page if one is due. */
    private Element place(String tag) {
        Element element = html.body().appendElement(tag);
        if (newPage) {
            element.addClass("new-page");
            newPage = false;
        }
        return element;
    }

    /** An empty line divides paragraphs, for eyes and for readers aloud. */
    private void paragraphs(String text, Function<String, Element> place) {
        for (String some : clean(text).split("\n[ \n]*\n", -1)) {
            if (!some.isBlank()) {
                lines(place.apply("p"), some);
            }
        }
    }

    private void list(List<String> items) {
        List<String> some =
                items.stream().map(this::clean).filter(item -> !item.isBlank()).toList();
        if (!some.isEmpty()) {
            Element list = place("ul");
            some.forEach(item -> lines(list.appendElement("li"), item));
        }
    }

    private void facts(List<Block.Fact> facts) {
        if (!facts.isEmpty()) {
            Element body = place("table").addClass("facts").appendElement("tbody");
            facts.forEach(fact -> fact(body, fact.label(), fact.value()));
        }
    }

    private void fact(Element body, String label, String value) {
        Element row = body.appendElement("tr");
        lines(row.appendElement("th").attr("scope", "row"), clean(label));
        lines(row.appendElement("td"), clean(value).isBlank() ? NO_VALUE : clean(value));
    }

    private void table(Block.Table table) {
        if (!line(table.caption()).isEmpty()) {
            place("p").addClass("caption").text(line(table.caption()));
        }
        Element element = place("table").addClass("grid");
        Element head = element.appendElement("thead").appendElement("tr");
        List<Integer> shares = shares(table);
        for (int i = 0; i < table.headers().size(); i++) {
            Element cell = head.appendElement("th").attr("scope", "col").attr("style", "width: " + shares.get(i) + "%");
            lines(cell, clean(table.headers().get(i)));
        }
        Element body = element.appendElement("tbody");
        // A table has a body (ISO 14289-1, 7.2): nothing to tell is told.
        for (List<String> row : table.rows().isEmpty() ? List.of(noRow(table)) : table.rows()) {
            Element line = body.appendElement("tr");
            row.forEach(cell -> lines(line.appendElement("td"), clean(cell)));
        }
    }

    private static List<String> noRow(Block.Table table) {
        List<String> row = new ArrayList<>(Collections.nCopies(table.headers().size(), ""));
        row.set(0, NO_VALUE);
        return row;
    }

    /** The columns' widths in hundredths: by the longest word, and by the longest cell up to some lines. */
    private static List<Integer> shares(Block.Table table) {
        List<Integer> weights = IntStream.range(0, table.headers().size())
                .mapToObj(column -> Stream.concat(
                                Stream.of(table.headers().get(column)),
                                table.rows().stream().map(row -> row.get(column)))
                        .mapToInt(LetterPage::weight)
                        .max()
                        .orElse(1))
                .toList();
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream().map(weight -> weight * 100 / sum).toList();
    }

    private static int weight(String cell) {
        int longestWord =
                Stream.of(cell.split("\\s+")).mapToInt(String::length).max().orElse(0);
        return 3 + Math.max(Math.min(longestWord, 22), Math.min(cell.length(), 80) / 2);
    }

    private static void lines(Element element, String text) {
        String[] lines = text.strip().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                element.appendElement("br");
            }
            element.appendText(lines[i]);
        }
    }

    private String clean(String text) {
        return glyphs.writable(
                composed(text).replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '));
    }

    private String line(String text) {
        return clean(text).replace('\n', ' ').replace("\u00ad", "").strip();
    }

    private void bookmarks() {
        Element root = html.head().appendElement("bookmarks");
        List<Element> open = new ArrayList<>(List.of(root));
        for (Mark mark : marks) {
            while (open.size() > mark.level() + 1) {
                open.removeLast();
            }
            open.add(open.getLast()
                    .appendElement("bookmark")
                    .attr("name", mark.text())
                    .attr("href", "#" + mark.id()));
        }
    }
}
