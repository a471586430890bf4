package se.sigill.search;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/**
 * What can be wrong with an index or with what is put into it. Explained in
 * {@code docs/reference/findings/search.md}.
 */
public enum SearchFinding implements FindingCode {
    DAMAGED("SEARCH-INDEX-DAMAGED", Severity.ERROR, "Run `sigill rebuild`: the index is made again from the archive."),
    OTHER_FORM(
            "SEARCH-INDEX-OTHER-FORM",
            Severity.ERROR,
            "Run `sigill rebuild`: this version of Sigill writes indexes of another form."),
    LOCKED(
            "SEARCH-INDEX-LOCKED",
            Severity.ERROR,
            "Stop the other Sigill process that writes this index, or ask the running server."),
    TEXT_CUT(
            "SEARCH-TEXT-CUT",
            Severity.WARNING,
            "Search for words from the beginning of this record; its whole text lies in its package.");

    private final String id;
    private final Severity severity;
    private final String remedy;

    SearchFinding(String id, Severity severity, String remedy) {
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
