/**
 * The content store: sealed objects on a file system, written so that no power cut can lose what was acknowledged.
 *
 * <p>Read {@link ContentStore} first, the port, then {@link Batch}, the life of a group of versions, and
 * {@link FileContentStore}. {@link Durable} owns every fsync below the archive. {@link Digests} and {@link
 * HashingStream} take SHA-256 and SHA-512 in the one pass in which bytes come in.
 *
 * <p>The protocol stands at its lines in {@code FileBatch}: note, staging, force, rename, force; then the caller
 * commits the log; then the note goes. {@code StoreRecovery} reads nothing but notes.
 *
 * <p>One process writes, and its batches go in one after the other where names change; any number of threads read.
 *
 * <p>On disk: {@code archive/ocfl}, an OCFL 1.1 storage root with one object per record
 * ({@code docs/formats/package.md}); {@code work/batch-ID}, {@code work/erase-ID}, {@code work/staging/}, {@code
 * work/undone/}, {@code work/erased/}. Everything goes through {@code java.nio.file}, so that a recording file system
 * sees each step; but where {@link WholeDisk} is offered, a large batch is forced by one call of
 * the system instead of an fsync each.
 *
 * <p>Must not know: acts, catalogue, METS. Sources: OCFL 1.1 and its storage layout extension 0004; POSIX {@code
 * fsync}, {@code rename}; Linux {@code syncfs}.
 */
@NullMarked
package se.sigill.core.store;

import org.jspecify.annotations.NullMarked;
