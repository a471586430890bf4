package se.sigill.core.request;

import java.util.Locale;

/** What somebody may decide for an authority by its delegation scheme (delegationsordning, KL 6 kap. 37-38 §§). */
public enum DelegatedDecision {
    /** Refuse a record or a part of it, or say that it is not held or no official document (OSL 6 kap. 3 §). */
    REFUSE("avslå", "refuse"),
    /** Release with a reservation (förbehåll, OSL 10 kap. 14 §). */
    RESERVE("förbehåll", "reserve"),
    /** Release a record about whose openness nobody had decided. */
    RELEASE_UNDECIDED("lämna ut oprövad handling", "release undecided"),
    /** Set a fee, or let somebody off it. */
    FEE("avgift", "fee"),
    /** Dismiss an appeal that came too late (FL 45 §). */
    DISMISS_APPEAL("avvisa överklagande", "dismiss appeal");

    private final String swedish;
    private final String english;

    DelegatedDecision(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** The word in the table of delegations: the name in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Wording word() {
        return new Wording(swedish, english);
    }
}
