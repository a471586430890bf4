/**
 * Formats: what a file is, what stands in it, whether it is valid, and a rendition of it that lasts. One file at a
 * time; no database, no clock, no network.
 *
 * <p>Read first: {@link se.sigill.formats.Formats} (the whole of it and the list of engines), {@link
 * se.sigill.formats.Extractor}, {@link se.sigill.formats.Normaliser}, {@link se.sigill.formats.FormatPolicy}.
 * Letters of our own: {@link se.sigill.formats.letter}.
 *
 * <p>Nothing here touches hostile bytes: every parser runs in a worker process on a class path of its own
 * ({@link se.sigill.formats.worker}). A file that cannot be read, or an engine that hangs, dies or eats memory, is a
 * {@link se.sigill.core.finding.Finding} of {@link se.sigill.formats.FormatFinding}, never an exception and never
 * silence. The ports are safe for many threads; calls wait until the answer is there.
 *
 * <p>Types that cross the wire use core-open only, because the workers do not have the rest.
 */
@NullMarked
package se.sigill.formats;

import org.jspecify.annotations.NullMarked;
