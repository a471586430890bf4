package se.sigill.staff.page;

import java.util.List;
import java.util.stream.Stream;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Duty;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.Remark;
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
    public record Failed(String delivery, String path, List<Said> causes) {}

    /** A delivery. @param link to its page; empty if that is not for the visitor @param stage in a word */
    public record Line(
            String id,
            String link,
            String system,
            String when,
            String by,
            String items,
            String stage,
            boolean working) {}

    /**
     * @param account of the visitor: whoever handed a delivery in sees its page; an archivist of the authority sees
     *     that there is one, for the names of its files may be another board's secret
     */
    public static DeliveriesPage of(Surround around, Journal journal, String account) {
        Language l = around.language();
        Sight sight = around.archive().sight();
        List<Line> lines = journal.newestFirst().stream()
                .filter(delivery -> delivery.by().equals(account) || isArchivist(sight, delivery))
                .map(delivery -> line(around, delivery, delivery.by().equals(account), l))
                .toList();
        boolean working = lines.stream().anyMatch(Line::working);
        return new DeliveriesPage(
                around.frame(Place.DELIVERIES, l.say("Leveranser", "Deliveries")), failed(around), lines, working);
    }

    /** What waits in quarantine, as far as the visitor may know of it. */
    static List<Failed> failed(Surround around) {
        Sight sight = around.archive().sight();
        return around.archive().spool().status().stream()
                .filter(status -> status.quarantined() > 0)
                .map(status -> around.archive().spool().manifest(status.delivery()))
                .flatMap(manifest -> failed(manifest, sight, around.language()))
                .toList();
    }

    private static boolean isArchivist(Sight sight, Delivery delivery) {
        return sight.viewers().stream().anyMatch(viewer -> Duty.PRESERVE.isOf(viewer, delivery.authority()));
    }

    /** What was said to be another board's is not shown. */
    private static Stream<Failed> failed(Manifest manifest, Sight sight, Language l) {
        return manifest.having(SpoolItem.Status.QUARANTINED).stream()
                .filter(item -> sight.sees(item.description()))
                .map(item -> new Failed(manifest.delivery(), item.path(), causes(item.path(), item.remarks(), l)));
    }

    static List<Said> causes(String path, List<Remark> remarks, Language l) {
        return remarks.stream().map(remark -> Said.of(remark, l).within(path)).toList();
    }

    private static Line line(Surround around, Delivery delivery, boolean own, Language l) {
        return new Line(
                delivery.id(),
                own ? "/" + l.code() + Place.DELIVERIES.path() + "/" + delivery.id() : "",
                delivery.receipt().system(),
                Words.time(
                        delivery.receipt().receivedAt(),
                        around.archive().config().archive().zone()),
                delivery.by(),
                Integer.toString(delivery.receipt().items().size()),
                DeliveryPage.stage(delivery, l),
                delivery.isWorking());
    }
}
