package se.sigill.core.request;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What can be wrong with an adopted table of fees, delegations or courts. */
public enum RequestFinding implements FindingCode {
    CSV_BROKEN(
            "REQUEST-CSV-BROKEN",
            Severity.ERROR,
            "Save the table as CSV in UTF-8 with balanced quotes and adopt it again."),
    CSV_COLUMNS(
            "REQUEST-CSV-COLUMNS", Severity.ERROR, "Give the first row exactly the column names of the sample table."),
    CSV_CELL("REQUEST-CSV-CELL", Severity.ERROR, "Correct the named cell to one of the values the message lists."),
    CSV_TWICE(
            "REQUEST-CSV-TWICE",
            Severity.ERROR,
            "Leave one row for it, or give the rows intervals that do not overlap."),
    CSV_LIMIT("REQUEST-CSV-LIMIT", Severity.ERROR, "Divide the table or take away the rows that are no longer law."),
    FEE_UNLAWFUL(
            "REQUEST-FEE-UNLAWFUL",
            Severity.ERROR,
            "Take away the row: reading on the spot, searching and assessing cost nothing."),
    ROW_UNVERIFIED(
            "REQUEST-ROW-UNVERIFIED",
            Severity.INFO,
            "Check the row against the statute or the decision and say yes in it.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    RequestFinding(String id, Severity severity, String remedy) {
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
