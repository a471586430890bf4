package se.sigill.open.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** Turns pages into HTML by the templates in {@code src/main/jte}, which escape whatever is put into them. */
public final class Pages {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());

    private Pages() {}

    public static String html(StartPage page) {
        return html("start.jte", page);
    }

    public static String html(ResultsPage page) {
        return html("results.jte", page);
    }

    public static String html(DocumentPage page) {
        return html("document.jte", page);
    }

    public static String html(NoticePage page) {
        return html("notice.jte", page);
    }

    public static String html(ListPage page) {
        return html("list.jte", page);
    }

    public static String html(AboutPage page) {
        return html("about.jte", page);
    }

    public static String html(AskPage page) {
        return html("ask.jte", page);
    }

    public static String html(ReceiptPage page) {
        return html("receipt.jte", page);
    }

    public static String html(CodePage page) {
        return html("code.jte", page);
    }

    public static String html(BoxPage page) {
        return html("box.jte", page);
    }

    public static String html(TerminalPage page) {
        return html("terminal.jte", page);
    }

    public static String html(PlainPage page) {
        return html("plain.jte", page);
    }

    private static String html(String template, Object page) {
        StringOutput out = new StringOutput();
        ENGINE.render(template, page, out);
        return out.toString();
    }
}
