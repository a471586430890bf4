package se.sigill.core.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;

/**
 * The conditions under which a record is handed out (förbehåll, OSL 10 kap. 14 §). Who asked reads them and agrees
 * before there is anything to fetch.
 *
 * @param decision log index of the decision
 * @param accepted when who asked agreed; empty as long as not
 */
public record Reservation(long decision, String conditions, Optional<Instant> accepted) {
    /** That of a decision, from the acts of its request; empty if it has none. */
    public static Optional<Reservation> of(List<IndexedAct> acts, Decision decision) {
        return decision.outcome() == Outcome.WITH_RESERVATION
                ? Optional.of(new Reservation(decision.act(), conditions(acts, decision), accepted(acts, decision)))
                : Optional.empty();
    }

    /** A decision without them would be one that nobody can agree to: then nothing is there to fetch. */
    private static String conditions(List<IndexedAct> acts, Decision decision) {
        for (IndexedAct each : acts) {
            if (each.index() == decision.act() + 1
                    && each.act() instanceof RequestAct.Reserved reserved
                    && reserved.of().equals(decision.of())) {
                return reserved.conditions();
            }
        }
        return "";
    }

    private static Optional<Instant> accepted(List<IndexedAct> acts, Decision decision) {
        for (IndexedAct each : acts) {
            if (each.act() instanceof RequestAct.ReservationAccepted accepted
                    && accepted.decision() == decision.act()) {
                return Optional.of(accepted.at());
            }
        }
        return Optional.empty();
    }

    public boolean isAccepted() {
        return accepted.isPresent();
    }
}
