package se.sigill.core.access;

import java.util.Locale;

/**
 * The harm test (skaderekvisit) of a provision, weakest secrecy first: the order is used to find the strongest
 * ground.
 */
public enum HarmTest {
    /** Presumed open; secret only for a particular reason (kvalificerat rakt). */
    QUALIFIED_STRAIGHT,
    /** Presumed open; secret if harm can be assumed (rakt). */
    STRAIGHT,
    /** Presumed secret; open only if it is clear that no harm follows (omvänt). */
    REVERSE,
    /** Secret without any test (absolut). */
    ABSOLUTE;

    /** The word in the provision catalogue: the name in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
