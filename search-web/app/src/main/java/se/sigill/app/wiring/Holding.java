package se.sigill.app.wiring;

import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.Duty;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;

/** Holds (gallringsspärrar) of records: while one stands, the record is not disposed of. As the acting user. */
public final class Holding {
    private final OpenArchive archive;
    private final Sight sight;

    public Holding(OpenArchive archive) {
        this.archive = archive;
        this.sight = archive.sight();
    }

    /** Whether it is the acting user's to place and lift holds of the record. */
    public boolean mayHold(CatalogueRecord entry) {
        return sight.has(Duty.PRESERVE, entry);
    }

    /**
     * Places a hold on each, or on none of them.
     *
     * @param reason why, without personal data
     * @throws ArchiveException.Refused if one of them is not the user's
     */
    public Appended place(List<CatalogueRecord> records, String reason) {
        return decide(records.stream()
                .map(entry -> (Act.OfRecord) new Act.HoldPlaced(
                        archive.clock().instant(), archive.actor(), mine(entry).id(), reason))
                .toList());
    }

    /**
     * Lifts the hold that this act placed, of each or of none.
     *
     * @throws ArchiveException.Refused if one of them is not the user's
     * @throws ArchiveException.WrongUsage if one has no such hold that stands
     */
    public Appended lift(List<CatalogueRecord> records, long act, String reason) {
        return decide(records.stream()
                .map(entry -> (Act.OfRecord) new Act.HoldLifted(
                        archive.clock().instant(),
                        archive.actor(),
                        standing(mine(entry), act).id(),
                        act,
                        reason))
                .toList());
    }

    private Appended decide(List<Act.OfRecord> acts) {
        Appended appended = archive.archive().decide(acts);
        archive.catchUp();
        return appended;
    }

    private CatalogueRecord mine(CatalogueRecord entry) {
        if (!mayHold(entry)) {
            throw new ArchiveException.Refused("it is not yours to hold record " + entry.id());
        }
        return entry;
    }

    private static CatalogueRecord standing(CatalogueRecord entry, long act) {
        boolean stands = entry.holds().stream().anyMatch(hold -> hold.act() == act && hold.stands());
        if (!stands) {
            throw new ArchiveException.WrongUsage(
                    "record " + entry.id() + " has no hold of act " + act + " that stands");
        }
        return entry;
    }
}
