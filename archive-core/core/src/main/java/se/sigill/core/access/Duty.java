package se.sigill.core.access;

/** What a role may decide about records of its own authority; another board's records are never anybody's to decide. */
public enum Duty {
    /** Mark as restricted (sekretessmarkera, OSL 5 kap. 5 §). A marking closes and never opens. */
    RESTRICT,
    /** Decide that a record is open, that an earlier assessment no longer counts, or that a restriction is lifted. */
    OPEN,
    /** Accept a gap as it is, hold a record back from disposal. */
    PRESERVE,
    /** Answer requests for records: find, hand out what may be handed out, write to who asks (TF 2 kap. 15-17 §§). */
    ANSWER;

    /** Whether it is the viewer's to do for a record of this authority. The operator answers for every archive act. */
    public boolean isOf(Viewer viewer, String authority) {
        return switch (viewer) {
            case Viewer.Public() -> false;
            case Viewer.Operator _ -> true;
            case Viewer.Staff(String own, Viewer.Role role) -> isOf(role) && Access.sameAuthority(own, authority);
        };
    }

    private boolean isOf(Viewer.Role role) {
        return switch (role) {
            case ARCHIVIST -> this == RESTRICT || this == PRESERVE;
            case REGISTRAR -> this == RESTRICT || this == ANSWER;
            case DECISION_MAKER -> this != PRESERVE;
            case INSPECTOR, ADMINISTRATOR -> false;
        };
    }
}
