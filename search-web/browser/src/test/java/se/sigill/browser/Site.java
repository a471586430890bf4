package se.sigill.browser;

import java.util.Locale;

/** One of the two sites. */
enum Site {
    OPEN,
    STAFF;

    /** As its module, its server and its settings are called. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
