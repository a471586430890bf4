package se.sigill.app.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.core.incident.Incident;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/**
 * Copies that should not have been handed out are taken back: unreachable outside before anything else is done, then
 * noted, with the incident that it is (GDPR art. 33).
 */
public final class Leaks {
    private static final System.Logger LOG = System.getLogger(Leaks.class.getName());

    private final Answering answering;

    public Leaks(Answering answering) {
        this.answering = answering;
    }

    /**
     * Takes a copy back.
     *
     * @param release log index of the release
     * @param known when the authority came to know of it, never later than now
     * @param reason what happened, without personal data
     * @return done: the act by which the incident was opened; whether it is gone outside {@link #isReachable} says
     */
    public Answering.Outcome stop(String id, long release, Instant known, String reason) {
        return answering.withSeen(id, entry -> {
            Optional<Request.Copy> copy = entry.request().copies().stream()
                    .filter(each -> each.act() == release && !each.stopped())
                    .findFirst();
            if (copy.isEmpty()) {
                return Answering.refused(
                        "Den kopian är inte utlämnad, eller redan tillbaka.",
                        "That copy is not handed out, or it was taken back already.");
            }
            if (reason.isBlank() || reason.length() > Incident.TEXT_MAX) {
                return Answering.refused(
                        "Skriv vad som hänt, utan personuppgifter.", "Write what happened, without personal data.");
            }
            if (known.isAfter(answering.now()) || known.isBefore(copy.get().at())) {
                return Answering.refused(
                        "Ange när det blev känt: efter utlämnandet och inte senare än nu.",
                        "Give when it became known: after the release, and not later than now.");
            }
            return stop(entry, copy.get(), known, reason.strip());
        });
    }

    private Answering.Outcome stop(RequestBook.Entry entry, Request.Copy copy, Instant known, String reason) {
        RecordId request = entry.request().id();
        // Nobody lays the box anew between that and the act.
        synchronized (Posting.lock(request)) {
            SortedMap<LocalDate, Long> fetched = takeBack(entry.request(), copy);
            long often = fetched.values().stream().mapToLong(Long::longValue).sum();
            Answering.Outcome stopped = answering.acts(
                    entry,
                    List.of(
                            new RequestAct.LeakStopped(
                                    answering.now(), answering.actor(), request, copy.act(), often, reason),
                            new IncidentAct.IncidentOpened(
                                    answering.now(),
                                    answering.actor(),
                                    request,
                                    copy.act(),
                                    known,
                                    days(fetched),
                                    reason)));
            return stopped instanceof Answering.Outcome.Done(long first)
                    ? new Answering.Outcome.Done(first + 1)
                    : stopped;
        }
    }

    /** What the outside refuses now it is told again, every ten seconds, from the acts: they stand either way. */
    private SortedMap<LocalDate, Long> takeBack(Request request, Request.Copy copy) {
        try {
            return posting().takeBack(request, digests(copy));
        } catch (ArchiveException.StorageFailed e) {
            LOG.log(System.Logger.Level.ERROR, "copy-not-taken-back act={0}", Long.toString(copy.act()));
            return new TreeMap<>();
        }
    }

    /** Whether somebody with the code could fetch something of the copy now. */
    public boolean isReachable(RequestBook.Entry entry, Request.Copy copy) {
        return posting().isThere(entry.request(), digests(copy));
    }

    /** How often a copy was fetched on which day; empty if never, or if it never lay outside. */
    public SortedMap<LocalDate, Long> fetched(RequestBook.Entry entry, Request.Copy copy) {
        return posting().fetched(entry.request(), digests(copy));
    }

    /** As an act says it: {@code 2026-11-23 1, 2026-11-24 2}. */
    static String days(SortedMap<LocalDate, Long> fetched) {
        return fetched.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private Posting posting() {
        return Posting.of(answering.archive());
    }

    private static Set<String> digests(Request.Copy copy) {
        return Set.copyOf(copy.files());
    }
}
