package se.sigill.open.page;

import se.sigill.look.Language;

/**
 * What is around every page.
 *
 * @param authority whose archive it is
 * @param title what the page is about, and its only heading of the first rank
 * @param path of the page behind the language, with its query, {@code /sok?q=bro}
 * @param fresh whether the zone has everything, and the inside has said so lately
 * @param feed whether the page has the register's feed beside it
 * @param sent whether the page answers a form: then no address leads to it, and none to it in the other language
 */
public record Frame(
        Language language, String authority, String title, String path, boolean fresh, boolean feed, boolean sent) {
    /** The same page in the other language. */
    public String inOther() {
        return "/" + language.other().code() + path;
    }
}
