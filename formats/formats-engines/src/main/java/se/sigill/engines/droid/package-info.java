/**
 * Identification by PRONOM's signatures with the DROID engine, and by Tika's media types as second opinion.
 *
 * <p>Read {@link se.sigill.engines.droid.FormatRecogniser} (the combined rule), then
 * {@link se.sigill.engines.droid.DroidEngine}. Not for several threads. The signatures are the pair that comes in
 * DROID's own jars or a newer pair in a folder; the two files of a pair belong together, a mixed pair is refused.
 */
@NullMarked
package se.sigill.engines.droid;

import org.jspecify.annotations.NullMarked;
