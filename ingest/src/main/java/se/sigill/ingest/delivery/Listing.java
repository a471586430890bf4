package se.sigill.ingest.delivery;

import java.util.List;
import se.sigill.core.finding.Finding;

/**
 * What a folder or zip holds.
 *
 * @param label how findings call the whole: the name of the folder or file given
 * @param files what can be read, sorted by name
 * @param refused what cannot be an item, but must not vanish without a word
 * @param findings about the whole; an error among them means that the listing is not complete
 */
record Listing(String label, List<SourceFile> files, List<Refused> refused, List<Finding> findings) {

    /** An entry that is there and cannot be taken: a link, a name that points outside, an encrypted member. */
    record Refused(String name, Finding finding) {}

    Listing {
        files = List.copyOf(files);
        refused = List.copyOf(refused);
        findings = List.copyOf(findings);
    }
}
