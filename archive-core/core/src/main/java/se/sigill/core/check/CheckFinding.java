package se.sigill.core.check;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/**
 * What only a round of checking finds. What is wrong with an object has the code it has in {@code verify}
 * ({@code VerifyFinding}); an object that nothing names is {@code StoreFinding.ORPHAN}.
 */
public enum CheckFinding implements FindingCode {
    DIGESTS_DISAGREE(
            "CHECK-DIGESTS-DISAGREE",
            Severity.ERROR,
            "Run check again: if it stays, record.json and the inventory were sealed about different bytes;"
                    + " if it goes, let somebody test disk and memory."),
    UNDER_WAY(
            "CHECK-UNDER-WAY",
            Severity.INFO,
            "Nothing: a batch or a disposal was changing the object; the next round looks at it again."),
    CURSOR_DAMAGED("CHECK-CURSOR-DAMAGED", Severity.WARNING, "Nothing: the round began anew from the oldest object."),
    LOG_UNREADABLE("CHECK-LOG-UNREADABLE", Severity.ERROR, "Run `sigill verify` to see which acts are lost."),
    LOG_ROOT("CHECK-LOG-ROOT", Severity.ERROR, "Run `sigill verify`: it names the act that was changed."),
    GAP_OPEN("CHECK-GAP-OPEN", Severity.WARNING, "Close the gaps, or accept them with a reason."),
    UNSEALED_LONG("CHECK-UNSEALED-LONG", Severity.WARNING, "Run `sigill seal`, and find out why it does not run."),
    UNSTAMPED("CHECK-UNSTAMPED", Severity.WARNING, "Ask the time-stamp authority why it does not answer.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    CheckFinding(String id, Severity severity, String remedy) {
        this.id = id;
        this.severity = severity;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
