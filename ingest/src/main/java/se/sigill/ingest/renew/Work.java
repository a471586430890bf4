package se.sigill.ingest.renew;

import java.util.List;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;

/**
 * What one candidate leads to.
 *
 * @param version one, or none
 * @param acts alone, where there is no version; may be empty
 */
record Work(Renewed outcome, List<NewVersion> version, List<Act.OfRecord> acts) {
    Work {
        version = List.copyOf(version);
        acts = List.copyOf(acts);
    }

    static Work nothing(Candidate candidate, String why) {
        return new Work(new Renewed.Unchanged(candidate.record().id(), why), List.of(), List.of());
    }
}
