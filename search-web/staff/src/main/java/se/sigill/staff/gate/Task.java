package se.sigill.staff.gate;

import java.util.Locale;

/** What somebody comes to do. Each is a line of {@code policy.csv}, which says which roles may. */
public enum Task {
    /** Log in; anybody may try. */
    ENTER,
    /** One's own account: password, second factor, logging out. */
    OWN_ACCOUNT,
    /** The desk: how much waits, in numbers. */
    DESK,
    /** Search, and see records, as far as the rights go. */
    READ,
    /** Mark as restricted, open, lift; whose records is asked again for each. */
    ASSESS,
    /** Hand in a delivery. */
    DELIVER,
    /** See what became of deliveries. */
    DELIVERIES,
    /** Reject what waits in quarantine of a delivery; whose it is is asked again for each. */
    REJECT,
    /** Hold records back from disposal, and lift a hold; whose records is asked again for each. */
    HOLD,
    /** See what is missing. */
    GAPS,
    /** Accept that something is missing. */
    ACCEPT_GAP,
    /** Seals, checks, checkpoint. */
    AUDIT,
    /** Begin a round of checking. */
    CHECK,
    /** See the information plan. */
    PLAN,
    /** Bring another plan into force. */
    ADOPT,
    /** See and answer requests for records; whose they are is asked again for each. */
    REQUESTS,
    /** See how many requests came and what became of them, in numbers; whose they are is asked again for each. */
    STATISTICS,
    /** Decide about records of a request, and look at another's decision; what it takes is asked again for each. */
    DECIDE,
    /** See incidents; whose they are is asked again for each. */
    INCIDENTS,
    /** Open an incident, note what is done about it, close it; whose it is is asked again for each. */
    NOTE_INCIDENT,
    /** Programs: search, records, gaps. */
    ASK,
    /** Programs: hand in a delivery and see what becomes of it. */
    HAND_IN,
    /** Commands on this machine, by the token. */
    OPERATE;

    /** As in the policy. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
