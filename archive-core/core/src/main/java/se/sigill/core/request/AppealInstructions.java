package se.sigill.core.request;

/**
 * What every answer that is not a yes tells about the way onwards: instructions for an appeal under a decision
 * (överklagandehänvisning, FL 33 §), and under an employee's informal no how to get a decision (OSL 6 kap. 3 §). The
 * Swedish text is the one that binds.
 */
public final class AppealInstructions {
    private AppealInstructions() {}

    /**
     * For a decision that refuses, reserves, or says that something is not held or no official document.
     *
     * @param board the authority that decided; the appeal is left there (FL 43 §)
     * @param court as the adopted table has it for the county, {@code Kammarrätten i Göteborg}
     */
    public static Wording forDecision(Board board, String court) {
        if (court.isBlank()) {
            throw new IllegalArgumentException("instructions for an appeal name the court");
        }
        return Texts.say("instructions.decision", new Wording(court, court(court)), board.name(), board.reached());
    }

    /** For an employee's no: that it is none of the authority, and how to get one that can be appealed. */
    public static Wording forInformalNo(Board board) {
        return Texts.say("instructions.informal", board.name(), board.reached());
    }

    private static String court(String swedish) {
        String place = swedish.replaceFirst("^Kammarrätten i ", "");
        return "the Administrative Court of Appeal in " + place + " (" + swedish + ")";
    }
}
