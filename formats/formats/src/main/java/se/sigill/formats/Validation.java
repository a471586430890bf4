package se.sigill.formats;

import java.util.List;
import java.util.Locale;
import se.sigill.core.finding.Finding;

/**
 * What a validator says.
 *
 * @param kind what was checked for, {@code pdfa-2b}; empty if the file declares nothing that can be checked
 * @param verdict the answer
 * @param engine the validator and its version
 * @param failures the rules that were broken, by the standard's own clause numbers, each once; may be empty
 * @param findings what hindered the check, may be empty
 */
public record Validation(String kind, Verdict verdict, String engine, List<Failure> failures, List<Finding> findings) {
    private static final String PDFA = "pdfa-";

    public Validation {
        failures = List.copyOf(failures);
        findings = List.copyOf(findings);
    }

    /** The answer in one word. */
    public enum Verdict {
        VALID,
        INVALID,
        /** There is no validator for this, or it could not finish; the findings say which. */
        UNKNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rule that does not hold.
     *
     * @param code clause and test number, {@code 6.2.11.4.1-1}
     * @param message what the standard demands
     * @param count how often it was broken
     */
    public record Failure(String code, String message, int count) {}

    public boolean valid() {
        return verdict == Verdict.VALID;
    }

    /** What a valid file of this kind is called, {@code PDF/A-2b}; empty of a file that is not valid. */
    public String title() {
        return valid() && kind.startsWith(PDFA) ? "PDF/A-" + kind.substring(PDFA.length()) : "";
    }
}
