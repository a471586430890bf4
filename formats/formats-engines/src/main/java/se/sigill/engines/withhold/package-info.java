/**
 * Copies in part: a mail without some of its parts, a PDF without some of its pages.
 *
 * <p>Read {@link se.sigill.engines.withhold.CopyMaker} (make, search, only then believe), then
 * {@link se.sigill.engines.withhold.Residue} (what is looked for and where). A mail keeps every byte that is not left
 * out; a PDF is built anew of what its pages draw, and nothing else of the file goes along.
 *
 * <p>What is searched for is what can be told from what is kept: three words in a row, long words, names, bytes. Words
 * that stand in what is kept as well are not found, and whoever decides reads the copy.
 */
@NullMarked
package se.sigill.engines.withhold;

import org.jspecify.annotations.NullMarked;
