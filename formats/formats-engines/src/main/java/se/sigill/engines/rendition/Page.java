package se.sigill.engines.rendition;

import java.util.List;
import org.jsoup.nodes.Document;
import se.sigill.core.finding.Finding;

/**
 * A page to lay out.
 *
 * @param html clean
 * @param title from the content; empty if it has none
 * @param findings what is to be known of it
 */
record Page(Document html, String title, List<Finding> findings) {
    Page {
        findings = List.copyOf(findings);
    }
}
