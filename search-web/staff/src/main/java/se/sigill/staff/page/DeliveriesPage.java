package se.sigill.staff.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.QuarantinedItems;
import se.sigill.app.wiring.RecentDeliveries;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Duty;
import se.sigill.core.log.Actor;
import se.sigill.ingest.spool.DeliveryStatus;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.Remark;
import se.sigill.ingest.spool.SpoolItem;
import se.sigill.look.Language;
import se.sigill.staff.intake.Delivery;
import se.sigill.staff.intake.Journal;

/**
 * Deliveries: what failed first, each file with its cause and what to do; then those that are being taken in, wait, or
 * were taken in of late, newest first. What this server has not received itself is known from the spool and the log.
 *
 * @param stage how many are being taken in, in words
 * @param message what was just done; may be empty
 */
public record DeliveriesPage(
        Frame frame, List<Waiting> failed, List<Line> lines, boolean working, String stage, String message) {
    /** A delivery of which files wait. @param reject where they are rejected; empty if not by the visitor */
    public record Waiting(String delivery, String system, String when, String reject, List<Failed> files) {}

    /** A file that waits in quarantine. */
    public record Failed(String path, List<Said> causes) {}

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
     * @param mayReject whether the visitor comes to reject anything
     */
    public static DeliveriesPage of(
            Surround around, Journal journal, String account, boolean mayReject, String message) {
        Language l = around.language();
        List<Line> lines = Stream.of(
                        received(around, journal, account), left(around, journal, account), recent(around, journal))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Line::id).reversed())
                .toList();
        long working = lines.stream().filter(Line::working).count();
        return new DeliveriesPage(
                around.frame(Place.DELIVERIES, l.say("Leveranser", "Deliveries")),
                waiting(around, mayReject),
                lines,
                working > 0,
                working == 0
                        ? l.say("Ingen leverans tas in just nu.", "No delivery is being taken in.")
                        : working
                                + (working == 1
                                        ? l.say(" leverans tas in just nu.", " delivery is being taken in.")
                                        : l.say(" leveranser tas in just nu.", " deliveries are being taken in.")),
                message);
    }

    /** What waits in quarantine, as far as the visitor may know of it. */
    static List<Failed> failed(Surround around) {
        QuarantinedItems items = new QuarantinedItems(around.archive());
        return items.deliveries().stream()
                .flatMap(manifest -> items.seen(manifest).stream())
                .map(item -> failed(item, around.language()))
                .toList();
    }

    static Failed failed(SpoolItem item, Language l) {
        return new Failed(item.path(), causes(item.path(), item.remarks(), l));
    }

    private static List<Waiting> waiting(Surround around, boolean mayReject) {
        QuarantinedItems items = new QuarantinedItems(around.archive());
        String base = "/" + around.language().code() + Place.DELIVERIES.path() + "/";
        return items.deliveries().stream()
                .map(manifest -> new Waiting(
                        manifest.delivery(),
                        manifest.system(),
                        time(around, manifest.receivedAt()),
                        mayReject && items.mayReject(manifest) ? base + manifest.delivery() + "/avvisa" : "",
                        items.seen(manifest).stream()
                                .map(item -> failed(item, around.language()))
                                .toList()))
                .toList();
    }

    static List<Said> causes(String path, List<Remark> remarks, Language l) {
        return remarks.stream().map(remark -> Said.of(remark, l).within(path)).toList();
    }

    /** What this server received since its start. */
    private static List<Line> received(Surround around, Journal journal, String account) {
        Sight sight = around.archive().sight();
        return journal.newestFirst().stream()
                .filter(delivery -> delivery.by().equals(account) || preserves(sight, Set.of(delivery.authority())))
                .map(delivery -> line(around, delivery, delivery.by().equals(account)))
                .toList();
    }

    /** What an earlier server or a command left in the spool. */
    private static List<Line> left(Surround around, Journal journal, String account) {
        OpenArchive archive = around.archive();
        Sight sight = archive.sight();
        String own = Actor.person(account).text();
        List<Line> lines = new ArrayList<>();
        for (DeliveryStatus status : archive.spool().status()) {
            if (journal.find(status.delivery()).isEmpty()) {
                Manifest manifest = archive.spool().manifest(status.delivery());
                if (manifest.depositor().equals(own) || preserves(sight, authorities(manifest, sight))) {
                    lines.add(line(around, status, manifest));
                }
            }
        }
        return lines;
    }

    /** While an item waits, the archive's own authority answers for what names none, as in {@link Sight#sees}. */
    private static Set<String> authorities(Manifest manifest, Sight sight) {
        return manifest.items().stream()
                .map(item -> item.description().authority())
                .map(authority -> authority.isBlank() ? sight.archiveAuthority() : authority)
                .collect(Collectors.toSet());
    }

    /** What has become records, of authorities that are all the visitor's to preserve. */
    private static List<Line> recent(Surround around, Journal journal) {
        OpenArchive archive = around.archive();
        Sight sight = archive.sight();
        Set<String> told = new HashSet<>(archive.spool().all());
        return RecentDeliveries.of(archive).since(earliest(archive)).stream()
                .filter(each -> journal.find(each.id()).isEmpty() && !told.contains(each.id()))
                .filter(each -> preserves(sight, each.authorities()))
                .map(each -> new Line(
                        each.id(),
                        link(around, each.id()),
                        each.system(),
                        time(around, each.takenIn()),
                        "",
                        Integer.toString(each.records()),
                        around.language().say("Klar", "Done"),
                        false))
                .toList();
    }

    static Instant earliest(OpenArchive archive) {
        return archive.clock().instant().minus(RecentDeliveries.AGE_MAX);
    }

    /** Whether the visitor is an archivist of every one of them. What names none is nobody's but the operator's. */
    static boolean preserves(Sight sight, Set<String> authorities) {
        return authorities.stream().allMatch(authority -> sight.viewers().stream()
                .anyMatch(viewer -> Duty.PRESERVE.isOf(viewer, authority)));
    }

    private static String link(Surround around, String delivery) {
        return "/" + around.language().code() + Place.DELIVERIES.path() + "/" + delivery;
    }

    private static String time(Surround around, Instant at) {
        return Words.time(at, around.archive().config().archive().zone());
    }

    private static Line line(Surround around, Delivery delivery, boolean own) {
        return new Line(
                delivery.id(),
                own ? link(around, delivery.id()) : "",
                delivery.receipt().system(),
                time(around, delivery.receipt().receivedAt()),
                delivery.by(),
                Integer.toString(delivery.receipt().items().size()),
                DeliveryPage.stage(around, delivery),
                delivery.isWorking());
    }

    private static Line line(Surround around, DeliveryStatus status, Manifest manifest) {
        Language l = around.language();
        String stage =
                switch (status.state()) {
                    case RECEIVED -> l.say("Mottagen, tas in av sig själv", "Received, taken in by itself");
                    case QUARANTINED -> status.quarantined() + l.say(" i karantän", " in quarantine");
                    case DONE -> l.say("Klar", "Done");
                };
        return new Line(
                status.delivery(),
                "",
                status.system(),
                time(around, status.receivedAt()),
                manifest.depositor().replaceFirst("^person:", ""),
                Integer.toString(manifest.items().size()),
                stage,
                status.state() == DeliveryStatus.State.RECEIVED);
    }
}
