package se.sigill.core.backup;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be said about a backup, a restore and the shipped log. */
public enum BackupFinding implements FindingCode {
    SHIPPING_LATE(
            "BACKUP-SHIPPING-LATE",
            Severity.WARNING,
            "See that the second directory (log.ship-to) is mounted, writable and not full; it catches up by itself."),
    CONTENT_DAMAGED(
            "BACKUP-CONTENT-DAMAGED",
            Severity.ERROR,
            "The original does not have the digest it had: run sigill check, and keep the older backup."),
    CONTENT_MISSING(
            "BACKUP-CONTENT-MISSING",
            Severity.ERROR,
            "An act names content that is in no copy: look for it in the source system, then answer for the loss."),
    LOG_FAULT("BACKUP-LOG-FAULT", Severity.ERROR, "Use another copy of the log; this one is not sound."),
    SHIPPED_STALE(
            "BACKUP-SHIPPED-STALE",
            Severity.WARNING,
            "The shipped log has fewer acts than the backup: the backup's own log is used."),
    ACTS_LOST(
            "BACKUP-ACTS-LOST",
            Severity.ERROR,
            "Acts may be lost: compare with receipts and source systems, then accept the restore."
                    + " Nothing opens before."),
    LOG_KEY_REPLACED(
            "BACKUP-LOG-KEY-REPLACED",
            Severity.WARNING,
            "Give everybody who verifies a new trust file (sigill keys trust); keep the line of the lost key in it."),
    REPLAYED("BACKUP-REPLAYED", Severity.INFO, "Nothing: these acts came from the shipped log and hold."),
    DISPOSED_AGAIN("BACKUP-DISPOSED-AGAIN", Severity.INFO, "Nothing: the disposal was carried out again."),
    EVIDENCE_AHEAD(
            "BACKUP-EVIDENCE-AHEAD",
            Severity.WARNING,
            "Keep the folder until the restore is answered for: it proves that the lost acts were there."),
    PUT_ASIDE(
            "BACKUP-PUT-ASIDE",
            Severity.WARNING,
            "Look through the folder: deliveries of its spool can be delivered again. Then delete it.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    BackupFinding(String id, Severity severity, String remedy) {
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
