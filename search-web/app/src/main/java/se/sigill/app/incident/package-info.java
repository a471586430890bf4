/**
 * Incidents: content that got out and should not have, as people work with them (GDPR art. 33 and 34).
 *
 * <p>Read {@link se.sigill.app.incident.Incidents}. What was found and done are acts;
 * {@link se.sigill.core.incident.Incident} is computed from them. Everything here is done as one user, and asks whether
 * it is theirs to do.
 */
@NullMarked
package se.sigill.app.incident;

import org.jspecify.annotations.NullMarked;
