package se.sigill.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;

/**
 * Content that got out and should not have, as its acts tell it.
 *
 * @param act log index of the act by which it was opened
 * @param record whose content got out; of a copy that was handed out the request's own
 * @param cause log index of the act by which it got out; -1 if there is none to name
 * @param known when the authority came to know of it
 * @param by who opened it
 * @param fetched how often it was fetched on which day, {@code 2026-11-23 1} with commas between
 * @param notes what was noted since, in order
 */
public record Incident(
        long act,
        RecordId record,
        long cause,
        Instant opened,
        Instant known,
        String by,
        String fetched,
        String what,
        List<Note> notes) {
    /**
     * Within so long, 72 hours, the supervisory authority is told (GDPR art. 33.1). They are hours, so no day is free:
     * Saturdays, Sundays and holidays count.
     */
    public static final Duration TELL_WITHIN = Duration.ofDays(3);

    /** A page of text. */
    public static final int TEXT_MAX = 4_000;

    /** Something that was noted. */
    public record Note(long act, Instant at, String by, IncidentStep step, String text) {}

    public Incident {
        notes = List.copyOf(notes);
    }

    /** Every incident that these acts tell of, in the order in which they were opened. */
    public static List<Incident> of(List<IndexedAct> acts) {
        Map<Long, Incident> all = new LinkedHashMap<>();
        for (IndexedAct entry : acts) {
            if (entry.act() instanceof IncidentAct act) {
                switch (act) {
                    case IncidentAct.IncidentOpened a ->
                        all.put(
                                entry.index(),
                                new Incident(
                                        entry.index(),
                                        a.record(),
                                        a.cause(),
                                        a.at(),
                                        a.known(),
                                        a.actor().text(),
                                        a.fetched(),
                                        a.what(),
                                        List.of()));
                    case IncidentAct.IncidentNoted a ->
                        all.computeIfPresent(a.incident(), (_, incident) -> incident.with(entry.index(), a));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** A note about another record, or of a kind that this version does not know, changes nothing. */
    private Incident with(long index, IncidentAct.IncidentNoted a) {
        Optional<IncidentStep> step = IncidentStep.ofWord(a.kind());
        if (step.isEmpty() || !a.record().equals(record)) {
            return this;
        }
        List<Note> all = new ArrayList<>(notes);
        all.add(new Note(index, a.at(), a.actor().text(), step.get(), a.text()));
        return new Incident(act, record, cause, opened, known, by, fetched, what, all);
    }

    /** The last moment at which the supervisory authority can be told in time (GDPR art. 33.1). */
    public Instant tellBy() {
        return known.plus(TELL_WITHIN);
    }

    /** When it was told; empty if it is not. */
    public Optional<Instant> told() {
        return first(IncidentStep.AUTHORITY_TOLD);
    }

    /** When those whose data it is were told; empty if they are not. */
    public Optional<Instant> concernedTold() {
        return first(IncidentStep.CONCERNED_TOLD);
    }

    public boolean isOpen() {
        return first(IncidentStep.CLOSED).isEmpty();
    }

    /** Whether nobody has told in time, or what is told late says why (art. 33.1). */
    public boolean isLate(Instant now) {
        return told().orElse(isOpen() ? now : tellBy()).isAfter(tellBy());
    }

    private Optional<Instant> first(IncidentStep step) {
        return notes.stream().filter(note -> note.step() == step).map(Note::at).findFirst();
    }
}
