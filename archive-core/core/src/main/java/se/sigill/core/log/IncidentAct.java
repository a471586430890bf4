package se.sigill.core.log;

import java.time.Instant;
import se.sigill.core.record.RecordId;

/**
 * What is done about content that got out and should not have (personuppgiftsincident, GDPR art. 33 and 34). The record
 * is the one whose content got out; of a copy that was handed out it is the request's own, and the copy is the cause.
 *
 * <p>Nothing here says who asked, nor what was in it.
 */
public sealed interface IncidentAct extends Act.OfRecord {
    /**
     * An incident was found.
     *
     * @param cause log index of the act by which the content got out; -1 if there is none to name
     * @param known when the authority came to know of it: the 72 hours count from here
     * @param fetched how often it was fetched on which day, {@code 2026-11-23 1} with commas between; empty if never,
     *     or nobody counted
     * @param what happened; without personal data
     */
    record IncidentOpened(
            Instant at, Actor actor, RecordId record, long cause, Instant known, String fetched, String what)
            implements IncidentAct {}

    /**
     * Something was done about it.
     *
     * @param incident log index of the {@link IncidentOpened} act
     * @param kind {@code note}, {@code authority-told} (art. 33), {@code concerned-told} (art. 34) or {@code closed}
     * @param text without personal data
     */
    record IncidentNoted(Instant at, Actor actor, RecordId record, long incident, String kind, String text)
            implements IncidentAct {}
}
