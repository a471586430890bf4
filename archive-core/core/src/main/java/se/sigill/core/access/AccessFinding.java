package se.sigill.core.access;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be wrong with a restriction, a provision catalogue or an information plan. */
public enum AccessFinding implements FindingCode {
    CSV_BROKEN(
            "ACCESS-CSV-BROKEN",
            Severity.ERROR,
            "Save the table as CSV in UTF-8 with balanced quotes and adopt it again."),
    CSV_COLUMNS(
            "ACCESS-CSV-COLUMNS", Severity.ERROR, "Give the first row exactly the column names of the sample table."),
    CSV_CELL("ACCESS-CSV-CELL", Severity.ERROR, "Correct the named cell to one of the values the message lists."),
    CSV_TWICE(
            "ACCESS-CSV-TWICE",
            Severity.ERROR,
            "Leave one row for it, or give the rows intervals that do not overlap."),
    ROW_UNVERIFIED(
            "ACCESS-ROW-UNVERIFIED",
            Severity.INFO,
            "Check the row against the statute or the decision and say yes in it."),
    PROVISION_UNKNOWN(
            "ACCESS-PROVISION-UNKNOWN",
            Severity.ERROR,
            "Name a provision of the adopted catalogue, or adopt one that has it."),
    PROVISION_NOT_VALID(
            "ACCESS-PROVISION-NOT-VALID", Severity.ERROR, "Name a provision that was law on the day of the marking."),
    CATEGORY_UNKNOWN(
            "ACCESS-CATEGORY-UNKNOWN",
            Severity.ERROR,
            "Use security (säkerhet), secrecy (sekretess) or integrity (integritet)."),
    TARGET_UNKNOWN(
            "ACCESS-TARGET-UNKNOWN", Severity.ERROR, "Use record, part:PATH, page:N, page:N:x,y,w,h or time:FROM-TO."),
    REASON_MISSING("ACCESS-REASON-MISSING", Severity.ERROR, "Say in a few words why the provision may apply."),
    AUTHORITY_MISSING("ACCESS-AUTHORITY-MISSING", Severity.ERROR, "Name the authority that makes the marking."),
    MARKED_IN_FUTURE(
            "ACCESS-MARKED-IN-FUTURE", Severity.ERROR, "Give the day on which the marking was made, not a later one."),
    REVIEW_DUE(
            "ACCESS-REVIEW-DUE",
            Severity.WARNING,
            "Assess the record again, then lift the restriction or mark it anew."),
    CLASS_UNKNOWN(
            "ACCESS-CLASS-UNKNOWN", Severity.WARNING, "Adopt a plan that has the class, or assess the record by hand.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    AccessFinding(String id, Severity severity, String remedy) {
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
