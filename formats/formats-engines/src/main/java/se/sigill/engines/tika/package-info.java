/**
 * Text and metadata with Apache Tika, under an explicit configuration: no text recognition, no program found by PATH.
 *
 * <p>Read {@link se.sigill.engines.tika.TextReader} (one file with all its parts), then {@code PartSink} (what was
 * found, and the limits) and {@code PageHandler} (pages out of Tika's XHTML). Not for several threads.
 */
@NullMarked
package se.sigill.engines.tika;

import org.jspecify.annotations.NullMarked;
