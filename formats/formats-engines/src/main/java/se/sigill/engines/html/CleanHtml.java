package se.sigill.engines.html;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML that does nothing and asks for nothing: no script, style, form or frame, no address outside the document.
 *
 * @param document with a body of what was left
 * @param remote how many remote pictures were left out
 */
public record CleanHtml(Document document, int remote) {
    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("hr", "s", "del", "ins", "tt", "center", "address", "article", "section", "main", "header")
            .addTags("footer", "figure", "figcaption")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("table", "class")
            .addAttributes("div", "class")
            .addAttributes("pre", "class")
            .addProtocols("img", "src", "data")
            .removeAttributes("a", "href", "title")
            .removeAttributes("img", "width", "height", "align")
            .removeAttributes("table", "width")
            .removeAttributes("td", "width", "abbr", "axis")
            .removeAttributes("th", "width", "abbr", "axis", "scope")
            .removeAttributes("col", "span", "width")
            .removeAttributes("colgroup", "span", "width");

    /**
     * Cleans a document; the given one is changed.
     *
     * @param pictures {@code data:} addresses by the name the document calls them, without {@code cid:}
     */
    public static CleanHtml of(Document dirty, Map<String, String> pictures) {
        dirty.select("script,style,noscript,template,iframe,object,svg,title").remove();
        int remote = 0;
        for (Element image : dirty.select("img")) {
            String source = image.attr("src");
            String name = source.replaceFirst("^(?i)(cid|embedded):", "");
            String data = pictures.getOrDefault(name, source.startsWith("data:image/") ? source : "");
            String described = image.attr("alt").isBlank() ? "" : image.attr("alt");
            if (data.isEmpty()) {
                remote += source.matches("(?i)(https?:)?//.*") ? 1 : 0;
                image.replaceWith(new TextNode(described.isEmpty() ? "" : "[" + described + "]"));
            } else {
                image.attr("src", data).attr("alt", described.isEmpty() ? "bild" : described);
            }
        }
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        // Links lose their address above; where it is not what the text says, the reader should still see it.
        return new CleanHtml(clean, remote);
    }

    /** An empty page. */
    public static Document page() {
        return Jsoup.parse("<html><head></head><body></body></html>");
    }
}
