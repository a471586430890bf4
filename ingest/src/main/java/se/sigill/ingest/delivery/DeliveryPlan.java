package se.sigill.ingest.delivery;

import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.finding.Finding;

/**
 * What a delivery holds and what is wrong with it, all found in one pass.
 *
 * @param label the name of what was given, for findings and people
 * @param items in the order of their paths; those with an error stand here too
 * @param findings about the delivery as a whole; those of an item stand with the item
 */
public record DeliveryPlan(String label, List<DeliveryItem> items, List<Finding> findings) {
    public DeliveryPlan {
        items = List.copyOf(items);
        findings = List.copyOf(findings);
    }

    /** The same, of this authority where an item names none. */
    public DeliveryPlan ofAuthority(String authority) {
        return new DeliveryPlan(
                label, items.stream().map(item -> item.ofAuthority(authority)).toList(), findings);
    }

    /** The items that can go through. */
    public List<DeliveryItem> sound() {
        return items.stream().filter(DeliveryItem::isSound).toList();
    }

    /** The items a person must decide about. */
    public List<DeliveryItem> quarantined() {
        return items.stream().filter(item -> !item.isSound()).toList();
    }

    /** Everything that is wrong: the delivery's findings, then those of the items in their order. */
    public List<Finding> allFindings() {
        return Stream.concat(findings.stream(), items.stream().flatMap(item -> item.findings().stream()))
                .toList();
    }
}
