/**
 * The archive, open for as long as the server runs.
 *
 * <p>{@link se.sigill.staff.archive.RunningArchive} opens it in the background when the server starts
 * ({@link se.sigill.staff.archive.Beginning} says when), and closes it when it stops;
 * {@link se.sigill.staff.archive.ArchiveReady} tells how far that is. While it is open
 * {@link se.sigill.staff.archive.OutsideRounds} tells the open zone. The opened archive, the token of this start and
 * nothing else is kept in memory. Only who holds the archive writes the token, so that it always belongs to the server
 * that answers.
 *
 * <p>On disk: {@code run/token}, mode 600, while the archive is open.
 */
@NullMarked
package se.sigill.staff.archive;

import org.jspecify.annotations.NullMarked;
