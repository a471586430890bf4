package se.sigill.core.verify;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What the verifier finds in objects and as a whole; log, seal and bundles have codes of their own. */
public enum VerifyFinding implements FindingCode {
    NOTHING_HERE("VERIFY-NOTHING-HERE", Severity.ERROR, "Name an archive, an exported record or a proof bundle."),
    UNREADABLE("VERIFY-UNREADABLE", Severity.ERROR, "See to the disk or the permissions, then verify again."),
    OBJECT_MISSING("VERIFY-OBJECT-MISSING", Severity.ERROR, "Bring the object back from a backup."),
    OBJECT_EXTRA("VERIFY-OBJECT-EXTRA", Severity.ERROR, "Find out where it comes from: no act speaks of it."),
    OBJECT_SWAPPED("VERIFY-OBJECT-SWAPPED", Severity.ERROR, "Bring both objects back from a backup."),
    VERSION_MISSING("VERIFY-VERSION-MISSING", Severity.ERROR, "Bring the object back from a backup."),
    VERSION_EXTRA("VERIFY-VERSION-EXTRA", Severity.ERROR, "Find out where it comes from: no act speaks of it."),
    INVENTORY_CHANGED(
            "VERIFY-INVENTORY-CHANGED", Severity.ERROR, "Bring the inventory of the version back from a backup."),
    INVENTORY_FORM(
            "VERIFY-INVENTORY-FORM",
            Severity.ERROR,
            "Ask who made the object: it was sealed with an inventory that is none or another record's."),
    ROOT_INVENTORY("VERIFY-ROOT-INVENTORY", Severity.ERROR, "Copy the inventory of the newest version to its place."),
    SIDECAR("VERIFY-SIDECAR", Severity.ERROR, "Write the sidecar again from the inventory."),
    DECLARATION("VERIFY-DECLARATION", Severity.ERROR, "Write the declaration of the object or root again (OCFL 1.1)."),
    FILE_MISSING("VERIFY-FILE-MISSING", Severity.ERROR, "Bring the file back from a backup."),
    FILE_EXTRA("VERIFY-FILE-EXTRA", Severity.ERROR, "Find out where it comes from, then move it away."),
    FILE_CHANGED("VERIFY-FILE-CHANGED", Severity.ERROR, "Bring the file back from a backup."),
    FILE_TRUNCATED("VERIFY-FILE-TRUNCATED", Severity.ERROR, "Bring the file back from a backup."),
    FILE_SWAPPED("VERIFY-FILE-SWAPPED", Severity.ERROR, "Put the files into each other's place, or use a backup."),
    NOT_GONE(
            "VERIFY-NOT-GONE",
            Severity.ERROR,
            "Run the disposal again: the record was disposed of but is still there."),
    DISPOSED("VERIFY-DISPOSED", Severity.INFO, "Nothing: the record was lawfully disposed of."),
    STRANGER(
            "VERIFY-STRANGER",
            Severity.ERROR,
            "Ask the authority whether this key is theirs; if so, put it into the trust file.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    VerifyFinding(String id, Severity severity, String remedy) {
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
