/**
 * Tagged PDF/A-2a out of clean HTML, with openhtmltopdf.
 *
 * <p>Read {@link se.sigill.engines.pdf.PdfWriter}; {@link se.sigill.engines.pdf.Glyphs} says which characters the
 * fonts have. Fonts come from a jar, the colour profile from the JDK; nothing is fetched. Not for several threads.
 */
@NullMarked
package se.sigill.engines.pdf;

import org.jspecify.annotations.NullMarked;
