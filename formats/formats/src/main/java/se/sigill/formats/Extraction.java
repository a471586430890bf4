package se.sigill.formats;

import java.util.List;
import java.util.Optional;
import se.sigill.core.finding.Finding;
import se.sigill.core.text.ExtractedText;

/**
 * What stands in a file.
 *
 * @param identification of the file itself
 * @param text by part and page; empty if nothing could be read
 * @param parts facts of the file itself (path {@code "0"}) first, then of every part inside it; empty only if the
 *     file could not be opened
 * @param findings of identification and extraction together; every limit reached and every failure is among them
 */
public record Extraction(
        Identification identification, ExtractedText text, List<PartFacts> parts, List<Finding> findings) {
    public Extraction {
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** Facts of the file itself, empty if it could not be opened. */
    public Optional<PartFacts> file() {
        return parts.stream().findFirst();
    }

    /** Nothing could be read; the finding says why. */
    public static Extraction nothing(Finding finding) {
        return new Extraction(Identification.unknown(List.of()), ExtractedText.EMPTY, List.of(), List.of(finding));
    }
}
