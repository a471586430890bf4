package se.sigill.app.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.LeafText;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.SealItem;
import se.sigill.core.store.Inventory;

/**
 * Proofs of the files of records, by the periods that were sealed and stamped when this was made. A period that was
 * needed once stays in memory. For one thread.
 */
public final class Proofs {
    private final Evidence evidence;
    private final List<Period> stamped;
    private final Map<String, Evidence.OpenPeriod> open = new HashMap<>();

    public Proofs(OpenArchive archive) {
        this.evidence = new Sealing(archive).evidence();
        this.stamped = evidence.periods().stream().filter(evidence::isStamped).toList();
    }

    /** The proof of a file of the inventory's version; empty unless it is sealed and time-stamped. */
    public Optional<FileProof> of(CatalogueRecord entry, Inventory inventory, String path) {
        return place(entry, inventory, path)
                .flatMap(place -> period(place.act()).flatMap(period -> opened(period)
                        .prove(SealItem.reference(entry.id(), place.version(), place.path()))));
    }

    /** What the tree says of a file of the inventory's version; empty unless it is sealed and time-stamped. */
    public Optional<LeafText> leafOf(CatalogueRecord entry, Inventory inventory, String path) {
        return place(entry, inventory, path).flatMap(place -> period(place.act())
                .flatMap(period -> opened(period).leaf(SealItem.reference(entry.id(), place.version(), place.path()))));
    }

    /** The period that proves a file of the inventory's version; empty unless it is sealed and time-stamped. */
    public Optional<Period> periodOf(CatalogueRecord entry, Inventory inventory, String path) {
        return place(entry, inventory, path).flatMap(place -> period(place.act()));
    }

    /** Periods that have their time-stamp, in the order of sealing. */
    public List<Period> stamped() {
        return stamped;
    }

    Evidence.OpenPeriod opened(Period period) {
        return open.computeIfAbsent(period.id(), _ -> evidence.open(period));
    }

    private Optional<Period> period(long act) {
        return stamped.stream().filter(p -> p.coverage().seals(act)).findFirst();
    }

    /** The version in which the bytes lie, and the act that committed it. */
    private record Place(int version, long act, String path) {}

    private static Optional<Place> place(CatalogueRecord entry, Inventory inventory, String path) {
        // vN/content/PATH
        return inventory.contentPath(path).flatMap(content -> {
            int version = Integer.parseInt(content.substring(1, content.indexOf('/')));
            String below = content.substring(content.indexOf('/', content.indexOf('/') + 1) + 1);
            return entry.versions().stream()
                    .filter(v -> v.version() == version)
                    .findFirst()
                    .map(v -> new Place(version, v.act(), below));
        });
    }
}
