package se.sigill.staff.page;

import java.util.List;
import se.sigill.look.Language;

/**
 * What is around every page.
 *
 * @param archive its name
 * @param title what the page is about, and its only heading of the first rank
 * @param path of the page behind the language, with its query
 * @param who has logged in; empty if nobody has
 * @param menu where the visitor may go
 */
public record Frame(Language language, String archive, String title, String path, String who, List<Item> menu) {
    /** @param current whether it is this page, or the page belongs there */
    public record Item(String label, String link, boolean current) {}

    public Frame {
        menu = List.copyOf(menu);
    }

    /** The same page in the other language. */
    public String inOther() {
        return "/" + language.other().code() + path;
    }
}
