package se.sigill.staff.page;

import java.util.List;
import java.util.stream.Stream;
import se.sigill.app.wiring.Sight;
import se.sigill.core.json.Json;
import se.sigill.ingest.spool.DeliveryStatus;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.SpoolItem;
import se.sigill.look.Language;
import se.sigill.staff.intake.Delivery;
import se.sigill.staff.intake.Journal;

/**
 * Deliveries: what failed first, each file with its cause and what to do; then what this server received since its
 * start, newest first.
 */
public record DeliveriesPage(Frame frame, List<Failed> failed, List<Line> lines, boolean working) {
    /** A file that waits in quarantine. */
    public record Failed(String delivery, String path, List<Cause> causes) {}

    /** @param severity error, warning or info */
    public record Cause(String severity, String code, String message, String remedy) {}

    /** A delivery. @param stage in a word */
    public record Line(String id, String link, String system, String when, String by, String items, String stage) {}

    public static DeliveriesPage of(Surround around, Journal journal) {
        Language l = around.language();
        Sight sight = around.archive().sight();
        List<Failed> failed = around.archive().spool().status().stream()
                .filter(status -> status.quarantined() > 0)
                .map(status -> around.archive().spool().manifest(status.delivery()))
                .flatMap(manifest -> failed(manifest, sight))
                .toList();
        List<Line> lines = journal.newestFirst().stream()
                .map(delivery -> line(around, delivery, l))
                .toList();
        boolean working = journal.isWorking()
                || around.archive().spool().status().stream()
                        .anyMatch(status -> status.state() == DeliveryStatus.State.RECEIVED);
        return new DeliveriesPage(
                around.frame(Place.DELIVERIES, l.say("Leveranser", "Deliveries")), failed, lines, working);
    }

    /** What was said to be another board's is not shown. */
    private static Stream<Failed> failed(Manifest manifest, Sight sight) {
        return manifest.having(SpoolItem.Status.QUARANTINED).stream()
                .filter(item -> sight.sees(item.description()))
                .map(item -> new Failed(
                        manifest.delivery(),
                        item.path(),
                        item.remarks().stream().map(DeliveriesPage::cause).toList()));
    }

    static Cause cause(se.sigill.ingest.spool.Remark remark) {
        return new Cause(remark.severity(), remark.code(), remark.message(), remark.remedy());
    }

    private static Line line(Surround around, Delivery delivery, Language l) {
        return new Line(
                delivery.id(),
                "/" + l.code() + Place.DELIVERIES.path() + "/" + delivery.id(),
                delivery.receipt().system(),
                Words.time(
                        delivery.receipt().receivedAt(),
                        around.archive().config().archive().zone()),
                delivery.by(),
                Integer.toString(delivery.receipt().items().size()),
                DeliveryPage.stage(delivery, l));
    }

    /** For programs: the same lines. */
    public Json toJson() {
        return Json.array(lines.stream()
                .map(line -> Json.object()
                        .with("delivery", line.id())
                        .with("system", line.system())
                        .with("receivedAt", line.when())
                        .with("items", line.items())
                        .with("stage", line.stage()))
                .toList());
    }
}
