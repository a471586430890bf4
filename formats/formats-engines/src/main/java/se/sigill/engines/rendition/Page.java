package se.sigill.engines.rendition;

import java.util.List;
import org.jsoup.nodes.Document;
import se.sigill.core.finding.Finding;

/**
 * A page to lay out.
 *
 * @param html clean
 * @param title from the content; empty if it has none
 * @param own text on it that is not of the source, as often as it stands there: a heading of ours, the list of
 *     attachments
 * @param allowed text of the source that reading it leaves out, as another form of the same body; it may stand there
 * @param findings what is to be known of it
 */
record Page(Document html, String title, String own, String allowed, List<Finding> findings) {
    Page {
        findings = List.copyOf(findings);
    }

    /** A page with nothing on it but the source. */
    static Page of(Document html, String title, List<Finding> findings) {
        return new Page(html, title, "", "", findings);
    }
}
