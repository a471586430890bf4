package se.sigill.core.check;

import java.time.Instant;
import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;

/**
 * A round of checking as it stands when a run ends. Counts and findings are those of the whole round, of all its runs.
 *
 * @param from log index at which this run began
 * @param to log index at which it ended, and the next one goes on
 * @param end log index at which the round ends
 * @param complete every object was visited, and orphans and gaps looked for: the act is due
 * @param objects that were looked at
 * @param files whose bytes were read to their end, by inventories
 * @param bytes of these files
 * @param disposed records whose absence was confirmed
 * @param faults findings of severity error, those that are not kept included
 * @param findings sorted by place; of very many only the first are kept
 */
public record Round(
        String id,
        Instant startedAt,
        long from,
        long to,
        long end,
        boolean complete,
        long objects,
        long files,
        long bytes,
        long disposed,
        long faults,
        List<Finding> findings) {
    public Round {
        findings = List.copyOf(findings);
    }

    /** The act that the caller commits. @throws IllegalStateException if the round is not complete */
    public Act.Audited audited(Instant at, Actor actor) {
        if (!complete) {
            throw new IllegalStateException("the round is not complete; only a whole one is an act");
        }
        return new Act.Audited(at, actor, id, objects, files, bytes, faults);
    }
}
