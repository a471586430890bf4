/**
 * The one place that knows every part and puts them together: engines, and an open archive with its projections.
 *
 * <p>Begin with {@link OpenArchive}. Nothing here decides; it reads the configuration, calls constructors and closes
 * what it opened.
 */
@NullMarked
package se.sigill.app.wiring;

import org.jspecify.annotations.NullMarked;
