package se.sigill.app.request;

import java.util.List;
import se.sigill.core.request.Outcome;

/**
 * What somebody is about to decide about one record of a request.
 *
 * @param of id of the record; empty where there is none to decide about
 * @param withheld targets left out of a part: {@code part:0.1}, {@code page:3}
 * @param provision as the adopted catalogue names it; empty where nothing is refused
 * @param reason why the harm test is met, or where it was looked for; without what is secret
 * @param notLess why neither a part nor a reservation is enough
 * @param alone why no second person looks, where one is the rule; empty: one is asked for
 */
public record Proposal(
        String of,
        Outcome outcome,
        List<String> withheld,
        String provision,
        String reason,
        String notLess,
        String alone) {
    public Proposal {
        withheld = List.copyOf(withheld);
    }
}
