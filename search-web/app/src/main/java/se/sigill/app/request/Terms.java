package se.sigill.app.request;

import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Forwarding;
import se.sigill.core.request.Reservation;

/**
 * What a decision says beside its own act: the conditions of a reservation, or where the request was sent.
 *
 * @param reservation empty if it has none
 * @param forwarding empty if it was not sent on
 */
public record Terms(Optional<Reservation> reservation, Optional<Forwarding> forwarding) {
    /** Of what is not decided yet. */
    static final Terms NONE = new Terms(Optional.empty(), Optional.empty());

    public static Terms of(OpenArchive archive, RecordId request, Decision decision) {
        List<IndexedAct> acts = archive.catalogue().requestActs(request);
        return new Terms(Reservation.of(acts, decision), Forwarding.of(acts, decision));
    }

    /** Whether there is nothing to fetch yet: who asked has not agreed to the conditions. */
    boolean waits() {
        return reservation.filter(each -> !each.isAccepted()).isPresent();
    }
}
