/**
 * What leaves the archive, and whether it still holds with the archive gone: {@link
 * se.sigill.app.export.ExportedRecordTest} for packages and proof bundles, {@link se.sigill.app.export.OpenFormTest} for
 * the archive as it lies, read with the tools of others. {@link se.sigill.app.export.SealedHome} makes the archive that
 * all of them look at.
 */
@NullMarked
package se.sigill.app.export;

import org.jspecify.annotations.NullMarked;
