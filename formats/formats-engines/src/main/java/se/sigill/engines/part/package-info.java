/**
 * A file as a tree of parts: what is read of each, in which order, and where it stops.
 *
 * <p>Read {@link se.sigill.engines.part.PartTree} (the walk), {@link se.sigill.engines.part.PartReader} (what a
 * format gives), {@link se.sigill.engines.part.PartSink} (what was found, and every limit). Knows no library. Parts
 * that are opened lie in the temporary folder, one after the other. Not for several threads.
 */
@NullMarked
package se.sigill.engines.part;

import org.jspecify.annotations.NullMarked;
