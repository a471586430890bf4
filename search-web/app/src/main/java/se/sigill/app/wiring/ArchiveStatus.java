package se.sigill.app.wiring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.AuditRound;
import se.sigill.core.catalogue.Counts;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Head;
import se.sigill.ingest.spool.DeliveryStatus;
import se.sigill.ingest.spool.Remark;

/**
 * How an archive stands, at one moment: what {@code status} prints, and what a running server answers.
 *
 * @param archive its name
 * @param held whether nothing opens by itself, because nobody has answered for a restore yet
 * @param staff the address of the staff server; empty if none runs
 * @param open the address of the open server; empty if none runs
 * @param deliveries those in the spool
 * @param lastAudit when the last whole round of checking ended
 * @param shipped whether the second copy of the log has every act, or there is none
 * @param shipping how far the second copy is, if one is configured
 * @param checkpoint the signed note
 * @param acts in the log
 * @param findings of the opening
 */
public record ArchiveStatus(
        String archive,
        String home,
        boolean held,
        String staff,
        String open,
        Counts counts,
        long unsealed,
        List<Delivery> deliveries,
        Optional<Instant> lastAudit,
        boolean shipped,
        Optional<ShippingStatus> shipping,
        String checkpoint,
        long acts,
        long epoch,
        List<Remark> findings) {
    public ArchiveStatus {
        deliveries = List.copyOf(deliveries);
        findings = List.copyOf(findings);
    }

    /** A delivery in the spool. @param state one of {@link DeliveryStatus.State} */
    public record Delivery(String delivery, String state, long waiting, long quarantined) {
        private static Delivery of(DeliveryStatus status) {
            return new Delivery(status.delivery(), status.state().name(), status.waiting(), status.quarantined());
        }

        private Json toJson() {
            return Json.object()
                    .with("delivery", delivery)
                    .with("state", state)
                    .with("waiting", waiting)
                    .with("quarantined", quarantined);
        }

        private static Delivery fromJson(Json json) {
            Json.Obj line = json.asObject();
            return new Delivery(
                    line.text("delivery"), line.text("state"), line.integer("waiting"), line.integer("quarantined"));
        }
    }

    /** As it is now. @param staff the address of the staff server @param outside that of the open server */
    public static ArchiveStatus of(OpenArchive archive, String staff, String outside) {
        Head head = archive.archive().log().head();
        return new ArchiveStatus(
                archive.config().archive().name(),
                archive.home().root().toString(),
                !archive.catalogue().restorationsNotAccepted().isEmpty(),
                staff,
                outside,
                archive.catalogue().counts(),
                new Sealing(archive).waiting().size(),
                archive.spool().status().stream().map(Delivery::of).toList(),
                archive.catalogue().lastAudit().map(AuditRound::at),
                archive.archive().log().awaitShipped(),
                archive.shipping(),
                head.note().toString(),
                head.size(),
                head.epoch(),
                Remark.all(archive.atStart()));
    }

    /** Items that were received and are not taken in yet. */
    public long queue() {
        return deliveries.stream().mapToLong(Delivery::waiting).sum();
    }

    /** The stable form, in this order; members are added at the end and never changed. */
    public Json.Obj toJson() {
        Json.Obj line = Json.object()
                .with("state", held ? "restored" : "ready")
                .with("staff", staff)
                .with("open", open)
                .with("records", counts.records())
                .with("unsealed", unsealed)
                .with("gaps", counts.openGaps())
                .with("queue", queue())
                .with(
                        "quarantined",
                        deliveries.stream().mapToLong(Delivery::quarantined).sum())
                .with("holds", counts.holds())
                .with("disposed", counts.disposed())
                .with("lastAudit", lastAudit.map(Instant::toString).orElse(""))
                .with("shipped", shipped)
                .with("shippingLag", shipping.map(ShippingStatus::lag).orElse(0L))
                .with("checkpoint", checkpoint)
                .with(
                        "findings",
                        Json.array(findings.stream().map(Remark::toJson).toList()))
                .with("archive", archive)
                .with("home", home)
                .with("versions", counts.versions())
                .with("restrictions", counts.restrictions())
                .with("acts", acts)
                .with("epoch", epoch)
                .with(
                        "deliveries",
                        Json.array(deliveries.stream().map(Delivery::toJson).toList()));
        shipping.ifPresent(second -> line.with("shippedActs", second.shipped())
                .with("committedActs", second.committed())
                .with("shippingProblem", second.problem()));
        return line;
    }

    /** @throws JsonException if the object is not of this form */
    public static ArchiveStatus fromJson(Json.Obj line) {
        String audit = line.text("lastAudit");
        return new ArchiveStatus(
                line.text("archive"),
                line.text("home"),
                line.text("state").equals("restored"),
                line.text("staff"),
                line.text("open"),
                new Counts(
                        line.integer("records"),
                        line.integer("versions"),
                        line.integer("gaps"),
                        line.integer("holds"),
                        line.integer("restrictions"),
                        line.integer("disposed")),
                line.integer("unsealed"),
                line.array("deliveries").stream().map(Delivery::fromJson).toList(),
                audit.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(audit)),
                line.bool("shipped"),
                line.has("shippedActs")
                        ? Optional.of(new ShippingStatus(
                                line.integer("shippedActs"),
                                line.integer("committedActs"),
                                line.text("shippingProblem")))
                        : Optional.empty(),
                line.text("checkpoint"),
                line.integer("acts"),
                line.integer("epoch"),
                line.array("findings").stream()
                        .map(each -> Remark.fromJson(each.asObject()))
                        .toList());
    }
}
