package se.sigill.open.page;

import se.sigill.look.Language;

/**
 * What a page is made in: for whom, and how the zone stands at this moment.
 *
 * @param fresh as {@link Frame#fresh}
 * @param atTerminal as {@link Frame#atTerminal}
 */
public record Surround(Language language, String authority, boolean fresh, boolean atTerminal) {
    Frame frame(String title, String path) {
        return new Frame(language, authority, title, path, fresh, atTerminal, false, false);
    }

    Frame frameWithFeed(String title, String path) {
        return new Frame(language, authority, title, path, fresh, atTerminal, true, false);
    }

    /** Of a page that answers a form. */
    Frame frameOfSent(String title, String path) {
        return new Frame(language, authority, title, path, fresh, atTerminal, false, true);
    }
}
