package se.sigill.engines.html;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import se.sigill.engines.part.PageText;

/** The text that a reader of HTML sees: blocks are lines, cells are set apart by tabs. */
public final class HtmlText {
    private static final String NOT_TEXT = "script,style,noscript,template,head > *:not(title),iframe,object,svg";

    private HtmlText() {}

    public static String of(String html) {
        return of(Jsoup.parse(html));
    }

    /** Changes the document: what is not text is taken out. */
    public static String of(Document document) {
        document.select(NOT_TEXT).remove();
        StringBuilder out = new StringBuilder();
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    append(out, text);
                } else if (node instanceof Element element && breaks(element)) {
                    line(out);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (!(node instanceof Element element)) {
                    return;
                }
                if (element.normalName().equals("td") || element.normalName().equals("th")) {
                    out.append('\t');
                } else if (breaks(element) && !element.normalName().equals("br")) {
                    line(out);
                }
            }
        });
        return PageText.tidy(out);
    }

    private static boolean breaks(Element element) {
        String name = element.normalName();
        return name.equals("br")
                || name.equals("tr")
                || name.equals("title")
                || (element.isBlock() && !name.equals("td") && !name.equals("th"));
    }

    private static void append(StringBuilder out, TextNode text) {
        Element parent = text.parent();
        if (parent != null && parent.closest("pre") != null) {
            out.append(text.getWholeText());
            return;
        }
        String some = text.text();
        boolean atStart = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(atStart ? some.stripLeading() : some);
    }

    private static void line(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
