/**
 * A copy in part (TF 2 kap. 15 §): a mail without some of its parts, a PDF without some of its pages. The copy is built
 * anew, never covered, and nobody gets it before it was searched for what was to stay behind.
 *
 * <p>Read {@link se.sigill.formats.part.Withholding}, who makes it, and {@link se.sigill.formats.part.PartCopy}, what
 * came of it. What may be left out, and by which provision, is the caller's to know; the words that stand in the place
 * of it are the caller's too.
 *
 * <p>Values; safe for many threads.
 */
@NullMarked
package se.sigill.formats.part;

import org.jspecify.annotations.NullMarked;
