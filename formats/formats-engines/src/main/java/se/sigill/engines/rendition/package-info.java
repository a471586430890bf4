/**
 * Renditions that last: chooses how, makes, and believes nothing it made until it is checked.
 *
 * <p>Read {@link se.sigill.engines.rendition.RenditionMaker}, then {@code PageOf…} (HTML out of mail, text, tables
 * and office files) and {@code TextComparison}. A rendition counts when veraPDF accepts it and the text in it is that
 * of the source. Not for several threads.
 */
@NullMarked
package se.sigill.engines.rendition;

import org.jspecify.annotations.NullMarked;
