package se.sigill.staff.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Locale;

/** Turns pages into HTML by the templates in {@code src/main/jte}, which escape whatever is put into them. */
public final class Pages {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader());

    private Pages() {}

    /** @param page a record of this package; its template has its name without {@code Page}, in small letters */
    public static String html(Record page) {
        String name = page.getClass().getSimpleName().replace("Page", "").toLowerCase(Locale.ROOT);
        StringOutput out = new StringOutput();
        ENGINE.render(name + ".jte", page, out);
        return out.toString();
    }
}
