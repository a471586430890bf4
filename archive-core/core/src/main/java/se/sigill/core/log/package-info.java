/**
 * The archive log: what persons and rules decided and what happened to records, in one signed, append-only order.
 *
 * <p>Read {@link Act} first: one act speaks of one subject, so that it can be erased alone. Then {@link ArchiveLog},
 * which makes acts true, {@link LogReader}, which hands them out, and {@link LogVerifier}, which believes nothing.
 * {@link ActJson} is the form of an act, {@link LogEntry} a line of a file, {@link Commitment} what the tree is made
 * of.
 *
 * <p>An act is never changed once it stands in the log. A field that is not known is empty text.
 *
 * <p>Writing: {@link LogWriter} is the only code that touches the folder, LogRecovery the only way to open it, and
 * LogCommitter the only thread that writes. The head is the file {@code checkpoint}; what it does not cover has not
 * happened. {@link LogFollower} is the port of a second copy, built in {@code core.backup}.
 *
 * <p>The package knows nothing of records' content, of keys on disk or of projections. On disk: {@code archive/log},
 * see {@code docs/formats/log.md}. Sources: RFC 6962, c2sp.org/tlog-tiles, tlog-checkpoint and signed-note.
 */
@NullMarked
package se.sigill.core.log;

import org.jspecify.annotations.NullMarked;
