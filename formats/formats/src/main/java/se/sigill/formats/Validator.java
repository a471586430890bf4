package se.sigill.formats;

/** Says whether a file keeps the rules of its format. */
public interface Validator {

    /** The kind to give when the file itself declares what it is. */
    String AS_DECLARED = "pdfa";

    /**
     * Checks one file. Waits for the answer; leaves nothing behind.
     *
     * @param kind {@link #AS_DECLARED}, or a flavour such as {@code pdfa-2b}, {@code pdfua-1}
     */
    Validation validate(FileInput file, String kind);
}
