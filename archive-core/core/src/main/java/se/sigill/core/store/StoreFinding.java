package se.sigill.core.store;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be wrong with the store; documented in {@code docs/reference/findings/store.md}. */
public enum StoreFinding implements FindingCode {
    ORPHAN(
            "STORE-ORPHAN",
            Severity.ERROR,
            "Look at the object with an OCFL tool; deposit its files again if they belong here, then move it away."),
    ORPHAN_VERSION(
            "STORE-ORPHAN-VERSION",
            Severity.ERROR,
            "Compare the version with the newest one the acts name; restore the object from a backup if unsure."),
    UNKNOWN_FILE(
            "STORE-UNKNOWN-FILE",
            Severity.WARNING,
            "Find out who wrote it and move it away: nothing of Sigill's lies at this place."),
    CONTENT_MISSING(
            "STORE-CONTENT-MISSING",
            Severity.ERROR,
            "Bring the object back from a backup or deliver its document again; then run sigill check."),
    UNREADABLE_INVENTORY(
            "STORE-UNREADABLE-INVENTORY", Severity.ERROR, "Restore the object from a backup and run check again.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    StoreFinding(String id, Severity severity, String remedy) {
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
