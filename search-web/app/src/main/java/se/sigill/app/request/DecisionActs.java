package se.sigill.app.request;

import java.util.List;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.log.RequestAct;
import se.sigill.core.request.Board;

/**
 * A decision as acts of one commit: conditions of a reservation, and where a request was sent, are an act of their own
 * right after it.
 */
final class DecisionActs {
    private DecisionActs() {}

    static List<RequestAct> of(OpenArchive archive, RequestAct.Decided decided, Proposal proposal) {
        return switch (proposal.outcome()) {
            case WITH_RESERVATION ->
                List.of(
                        decided,
                        new RequestAct.Reserved(
                                decided.at(), decided.actor(), decided.record(), decided.of(), proposal.conditions()));
            case FORWARDED ->
                List.of(
                        decided,
                        new RequestAct.SentOn(
                                decided.at(),
                                decided.actor(),
                                decided.record(),
                                BoardAddress.of(archive, proposal.sentTo())
                                        .map(Board::name)
                                        .orElse(proposal.sentTo()),
                                reached(archive, proposal)));
            case WHOLE, PART, REFUSED, NOT_HELD, NOT_OFFICIAL -> List.of(decided);
        };
    }

    /** As it was typed, else as the table of boards has it; empty if neither says it. */
    static String reached(OpenArchive archive, Proposal proposal) {
        return proposal.reached().isBlank()
                ? BoardAddress.of(archive, proposal.sentTo())
                        .map(Board::reached)
                        .orElse("")
                : proposal.reached();
    }
}
