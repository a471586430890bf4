package se.sigill.core.request;

import java.util.Locale;
import java.util.Optional;

/** What a request can come to for one record, or where there is no record to decide about. */
public enum Outcome {
    /** All of it is handed out. */
    WHOLE(false, true),
    /** Some of it is handed out, the rest refused (TF 2 kap. 15 § st 2). */
    PART(true, true),
    /** All of it is handed out, on conditions that take the risk away (förbehåll, OSL 10 kap. 14 §). */
    WITH_RESERVATION(true, true),
    REFUSED(true, true),
    /** The authority does not keep such a document. */
    NOT_HELD(true, false),
    /** It is no official document (allmän handling). */
    NOT_OFFICIAL(true, false),
    /** Another authority keeps it and decides (TF 2 kap. 17 §); the request was sent on. */
    FORWARDED(false, false);

    private final boolean no;
    private final boolean ofRecord;

    Outcome(boolean no, boolean ofRecord) {
        this.no = no;
        this.ofRecord = ofRecord;
    }

    /** The word in acts: the name in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> ofWord(String word) {
        for (Outcome each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it is a no, whole, in part or by a condition: only a person with a delegation decides it, and it can be
     * appealed.
     */
    public boolean isNo() {
        return no;
    }

    /** Whether something is handed out. */
    public boolean gives() {
        return this == WHOLE || this == PART || this == WITH_RESERVATION;
    }

    /** Whether it is about a record that the archive has. */
    public boolean isOfRecord() {
        return ofRecord;
    }
}
