package se.sigill.core.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.sigill.core.log.RequestAct;

/**
 * What the copies of some decisions cost, as the requester was told before they were made (TF 2 kap. 16 §).
 *
 * @param decisions log indexes of the decisions whose copies it is for
 * @param settled what became of it last, {@code accepted}, {@code paid} or {@code waived}; empty if nothing yet
 * @param reason why it was waived, or under which number it was paid
 */
public record Quote(
        long act,
        Instant at,
        long ore,
        String words,
        List<Long> decisions,
        Optional<String> settled,
        Optional<Instant> settledAt,
        String reason) {
    public static final String ACCEPTED = "accepted";
    public static final String PAID = "paid";
    public static final String WAIVED = "waived";

    public Quote {
        decisions = List.copyOf(decisions);
    }

    static Quote of(long index, RequestAct.FeeQuoted a) {
        List<Long> decisions = Decision.words(a.decisions()).stream()
                .filter(word -> word.matches("[0-9]{1,18}"))
                .map(Long::valueOf)
                .toList();
        return new Quote(index, a.at(), a.ore(), a.words(), decisions, Optional.empty(), Optional.empty(), "");
    }

    Quote settled(RequestAct.FeeSettled a) {
        return new Quote(act, at, ore, words, decisions, Optional.of(a.how()), Optional.of(a.at()), a.reason());
    }

    /** Whether the requester has still to say yes. */
    public boolean isUnanswered() {
        return ore > 0 && settled.isEmpty();
    }

    /** Whether money is still to come. */
    public boolean isUnpaid() {
        return ore > 0 && !settled.equals(Optional.of(PAID)) && !isWaived();
    }

    public boolean isWaived() {
        return settled.equals(Optional.of(WAIVED));
    }

    /** Whether copies wait for it. @param paidFirst whether a yes alone is not enough */
    boolean holdsCopies(boolean paidFirst) {
        return paidFirst ? isUnpaid() : isUnanswered();
    }
}
