package se.sigill.ingest.renew;

import static se.sigill.core.finding.Severity.ERROR;
import static se.sigill.core.finding.Severity.WARNING;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What lane 2 itself has to say; what the engines say are findings of {@code formats}. */
public enum RenewFinding implements FindingCode {
    NO_RULE("RENEW-NO-RULE", WARNING, "Adopt a format policy that has a row for this format, or one for '*'."),
    NO_CONTENT(
            "RENEW-NO-CONTENT",
            ERROR,
            "Run sigill check and restore the record from a copy; the gap then closes by itself."),
    PART_LOST("RENEW-PART-LOST", WARNING, "Look at the part in a mail program, or accept the gap with a reason."),
    PARTS_LIMIT("RENEW-PARTS-LIMIT", WARNING, "Deliver the parts as documents of their own, or accept the gap.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    RenewFinding(String id, Severity severity, String remedy) {
        this.id = id;
        this.severity = severity;
        this.remedy = remedy;
    }

    /** Whether a gap of this code is over as soon as a look at the record does not find it any more. */
    static boolean isOverByItself(String code) {
        return code.equals(NO_RULE.id) || code.equals(NO_CONTENT.id);
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
