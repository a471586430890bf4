/**
 * HTML with jsoup: its text, and a clean form of it without scripts, remote content or anything that acts.
 *
 * <p>Read {@link se.sigill.engines.html.HtmlText}. Pure functions; safe for many threads.
 */
@NullMarked
package se.sigill.engines.html;

import org.jspecify.annotations.NullMarked;
