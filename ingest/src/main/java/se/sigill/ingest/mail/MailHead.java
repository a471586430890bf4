package se.sigill.ingest.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.Direction;

/**
 * What the top of a mail says, decoded (RFC 2047), each text on one line. It is what the sender wrote, not what is
 * true. Fields that are missing are empty.
 *
 * @param messageId with its angle brackets
 * @param date of the Date field, in the sender's own zone: ISO 8601 date
 * @param from as written, name and address
 * @param to the To and Cc fields as written, in one text
 * @param references the ids of In-Reply-To and References, oldest first, no id twice
 */
public record MailHead(
        String messageId,
        String date,
        String from,
        String to,
        String subject,
        List<String> references,
        List<Finding> findings) {
    public MailHead {
        references = List.copyOf(references);
        findings = List.copyOf(findings);
    }

    /**
     * Received if the sender is outside, dispatched if the sender is of the authority and a recipient is not.
     *
     * @param ownDomains the authority's mail domains in lower case; if there are none nobody can say
     */
    public Direction direction(Set<String> ownDomains) {
        if (ownDomains.isEmpty() || domains(from).isEmpty()) {
            return Direction.UNKNOWN;
        }
        if (!ownDomains.containsAll(domains(from))) {
            return Direction.RECEIVED;
        }
        return domains(to).stream().anyMatch(domain -> !ownDomains.contains(domain))
                ? Direction.DISPATCHED
                : Direction.UNKNOWN;
    }

    /** The other side: the recipients of what was dispatched, else the sender. */
    public String counterparty(Set<String> ownDomains) {
        return direction(ownDomains) == Direction.DISPATCHED ? to : from;
    }

    /** The domains of all addresses in a field: what stands behind an {@code @}. */
    private static List<String> domains(String field) {
        DomainScan scan = new DomainScan();
        field.toLowerCase(Locale.ROOT).codePoints().forEach(scan::next);
        return scan.domains();
    }
}
