package se.sigill.formats.letter;

import java.nio.file.Path;
import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.formats.Validation;

/** Makes letters as PDF/A-2a and PDF/UA-1. */
public interface Letters {
    /** What a letter's file is. */
    String MIME = "application/pdf";

    /** PDF/A-2a by PRONOM. */
    String PUID = "fmt/476";

    /** Where a letter lies while it is made, beside its target; whoever asked for it removes what a breakdown left. */
    static Path part(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * The letter is there, and the validator accepts it as both.
     *
     * @param file the target that was given
     * @param pages how many it has
     * @param madeBy engine and version
     * @param validations as PDF/A-2a and as PDF/UA-1, in this order; both valid
     * @param findings signs that are written otherwise than they were given; mostly empty
     */
    record Made(Path file, int pages, String madeBy, List<Validation> validations, List<Finding> findings)
            implements Outcome {
        public Made {
            validations = List.copyOf(validations);
            findings = List.copyOf(findings);
        }
    }

    /** There is no letter; nothing was left behind. The finding says why, by what rules if a validator refused it. */
    record NotMade(Finding why) implements Outcome {}

    /**
     * Makes one letter. Waits for the answer.
     *
     * @param target the file to be; its folder exists. A file there is replaced when the letter is made, at once, and
     *     untouched if it is not
     * @return never fails: what hinders it is the finding of the outcome
     */
    Outcome make(Letter letter, Path target);
}
