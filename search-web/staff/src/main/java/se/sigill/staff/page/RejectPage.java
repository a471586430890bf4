package se.sigill.staff.page;

import java.util.List;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.SpoolItem;
import se.sigill.look.Language;

/** What it means to reject what waits of a delivery, and the form that does it. @param problem may be empty */
public record RejectPage(Frame frame, String delivery, List<DeliveriesPage.Failed> files, String problem) {
    public RejectPage {
        files = List.copyOf(files);
    }

    /** @param manifest of a delivery that is the visitor's to reject */
    public static RejectPage of(Surround around, Manifest manifest, String problem) {
        Language l = around.language();
        return new RejectPage(
                around.frame(
                        Place.DELIVERIES,
                        l.say("Avvisa ur leverans från ", "Reject from the delivery from ") + manifest.system(),
                        Place.DELIVERIES.path() + "/" + manifest.delivery() + "/avvisa"),
                manifest.delivery(),
                manifest.having(SpoolItem.Status.QUARANTINED).stream()
                        .map(item -> DeliveriesPage.failed(item, l))
                        .toList(),
                problem);
    }
}
