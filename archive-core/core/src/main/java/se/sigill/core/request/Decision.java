package se.sigill.core.request;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;

/**
 * What a person decided about one record of a request.
 *
 * @param act log index of the act
 * @param by the person, {@code person:anna}
 * @param of id of the record; empty where there is none to decide about
 * @param withheld targets left out of a part
 * @param second whether it counts only when a second person agrees
 * @param signature of the second person; empty as long as nobody has looked
 */
public record Decision(
        long act,
        Instant at,
        String by,
        String of,
        Outcome outcome,
        List<String> withheld,
        String provision,
        String reason,
        String notLess,
        String delegation,
        boolean second,
        String alone,
        Optional<Signature> signature) {

    /** What a second person said. */
    public record Signature(long act, Instant at, String by, boolean agrees, String reason) {}

    public Decision {
        withheld = List.copyOf(withheld);
    }

    static Decision of(long index, RequestAct.Decided a) {
        return new Decision(
                index,
                a.at(),
                a.actor().text(),
                a.of(),
                Outcome.ofWord(a.outcome()).orElse(Outcome.REFUSED),
                words(a.withheld()),
                a.provision(),
                a.reason(),
                a.notLess(),
                a.delegation(),
                a.second(),
                a.alone(),
                Optional.empty());
    }

    static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    Decision signed(IndexedAct entry, RequestAct.Countersigned a) {
        return new Decision(
                act,
                at,
                by,
                of,
                outcome,
                withheld,
                provision,
                reason,
                notLess,
                delegation,
                second,
                alone,
                Optional.of(new Signature(entry.index(), a.at(), a.actor().text(), a.agrees(), a.reason())));
    }

    /** Whether it counts: what it says may be done. */
    public boolean stands() {
        return signature.map(Signature::agrees).orElse(!second || !alone.isBlank());
    }

    /** Log index of the act since which it counts, if it does. */
    long countsSince() {
        return signature.map(Signature::act).orElse(act);
    }

    /** Whether a second person has still to look. */
    public boolean waits() {
        return signature.isEmpty() && second && alone.isBlank();
    }
}
