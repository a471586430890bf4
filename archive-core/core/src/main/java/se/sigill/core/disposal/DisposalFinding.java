package se.sigill.core.disposal;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** What forbids a disposal. */
public enum DisposalFinding implements FindingCode {
    OTHER_RECORD("DISPOSAL-OTHER-RECORD", "Write the order for the record that was looked at."),
    ORDERED_TWICE("DISPOSAL-ORDERED-TWICE", "Order each record once; the first order of this run was carried out."),
    HELD("DISPOSAL-HELD", "Lift the hold with a reason, or leave the record where it is."),
    REQUESTED("DISPOSAL-REQUESTED", "Answer and close the request first, and wait for the end of an appeal."),
    CLASS_UNDECIDED("DISPOSAL-CLASS-UNDECIDED", "Adopt a plan that has the class of the record and says dispose."),
    PRESERVED("DISPOSAL-PRESERVED", "Leave the record: its class is preserved; only a new decision can change that."),
    TOO_EARLY("DISPOSAL-TOO-EARLY", "Wait until the day the message names."),
    RESTORE_NOT_ACCEPTED(
            "DISPOSAL-RESTORE-NOT-ACCEPTED", "Answer for the restore first: a lost hold may be among its acts."),
    AUTHORITY_MISSING("DISPOSAL-AUTHORITY-MISSING", "Cite the disposal authority (gallringsbeslut) it rests on."),
    REASON_MISSING("DISPOSAL-REASON-MISSING", "Say in a few words why now, without naming anybody."),
    NOT_A_PERSON("DISPOSAL-NOT-A-PERSON", "Let two persons sign: no rule and no job disposes of records."),
    SAME_PERSON("DISPOSAL-SAME-PERSON", "Let another person sign as well.");

    private final String id;
    private final String remedy;

    DisposalFinding(String id, String remedy) {
        this.id = id;
        this.remedy = remedy;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String remedy() {
        return remedy;
    }
}
