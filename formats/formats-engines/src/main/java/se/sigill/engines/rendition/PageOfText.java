package se.sigill.engines.rendition;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import se.sigill.core.finding.Finding;
import se.sigill.engines.html.CleanHtml;
import se.sigill.engines.html.HtmlBytes;
import se.sigill.engines.tika.Charsets;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;

/** Pages of files that are text themselves. */
final class PageOfText {
    /** A rendition of more would be thousands of pages; such a file stays as it is. */
    static final int BYTES_MAX = 4 << 20;

    private static final int PARAGRAPH_LINES = 200;

    private PageOfText() {}

    static Page plain(FileInput file) throws IOException {
        byte[] bytes = read(file.path());
        Document page = CleanHtml.page();
        lines(page.body(), Charsets.decode(bytes, Charsets.of(bytes, "")));
        return Page.of(page, "", List.of());
    }

    /** Plain text as preformatted blocks; more than one, because a block of a thousand pages is slow to lay out. */
    static void lines(Element parent, String text) {
        StringBuilder block = new StringBuilder();
        int lines = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            block.append(line.replace("\t", "    ").replace("\f", "")).append('\n');
            if (++lines % PARAGRAPH_LINES == 0) {
                parent.appendElement("div").addClass("plain").text("").appendText(block.toString());
                block.setLength(0);
            }
        }
        if (!block.isEmpty()) {
            parent.appendElement("div").addClass("plain").appendText(block.toString());
        }
    }

    static Page html(FileInput file) throws IOException {
        Document dirty = Jsoup.parse(HtmlBytes.of(read(file.path())).text());
        String title = dirty.title();
        CleanHtml clean = CleanHtml.of(dirty, Map.of());
        if (!title.isBlank()) {
            // The title is text of the source: it must be in the rendition, and a page usually repeats it anyway.
            clean.document().body().prependElement("div").addClass("note").text(title);
        }
        return Page.of(clean.document(), title, remote(clean, file.name()));
    }

    static List<Finding> remote(CleanHtml clean, String name) {
        return clean.remote() == 0
                ? List.of()
                : List.of(Finding.of(
                        FormatFinding.REMOTE_CONTENT, name, clean.remote() + " remote pictures were left out"));
    }

    static Page table(FileInput file, String mime) throws IOException {
        byte[] bytes = read(file.path());
        String text = Charsets.decode(bytes, Charsets.of(bytes, ""));
        Document page = CleanHtml.page();
        Element table = page.body().appendElement("table");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text, mime))
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (Reader in = new StringReader(text);
                CSVParser rows = CSVParser.parse(in, format)) {
            boolean head = true;
            for (CSVRecord row : rows) {
                Element line = table.appendElement("tr");
                for (String cell : row) {
                    line.appendElement(head ? "th" : "td").text(cell);
                }
                head = false;
            }
        } catch (IOException | RuntimeException e) {
            // No table after all: the lines as they stand.
            return plain(file);
        }
        return Page.of(page, "", List.of());
    }

    private static char delimiter(String text, String mime) {
        if (mime.equals("text/tab-separated-values")) {
            return '\t';
        }
        String head = text.lines().findFirst().orElse("");
        char best = ',';
        long most = 0;
        for (char c : new char[] {';', ',', '\t', '|'}) {
            long count = head.chars().filter(x -> x == c).count();
            if (count > most) {
                most = count;
                best = c;
            }
        }
        return best;
    }

    private static byte[] read(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new TooLong();
        }
        return Files.readAllBytes(file);
    }

    /** The source is longer than a rendition can be. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(String.format(Locale.ROOT, "more than %d MiB", BYTES_MAX >> 20));
        }
    }
}
