/**
 * Validation of PDF/A and PDF/UA with veraPDF.
 *
 * <p>One class, {@link se.sigill.engines.vera.PdfaValidator}. Not for several threads. The first document takes
 * seconds: the rules are compiled then.
 */
@NullMarked
package se.sigill.engines.vera;

import org.jspecify.annotations.NullMarked;
