package se.sigill.app.wiring;

import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.Duty;
import se.sigill.core.log.Act;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.SpoolItem;

/**
 * What was received and waits for a person, as far as the acting user may know of it; and rejecting a delivery's rest.
 * There is no releasing of a faulty item as it is: it is mended at its source and delivered again.
 */
public final class QuarantinedItems {
    private final OpenArchive archive;
    private final Sight sight;

    public QuarantinedItems(OpenArchive archive) {
        this.archive = archive;
        this.sight = archive.sight();
    }

    /** The deliveries of which the user may know that something waits, oldest first. */
    public List<Manifest> deliveries() {
        return archive.spool().status().stream()
                .filter(status -> status.quarantined() > 0)
                .map(status -> archive.spool().manifest(status.delivery()))
                .filter(manifest -> !seen(manifest).isEmpty())
                .toList();
    }

    /** What waits of a delivery and was not said to be another board's, by number. */
    public List<SpoolItem> seen(Manifest manifest) {
        return manifest.having(SpoolItem.Status.QUARANTINED).stream()
                .filter(item -> sight.sees(item.description()))
                .toList();
    }

    /** Whether the user sees all that waits of it. */
    public boolean seesAll(Manifest manifest) {
        return seen(manifest).size()
                == manifest.having(SpoolItem.Status.QUARANTINED).size();
    }

    /** Whether it is the user's to reject what waits of it: there is some, it is all seen, and all the user's. */
    public boolean mayReject(Manifest manifest) {
        return !seen(manifest).isEmpty()
                && seesAll(manifest)
                && manifest.having(SpoolItem.Status.QUARANTINED).stream()
                        .map(item -> item.description().authority())
                        .map(authority -> authority.isBlank() ? sight.archiveAuthority() : authority)
                        .allMatch(authority ->
                                sight.viewers().stream().anyMatch(viewer -> Duty.PRESERVE.isOf(viewer, authority)));
    }

    /** The delivery, if it is the user's to reject. Who may not see all that waits is not told whether there is any. */
    public Optional<Manifest> rejectable(String delivery) {
        return Optional.of(delivery)
                .filter(archive.spool().all()::contains)
                .map(archive.spool()::manifest)
                .filter(this::mayReject);
    }

    /**
     * What waits of the delivery becomes no record: an act for each item, and the bytes are put aside.
     *
     * @param reason why; somebody answers for it later
     * @return how many items
     * @throws ArchiveException.WrongUsage if there is no such delivery, or it is not the user's to reject
     * @throws ArchiveException.Refused if sound items of it wait to be taken in
     */
    public int reject(String delivery, String reason) {
        // One at a time: two who reject the same would write its acts twice.
        synchronized (archive.spool()) {
            Manifest manifest = rejectable(delivery)
                    .orElseThrow(() -> new ArchiveException.WrongUsage(
                            "there is no delivery " + delivery + " of which something waits in quarantine"));
            List<Act> acts = manifest.having(SpoolItem.Status.QUARANTINED).stream()
                    .map(item -> (Act) new Act.Rejected(
                            archive.clock().instant(),
                            archive.actor(),
                            delivery,
                            item.number(),
                            item.digests().sha256(),
                            reason))
                    .toList();
            archive.spool().mustBeRejectable(delivery);
            // If we stop behind this line, the delivery is listed still and is rejected again.
            archive.archive().decide(acts);
            archive.catchUp();
            archive.spool().reject(delivery);
            return acts.size();
        }
    }
}
