package se.sigill.core.request;

import java.util.List;
import java.util.Optional;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;

/**
 * Where a request was sent on: to the authority that keeps the document, which decides (TF 2 kap. 17 §).
 *
 * @param reached how to reach that authority
 */
public record Forwarding(String authority, String reached) {
    /** That of a decision, from the acts of its request; empty if it is another decision. */
    public static Optional<Forwarding> of(List<IndexedAct> acts, Decision decision) {
        for (IndexedAct each : acts) {
            if (decision.outcome() == Outcome.FORWARDED
                    && each.index() == decision.act() + 1
                    && each.act() instanceof RequestAct.SentOn sent) {
                return Optional.of(new Forwarding(sent.authority(), sent.reached()));
            }
        }
        return Optional.empty();
    }
}
