/**
 * Copies of an archive: a second log that follows each commit, backups taken from a running archive, and the way back.
 *
 * <p>Read {@link LogShipping} (each commit, within milliseconds), {@link Backup} (everything, when asked) and {@link
 * Restore} (never silently). All three write a log through {@link se.sigill.core.log.LogWriter}, so that every copy is
 * a log that verifies by itself.
 *
 * <p>A backup is a home: {@code archive/}, {@code spool/}, {@code work/} and {@code sigill.conf} as they lie in the
 * original, without keys, catalogue and index. Its checkpoint is written last, so that it is a consistent archive at
 * every moment, also when a backup was stopped half-way. Taking one again copies only what is not there.
 *
 * <p>A restore writes into {@code restoring/} and renames at the end: nothing is readable before disposals have been
 * carried out again. It always begins a new epoch of the log ({@code docs/formats/log.md} §7).
 *
 * <p>Private keys are in no backup: who has the backup must not be able to sign as the archive.
 */
@NullMarked
package se.sigill.core.backup;

import org.jspecify.annotations.NullMarked;
