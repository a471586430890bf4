package se.sigill.app.request;

import java.util.List;
import se.sigill.core.inbox.AskedLetter;
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
 * @param conditions of a reservation; else empty
 * @param sentTo the authority to which the request is sent on; else empty
 * @param reached how to reach that one; empty: as the adopted table of boards says
 */
public record Proposal(
        String of,
        Outcome outcome,
        List<String> withheld,
        String provision,
        String reason,
        String notLess,
        String alone,
        String conditions,
        String sentTo,
        String reached) {
    public Proposal {
        withheld = List.copyOf(withheld);
        // A form ends its lines in another way than letters and boxes do.
        reason = AskedLetter.plain(reason).strip();
        notLess = AskedLetter.plain(notLess).strip();
        alone = AskedLetter.plain(alone).strip();
        conditions = AskedLetter.plain(conditions).strip();
        sentTo = oneLine(sentTo);
        reached = oneLine(reached);
    }

    private static String oneLine(String text) {
        return AskedLetter.plain(text).replaceAll("\\s+", " ").strip();
    }

    /** One that neither reserves nor sends on. */
    public Proposal(
            String of,
            Outcome outcome,
            List<String> withheld,
            String provision,
            String reason,
            String notLess,
            String alone) {
        this(of, outcome, withheld, provision, reason, notLess, alone, "", "", "");
    }

    /** Whole, on conditions (förbehåll, OSL 10 kap. 14 §). */
    public static Proposal reserving(String of, String provision, String reason, String conditions, String alone) {
        return new Proposal(of, Outcome.WITH_RESERVATION, List.of(), provision, reason, "", alone, conditions, "", "");
    }

    /** To the authority that keeps it (TF 2 kap. 17 §). */
    public static Proposal sendingOn(String sentTo, String reached, String reason) {
        return new Proposal("", Outcome.FORWARDED, List.of(), "", reason, "", "", "", sentTo, reached);
    }

    /** The same about another record. */
    Proposal about(String record) {
        return new Proposal(record, outcome, withheld, provision, reason, notLess, alone, conditions, sentTo, reached);
    }
}
