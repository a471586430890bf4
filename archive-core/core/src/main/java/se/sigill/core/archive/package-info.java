/**
 * The archive as one thing: opened with its lock, recovered, and committed to.
 *
 * <p>Read {@link Archive} first. {@link NewVersion} is what the pipeline hands over: a record's description, its files
 * and the acts that must become true in the same moment. The order of a commit is fixed: batch note,
 * staging, places, log, note away; what a stop leaves behind {@link Archive#open} finishes or takes back.
 *
 * <p>Knows no formats, no index and no database: those are projections, told by the log.
 */
@NullMarked
package se.sigill.core.archive;

import org.jspecify.annotations.NullMarked;
