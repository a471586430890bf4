/**
 * Incidents: content that got out and should not have, and until when whom to tell of it.
 *
 * <p>Read {@link se.sigill.core.incident.Incident}: computed from acts, never stored. The same acts give the same
 * incident. It knows no clock: whoever asks says what time it is.
 *
 * <p>Sources: Regulation (EU) 2016/679 (GDPR) art. 33 and 34.
 */
@NullMarked
package se.sigill.core.incident;

import org.jspecify.annotations.NullMarked;
