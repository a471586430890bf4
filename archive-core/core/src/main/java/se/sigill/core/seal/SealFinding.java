package se.sigill.core.seal;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be said about the seal of a period. */
public enum SealFinding implements FindingCode {
    UNSTAMPED(
            "SEAL-UNSTAMPED",
            Severity.WARNING,
            "Nothing now: every sealing asks the authority again; if it stays, check `seal.tsa` and the network."),
    INTERNAL_TIME(
            "SEAL-INTERNAL-TIME",
            Severity.INFO,
            "Name an outside time-stamp authority in `seal.tsa` if the time must convince others."),
    LEFTOVER(
            "SEAL-LEFTOVER",
            Severity.INFO,
            "Nothing: a sealing was stopped half-way, and the next one clears its folder."),
    STRAY("SEAL-STRAY", Severity.ERROR, "Find out who put it there; nothing but periods belongs into evidence."),
    FILE_MISSING("SEAL-FILE-MISSING", Severity.ERROR, "Bring the file of the period back from a backup."),
    FILE_EXTRA("SEAL-FILE-EXTRA", Severity.ERROR, "Find out who put it there, then move it out of the period."),
    FILE_CHANGED("SEAL-FILE-CHANGED", Severity.ERROR, "Bring the file of the period back from a backup."),
    FORM("SEAL-FORM", Severity.ERROR, "Bring the file of the period back from a backup."),
    TREE_BROKEN(
            "SEAL-TREE-BROKEN",
            Severity.ERROR,
            "The leaves do not lead to the root that was signed: bring `leaves` and `period.json` back from a backup."),
    SIGNATURE_BROKEN("SEAL-SIGNATURE-BROKEN", Severity.ERROR, "Bring `root` and `root.p7s` back from a backup."),
    TIMESTAMP_BROKEN("SEAL-TIMESTAMP-BROKEN", Severity.ERROR, "Bring `timestamp-1` back from a backup."),
    BACKDATED(
            "SEAL-BACKDATED",
            Severity.ERROR,
            "Times of log, seal and time-stamp contradict each other: compare with a checkpoint kept outside."),
    SWAPPED("SEAL-SWAPPED", Severity.ERROR, "Give the period the name that stands in its period.json."),
    RANGE("SEAL-RANGE", Severity.ERROR, "Periods do not follow each other: bring the missing one back from a backup."),
    FILE_UNPROVEN(
            "SEAL-FILE-UNPROVEN",
            Severity.ERROR,
            "The version is sealed but its period has no leaf for the file: bring `leaves` back from a backup."),
    LEAF_UNKNOWN(
            "SEAL-LEAF-UNKNOWN", Severity.ERROR, "The period proves a file that no act names: compare with a backup."),
    LEAF_DIFFERS(
            "SEAL-LEAF-DIFFERS",
            Severity.ERROR,
            "The file is not the one that was sealed: bring it back from a backup."),
    CONTENT_MISSING(
            "SEAL-CONTENT-MISSING",
            Severity.ERROR,
            "Run `sigill check`; bring the object back from a copy and seal again,"
                    + " or dispose of the record if it is lost."),
    CONTENT_DAMAGED(
            "SEAL-CONTENT-DAMAGED",
            Severity.ERROR,
            "Run `sigill check`; bring the object back from a copy, then run `sigill seal` again."),
    LEFT_OUT(
            "SEAL-LEFT-OUT",
            Severity.WARNING,
            "Run `sigill seal`: it names what is wrong with the version, and seals it once that is mended."),
    UNSEALED("SEAL-UNSEALED", Severity.INFO, "Run `sigill seal`, or wait for the end of the period.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    SealFinding(String id, Severity severity, String remedy) {
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
