/**
 * Taking in: from the spool to the second durable moment, the commit. Lane 1; it makes a record safe and findable.
 *
 * <p>Read {@link TakingIn} first. The stages are types, so that a wrong order does not compile: {@link Received} →
 * {@link Extracted} (identified and read by a worker) → {@link Packaged} → committed. Between the receipt and the
 * commit nothing is decided that could not be computed again: after a stop the same run gives each item exactly
 * once, because the log says which items of a delivery it has.
 *
 * <p>A file whose engine fails still becomes a record: its bytes are kept and the failure is a gap ({@code GapOpened})
 * that somebody must close or accept. On disk: {@code work/cache/}, what was costly to read, deleted when committed.
 *
 * <p>Threads: one run at a time; the next batch is read while the one before is committed.
 */
@NullMarked
package se.sigill.ingest.pipeline;

import org.jspecify.annotations.NullMarked;
