/**
 * Office files to PDF/A-2b with LibreOffice, when it is installed.
 *
 * <p>One class, {@link se.sigill.engines.office.OfficeConverter}. The program runs with a profile folder of its own,
 * without network where the machine can take it away, and under a time limit. Its exit code says nothing (it is 0 for
 * garbage), so callers check what came out.
 */
@NullMarked
package se.sigill.engines.office;

import org.jspecify.annotations.NullMarked;
