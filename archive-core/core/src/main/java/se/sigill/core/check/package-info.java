/**
 * The engine of {@code check}: a round of audit over the archive. Fixity of every object that acts name, objects
 * that nothing names, and what is still open. It reads, and writes nothing below {@code archive/}.
 *
 * <p>Read {@link Check} and {@link Round} first, then {@code CheckRun}. The caller commits one act {@code Audited} a
 * round ({@link Round#audited}); until the log has it, each run hands back the same finished round.
 *
 * <p>Order: that of the acts that took the records in, up to the size the log had when the round began. So the
 * object checked longest ago comes first, what arrives during a round waits for the next one, and a cursor is one
 * number. A run goes by windows of at most some four gibibytes; after each the cursor is forced to disk, so a stop
 * costs one window.
 *
 * <p>Chain of trust: the act pins the inventory by SHA-512, the inventory pins every file by SHA-512, and {@code
 * record.json}, so pinned, says the SHA-256 of every content file, which was taken in the same pass over the same
 * bytes. Content is read with SHA-256 alone: whoever wanted other bytes to pass would have to find a second preimage
 * of SHA-256, or of SHA-512 for one of the files above it, so the chain is as strong as SHA-256, and twice as fast
 * to walk as with SHA-512 on processors with SHA instructions. A content file that {@code record.json} does not
 * name, and every metadata file, is read with SHA-512. {@code verify} takes SHA-512 of everything: should SHA-256
 * fall, it does not lean on it. That the acts are those the checkpoint signs is checked by their root; signatures
 * and seals are {@code verify}'s.
 *
 * <p>The writer may go on meanwhile: a fault of structure is told only if it is still there when the log and the
 * notes were read again.
 *
 * <p>Threads: {@link Check} is used by one at a time (a file lock sees to that); it reads in as many as there are
 * processors, large files first in a window. Memory: facts of at most 100,000 records, one block a thread.
 *
 * <p>On disk: {@code work/check/round}, a working paper with its own digest. If it is lost, the round begins anew.
 */
@NullMarked
package se.sigill.core.check;

import org.jspecify.annotations.NullMarked;
