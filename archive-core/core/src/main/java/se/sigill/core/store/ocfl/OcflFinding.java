package se.sigill.core.store.ocfl;

import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;

/** A validation code of OCFL 1.1, as ocfl-java gives it: {@code E025}, {@code W004}. */
record OcflFinding(String id, Severity severity) implements FindingCode {
    @Override
    public String remedy() {
        return "Look the code up in the validation codes of OCFL 1.1 and restore the object from a backup.";
    }
}
