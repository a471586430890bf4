/**
 * The record (handling): what the archive keeps, requests and seals, described.
 *
 * <p>Read {@link RecordDescription} first, then {@link FileFact}, {@link PartFact} and {@link Source}.
 * {@link RecordJson} is the form on disk, {@code metadata/record.json} in every version of a package. One record is one
 * object of the store; the attachments of a mail are parts of its one original file.
 *
 * <p>Texts that are not known are empty, never null. The package knows no secrecy: what was decided about a record are
 * acts ({@code core.log}, {@code core.access}).
 */
@NullMarked
package se.sigill.core.record;

import org.jspecify.annotations.NullMarked;
