package se.sigill.formats;

import java.util.Set;
import java.util.TreeSet;

/** Says whether a file keeps the rules of its format. */
public interface Validator {

    /** The kind to give when the file itself declares what it is. */
    String AS_DECLARED = "pdfa";

    /** The kinds that can be checked (ISO 19005-1 to -4, ISO 14289-1 and -2). */
    Set<String> KINDS = Set.of(
            AS_DECLARED,
            "pdfa-1a",
            "pdfa-1b",
            "pdfa-2a",
            "pdfa-2b",
            "pdfa-2u",
            "pdfa-3a",
            "pdfa-3b",
            "pdfa-3u",
            "pdfa-4",
            "pdfa-4e",
            "pdfa-4f",
            "pdfua-1",
            "pdfua-2");

    /** {@link #KINDS} in one line, for people. */
    static String kinds() {
        return String.join(", ", new TreeSet<>(KINDS));
    }

    /**
     * Checks one file. Waits for the answer; leaves nothing behind.
     *
     * @param kind one of {@link #KINDS}
     */
    Validation validate(FileInput file, String kind);
}
