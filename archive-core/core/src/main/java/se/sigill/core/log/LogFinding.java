package se.sigill.core.log;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be wrong with a log. Each code names one kind of fault; LogVerifier tells them apart. */
public enum LogFinding implements FindingCode {
    CHECKPOINT_MISSING("LOG-CHECKPOINT-MISSING", Severity.ERROR, "Restore the log from the shipped copy or a backup."),
    CHECKPOINT_BROKEN("LOG-CHECKPOINT-BROKEN", Severity.ERROR, "Restore the log from the shipped copy or a backup."),
    SIGNATURE(
            "LOG-SIGNATURE",
            Severity.ERROR,
            "Do not trust this log: compare it with the shipped copy, a backup or a receipt."),
    KEY_STRANGER(
            "LOG-KEY-STRANGER",
            Severity.ERROR,
            "Compare the fingerprint of the log key with the one on a receipt, a decision or the public site."),
    KEY_CHAIN(
            "LOG-KEY-CHAIN",
            Severity.ERROR,
            "Ask the authority for its present log key and put it into the trust file."),
    ROOT("LOG-ROOT", Severity.ERROR, "Restore the log from the shipped copy or a backup; the acts were rewritten."),
    ORIGIN(
            "LOG-ORIGIN",
            Severity.ERROR,
            "Find out from which archive this checkpoint comes, then restore the right one."),
    ACTS_MISSING("LOG-ACTS-MISSING", Severity.ERROR, "Restore the acts file from the shipped copy or a backup."),
    ACTS_TRUNCATED("LOG-ACTS-TRUNCATED", Severity.ERROR, "Restore the acts file from the shipped copy or a backup."),
    ACTS_SWAPPED("LOG-ACTS-SWAPPED", Severity.ERROR, "Give the acts files their right names, or restore them."),
    ACTS_BEYOND(
            "LOG-ACTS-BEYOND",
            Severity.WARNING,
            "Open the archive for writing: what was not committed is cut off. More than one commit is never cut off."),
    ACT_BROKEN("LOG-ACT-BROKEN", Severity.ERROR, "Restore the acts file from the shipped copy or a backup."),
    ACT_CHANGED("LOG-ACT-CHANGED", Severity.ERROR, "Restore the acts file from the shipped copy or a backup."),
    ACT_REORDERED("LOG-ACT-REORDERED", Severity.ERROR, "Restore the acts file from the shipped copy or a backup."),
    ACT_UNKNOWN("LOG-ACT-UNKNOWN", Severity.WARNING, "Read this log with a newer version of Sigill."),
    ACT_BACKDATED(
            "LOG-ACT-BACKDATED",
            Severity.WARNING,
            "Ask who set the clock back; the order of the log counts, not the time that an act claims."),
    ERASED_UNFOUNDED(
            "LOG-ERASED-UNFOUNDED",
            Severity.ERROR,
            "No disposal orders this erasure: restore the acts file from the shipped copy or a backup."),
    PUBLISHED_UNKNOWN(
            "LOG-PUBLISHED-UNKNOWN",
            Severity.ERROR,
            "Find out who wrote the entry: the public log names a record that this archive never had."),
    TILE_MISSING(
            "LOG-TILE-MISSING", Severity.ERROR, "Open the archive for writing: tiles are made again from the acts."),
    TILE_CHANGED(
            "LOG-TILE-CHANGED", Severity.ERROR, "Open the archive for writing: tiles are made again from the acts."),
    FILE_EXTRA("LOG-FILE-EXTRA", Severity.WARNING, "Find out who put the file there and take it away."),
    KEPT_MISSING("LOG-KEPT-MISSING", Severity.ERROR, "Restore the kept checkpoint from the shipped copy or a backup."),
    KEPT_CHANGED("LOG-KEPT-CHANGED", Severity.ERROR, "Restore the kept checkpoint from the shipped copy or a backup."),
    SHORTENED(
            "LOG-SHORTENED",
            Severity.ERROR,
            "Acts at the end have been cut off: restore from the shipped copy, or with sigill restore as a new epoch."),
    FORKED(
            "LOG-FORKED",
            Severity.ERROR,
            "There are two histories of this log: keep both, and find out which one the receipts belong to."),
    ANCHOR_LOST(
            "LOG-ANCHOR-LOST",
            Severity.WARNING,
            "The anchor belongs to acts that a restore has lost: see the act Restored and what was accepted there."),
    ANCHOR_STRANGER(
            "LOG-ANCHOR-STRANGER",
            Severity.ERROR,
            "The anchor is of another log or of an unknown key: get the one of this archive.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    LogFinding(String id, Severity severity, String remedy) {
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
