/**
 * The spool: what was received and acknowledged, and is not yet committed. The first of the two durable moments.
 *
 * <p>Read {@link Spool} first, then {@link Manifest} and {@link Receipt}. A deposit copies every file once, taking its
 * digests on the way, forces files and folders, then writes the manifest, then the receipt; only then is it
 * acknowledged. A folder without a manifest was never acknowledged and is cleaned away at the next start.
 *
 * <p>On disk: {@code spool/DELIVERY/} with {@code files/000001} …, {@code quarantine/000002} …, {@code manifest.json},
 * {@code findings.json}, {@code receipt.json} and, when all but the quarantine is committed, {@code committed}.
 * Names of a delivery stand in the manifest only, never in the file system.
 *
 * <p>Threads: any number deposit at the same time. One process owns the spool; the archive's lock sees to that.
 * Sources: R1 and R6 of the durability rules; {@code docs/formats/spool.md}.
 */
@NullMarked
package se.sigill.ingest.spool;

import org.jspecify.annotations.NullMarked;
