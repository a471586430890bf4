package se.sigill.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.sigill.core.finding.Finding;

/** What became of an order to make a file last. */
public sealed interface Normalisation {

    /** What there is to know; may be empty. */
    List<Finding> findings();

    /**
     * The engine, by its name in {@link Formats#all}, that is not there and would make more of the file; empty if none
     * would.
     */
    String waitsFor();

    /** The word used in JSON. */
    default String word() {
        return switch (this) {
            case Normalised n -> "normalised";
            case Kept k -> "kept";
            case Refused r -> "refused";
        };
    }

    /** How much of the original a rendition has. */
    enum Kind {
        /** Content and looks. */
        PRESERVATION,
        /** Text, tables and pictures of the original, without its looks. */
        CONTENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A rendition was made, and its validator accepts it.
     *
     * @param rendition the new file in the order's folder
     * @param puid of the rendition, {@code fmt/476} for PDF/A-2a
     * @param mime of the rendition
     * @param madeBy engine and version
     * @param validation what the validator said; always valid
     * @param findings a content rendition that stands in for a missing engine carries {@code FORMAT-ENGINE-MISSING}
     * @param waitsFor that engine
     */
    record Normalised(
            Path rendition,
            String puid,
            String mime,
            Kind kind,
            String madeBy,
            Validation validation,
            List<Finding> findings,
            String waitsFor)
            implements Normalisation {
        public Normalised {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The original stands as it is: its format lasts, or nothing better can be made of it here, which a finding says.
     *
     * @param reason one sentence
     */
    record Kept(String reason, List<Finding> findings) implements Normalisation {
        public Kept {
            findings = List.copyOf(findings);
        }

        @Override
        public String waitsFor() {
            return "";
        }
    }

    /** No rendition could be made, though one is due: a gap. The findings say why; at least one. */
    record Refused(List<Finding> findings, String waitsFor) implements Normalisation {
        public Refused {
            findings = List.copyOf(findings);
        }

        /** No engine that could be installed would help. */
        public Refused(List<Finding> findings) {
            this(findings, "");
        }
    }
}
