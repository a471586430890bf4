package se.sigill.ingest.spool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.delivery.ItemDescription;

/**
 * Says of the items of a delivery which the archive, the spool or the delivery itself has already, by their external
 * ids. Reads and writes nothing on disk. For one thread: the spool holds a lock while it compares and remembers, so
 * that of two deposits of the same document at the same time one is the redelivery.
 */
final class Comparison {
    /** System and external id of everything that waits, with who has it. */
    private final Map<String, Pending> pending = new HashMap<>();

    private record Pending(String delivery, String sha256) {}

    void remember(Manifest manifest) {
        for (SpoolItem item : manifest.having(SpoolItem.Status.WAITING)) {
            pending.put(
                    key(manifest.system(), item.externalId()),
                    new Pending(manifest.delivery(), item.digests().sha256()));
        }
    }

    void forget(String delivery) {
        pending.values().removeIf(each -> each.delivery().equals(delivery));
    }

    private static String key(String system, String externalId) {
        return system + "\n" + externalId;
    }

    /**
     * The items as they are to be kept, in their order.
     *
     * @param delivery to which they belong
     * @param archived what the archive has of their ids
     */
    List<SpoolItem> compare(
            List<SpoolItem> items, String system, String delivery, Map<String, KnownItems.Known> archived) {
        List<SpoolItem> compared =
                items.stream().map(item -> withOthers(item, system, archived)).toList();
        return withEachOther(compared, delivery);
    }

    private SpoolItem withOthers(SpoolItem item, String system, Map<String, KnownItems.Known> archived) {
        if (item.status() != SpoolItem.Status.WAITING) {
            return item;
        }
        Pending waiting = pending.get(key(system, item.externalId()));
        Optional<KnownItems.Known> known = waiting == null
                ? Optional.ofNullable(archived.get(item.externalId()))
                : Optional.of(new KnownItems.Known(waiting.delivery(), waiting.sha256()));
        // A record whose content is nowhere has nothing to compare with: these bytes may be the last ones.
        if (known.isEmpty() || known.get().sha256().isEmpty()) {
            return item;
        }
        if (!known.get().sha256().equals(item.digests().sha256())) {
            return quarantined(item, DeliveryFinding.ID_TAKEN, "other bytes were received under this id");
        }
        Finding again = Finding.of(DeliveryFinding.REDELIVERED, item.path(), "received before");
        return item.known(known.get().record(), Remark.of(again));
    }

    /** The same id twice in one delivery: the first one stands. */
    private static List<SpoolItem> withEachOther(List<SpoolItem> items, String delivery) {
        Map<String, SpoolItem> first = new HashMap<>();
        Set<String> contradicted = contradicted(items);
        List<SpoolItem> compared = new ArrayList<>(items.size());
        for (SpoolItem item : items) {
            if (item.status() != SpoolItem.Status.WAITING) {
                compared.add(item);
                continue;
            }
            SpoolItem earlier = first.putIfAbsent(item.externalId(), item);
            if (contradicted.contains(item.externalId())) {
                compared.add(quarantined(
                        item,
                        DeliveryFinding.CONTRADICTION,
                        "two items of the delivery are the same document and say different things of its openness"));
            } else if (earlier == null) {
                compared.add(item);
            } else {
                compared.add(second(item, earlier, delivery));
            }
        }
        return compared;
    }

    private static SpoolItem second(SpoolItem item, SpoolItem first, String delivery) {
        if (!isSame(item, first)) {
            return quarantined(
                    item, DeliveryFinding.ID_TAKEN, "item " + first.number() + " of this delivery has the same id");
        }
        Finding twice = Finding.of(
                DeliveryFinding.ITEM_TWICE,
                item.path(),
                "item " + first.number() + " of this delivery has the same id and the same bytes");
        return item.known(delivery, Remark.of(twice));
    }

    /** Ids of one document that is delivered twice, here open and there restricted: which counts would be chance. */
    private static Set<String> contradicted(List<SpoolItem> items) {
        Map<String, SpoolItem> first = new HashMap<>();
        Set<String> contradicted = new HashSet<>();
        for (SpoolItem item : items) {
            if (item.status() == SpoolItem.Status.WAITING) {
                SpoolItem earlier = first.putIfAbsent(item.externalId(), item);
                boolean differs = earlier != null
                        && isSame(item, earlier)
                        && !whoMaySee(item).equals(whoMaySee(earlier));
                if (differs) {
                    contradicted.add(item.externalId());
                }
            }
        }
        return contradicted;
    }

    /** What decides about openness: the columns of secrecy, the class, and whose document it is. */
    private static List<Object> whoMaySee(SpoolItem item) {
        ItemDescription d = item.description();
        ItemDescription.Openness said = d.openness();
        return List.of(said.provision(), said.category(), said.open(), said.publish(), d.classCode(), d.authority());
    }

    private static boolean isSame(SpoolItem one, SpoolItem other) {
        return one.digests().sha256().equals(other.digests().sha256());
    }

    private static SpoolItem quarantined(SpoolItem item, DeliveryFinding code, String message) {
        String file = item.file().replace(Intake.FILES, Intake.QUARANTINE);
        return item.quarantined(file, Remark.of(Finding.of(code, item.path(), message)));
    }
}
