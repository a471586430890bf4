/**
 * Letters of our own as PDF/A-2a and PDF/UA-1.
 *
 * <p>Read {@link se.sigill.engines.letter.LetterMaker}, then {@code LetterPage}, which lays blocks out as a page of
 * real headings, lists and tables. Not for several threads.
 */
@NullMarked
package se.sigill.engines.letter;

import org.jspecify.annotations.NullMarked;
