package se.sigill.ingest.renew;

import static se.sigill.core.finding.Severity.WARNING;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What lane 2 itself has to say; what the engines say are findings of {@code formats}. */
public enum RenewFinding implements FindingCode {
    NO_RULE("RENEW-NO-RULE", WARNING, "Adopt a format policy that has a row for this format, or one for '*'.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    RenewFinding(String id, Severity severity, String remedy) {
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
