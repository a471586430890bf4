package se.sigill.app.wiring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.sigill.core.access.Duty;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;

/** Gaps that are open, of records whose register entry the acting user may see; and answering for one. */
public final class OpenGaps {
    private final OpenArchive archive;
    private final Sight sight;

    public OpenGaps(OpenArchive archive) {
        this.archive = archive;
        this.sight = archive.sight();
    }

    /** All of them, in the order of their acts. */
    public void each(Consumer<Gap> work) {
        List<Gap> page = archive.catalogue().openGaps(-1, Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            seen(page).forEach(work);
            page = archive.catalogue().openGaps(page.getLast().act(), Catalogue.PAGE_MAX);
        }
    }

    private List<Gap> seen(List<Gap> gaps) {
        if (sight.seesEveryEntry()) {
            return gaps;
        }
        List<RecordId> ids = gaps.stream().map(Gap::record).distinct().toList();
        Set<RecordId> seen = archive.catalogue().findAll(ids).stream()
                .filter(entry -> sight.rights(entry).metadata())
                .map(CatalogueRecord::id)
                .collect(Collectors.toSet());
        return gaps.stream().filter(gap -> seen.contains(gap.record())).toList();
    }

    /** The open gap that this act opened, if the acting user may know of it. */
    public Optional<Gap> find(long act) {
        return seen(archive.catalogue().openGaps(act - 1, 1)).stream()
                .filter(gap -> gap.act() == act)
                .findFirst();
    }

    /** Whether it is the acting user's to accept. */
    public boolean mayAccept(Gap gap) {
        return archive.find(gap.record().value())
                .filter(entry -> sight.has(Duty.PRESERVE, entry))
                .isPresent();
    }

    /** The gap stands as it is. @param reason why; somebody answers for it later */
    public void accept(Gap gap, String reason) {
        archive.archive()
                .decide(List.of(new Act.GapClosed(
                        archive.clock().instant(), archive.actor(), gap.record(), gap.act(), true, reason)));
        archive.catchUp();
    }
}
