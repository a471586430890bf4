package se.sigill.ingest.renew;

import java.util.List;
import java.util.Map;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;

/**
 * What one candidate leads to.
 *
 * @param outcomes for the caller, at least one
 * @param versions in order, each the one after the last; may be empty
 * @param acts alone, where there is no version; may be empty
 * @param settled what engines said, by key, to be remembered once all is committed
 */
record Work(
        Candidate candidate,
        List<Renewed> outcomes,
        List<NewVersion> versions,
        List<Act.OfRecord> acts,
        Map<String, String> settled) {
    Work {
        outcomes = List.copyOf(outcomes);
        versions = List.copyOf(versions);
        acts = List.copyOf(acts);
        settled = Map.copyOf(settled);
    }

    static Work nothing(Candidate candidate, String why) {
        return of(candidate, new Renewed.Unchanged(candidate.record().id(), why));
    }

    /** Nothing came of it, and that is no word about the record. */
    static Work failed(Candidate candidate, String why) {
        return of(candidate, new Renewed.Failed(candidate.record().id(), why));
    }

    private static Work of(Candidate candidate, Renewed outcome) {
        return new Work(candidate, List.of(outcome), List.of(), List.of(), Map.of());
    }
}
