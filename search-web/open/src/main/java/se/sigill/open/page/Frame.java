package se.sigill.open.page;

import se.sigill.look.Language;

/**
 * What is around every page.
 *
 * @param authority whose archive it is
 * @param title what the page is about, and its only heading of the first rank
 * @param path of the page behind the language, with its query, {@code /sok?q=bro}
 * @param fresh whether the zone has everything, and the inside has said so lately
 * @param atTerminal whether it is shown on a screen in the authority's hall: then nothing is handed out to be kept, and
 *     there is a way to leave
 * @param feed whether the page has the register's feed beside it
 * @param sent whether the page answers a form: then no address leads to it, and none to it in the other language
 */
public record Frame(
        Language language,
        String authority,
        String title,
        String path,
        boolean fresh,
        boolean atTerminal,
        boolean feed,
        boolean sent) {
    /** Whether it is the screen between two people: from there nothing leads on but into a window of one's own. */
    public boolean isResting() {
        return atTerminal && TerminalPage.PATHS.contains(path);
    }

    /** Whether somebody reads at the screen, so that there is something to leave. */
    public boolean isVisitAtTerminal() {
        return atTerminal && !isResting();
    }

    /** The same page in the other language. */
    public String inOther() {
        return "/" + language.other().code() + path;
    }
}
