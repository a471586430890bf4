package se.sigill.ingest.mail;

import java.util.ArrayList;
import java.util.List;

/** Collects what stands behind each {@code @} of a field, letter by letter. */
final class DomainScan {
    /** More recipients say nothing more about the direction. */
    private static final int DOMAINS_MAX = 1_000;

    private final List<String> found = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private boolean inDomain;

    void next(int codePoint) {
        if (inDomain && (Character.isLetterOrDigit(codePoint) || codePoint == '.' || codePoint == '-')) {
            current.appendCodePoint(codePoint);
        } else {
            end();
            inDomain = codePoint == '@';
        }
    }

    List<String> domains() {
        end();
        return List.copyOf(found);
    }

    private void end() {
        if (!current.isEmpty() && found.size() < DOMAINS_MAX) {
            found.add(current.toString());
        }
        current.setLength(0);
    }
}
