package se.sigill.ingest.spool;

import java.time.Instant;
import java.util.List;

/**
 * What lies in one delivery's folder; the content of {@code manifest.json}. Its being there makes a delivery received.
 *
 * @param delivery the id of the delivery, also the name of its folder
 * @param system the name the source system delivers under
 * @param label what the delivery was called where it came from
 * @param depositor who deposited, in the form of an act's actor
 * @param items by number
 * @param remarks about the delivery as a whole
 */
public record Manifest(
        String delivery,
        String system,
        String label,
        String depositor,
        Instant receivedAt,
        List<SpoolItem> items,
        List<Remark> remarks) {
    public Manifest {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    public List<SpoolItem> having(SpoolItem.Status status) {
        return items.stream().filter(item -> item.status() == status).toList();
    }
}
