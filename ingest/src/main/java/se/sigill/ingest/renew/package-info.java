/**
 * Making last: lane 2, which gives records renditions in formats that last. A record is safe, sealed and findable
 * without any; a missing or slow engine delays only this lane.
 *
 * <p>Read {@link MakingLast} first. It is given {@link Candidate}s (a record as it is known and its open gaps), asks
 * the adopted policy, and commits a further version of the same record, or opens a gap. A gap that waits for an
 * engine is tried again when that engine is there, and closes by itself when the rendition succeeds; the content
 * rendition that stood in meanwhile stays in the record beside the real one.
 *
 * <p>On disk: {@code work/renew/}, cleared by whoever starts. Threads: one run at a time, several engines at once.
 */
@NullMarked
package se.sigill.ingest.renew;

import org.jspecify.annotations.NullMarked;
