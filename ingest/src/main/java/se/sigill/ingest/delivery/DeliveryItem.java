package se.sigill.ingest.delivery;

import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;

/**
 * One record to be, or what a person must look at first.
 *
 * @param path its name in the delivery; a message of a mailbox is {@code path#n}; unique in the plan
 * @param messageId of a mail, with angle brackets; else empty
 * @param findings about this item; with an error among them it goes to quarantine
 */
public record DeliveryItem(
        String path, ItemContent content, ItemDescription description, String messageId, List<Finding> findings) {
    public DeliveryItem {
        findings = List.copyOf(findings);
    }

    /** True if nothing stands against taking it in. */
    public boolean isSound() {
        return findings.stream().noneMatch(Finding::isError);
    }

    /** True if there are bytes, though perhaps not sound ones. */
    public boolean hasBytes() {
        return !(content instanceof ItemContent.Nothing);
    }

    /** True for a message of a mailbox and for a file that holds one mail. */
    public boolean isMail() {
        return switch (content) {
            case ItemContent.Message _ -> true;
            case ItemContent.Whole whole -> whole.isMail();
            case ItemContent.Nothing _ -> false;
        };
    }

    DeliveryItem called(String otherPath) {
        return new DeliveryItem(otherPath, content, description, messageId, findings);
    }

    DeliveryItem ofAuthority(String authority) {
        return new DeliveryItem(path, content, description.ofAuthority(authority), messageId, findings);
    }

    DeliveryItem with(List<Finding> more) {
        return new DeliveryItem(
                path,
                content,
                description,
                messageId,
                Stream.concat(findings.stream(), more.stream()).toList());
    }
}
