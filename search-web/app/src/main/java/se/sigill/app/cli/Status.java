package se.sigill.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.access.AccessState;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.Counts;
import se.sigill.core.json.Json;
import se.sigill.ingest.spool.DeliveryStatus;

/** {@code sigill status}: how the archive stands, on one screen. */
@Command(name = "status", description = "How the archive stands: records, what waits, what nobody has answered for.")
final class Status implements Callable<Integer> {
    /** As people read a time, in the archive's zone. */
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(AccessState.ZONE);

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            Counts counts = archive.catalogue().counts();
            int unsealed = new Sealing(archive).waiting().size();
            List<DeliveryStatus> deliveries = archive.spool().status();
            long waiting =
                    deliveries.stream().mapToLong(DeliveryStatus::waiting).sum();
            boolean held = !archive.catalogue().restorationsNotAccepted().isEmpty();
            Json line = Json.object()
                    .with("state", held ? "restored" : "ready")
                    .with("staff", "")
                    .with("open", "")
                    .with("records", counts.records())
                    .with("unsealed", unsealed)
                    .with("gaps", counts.openGaps())
                    .with("queue", waiting)
                    .with(
                            "quarantined",
                            deliveries.stream()
                                    .mapToLong(DeliveryStatus::quarantined)
                                    .sum())
                    .with("holds", counts.holds())
                    .with("disposed", counts.disposed())
                    .with(
                            "lastAudit",
                            archive.catalogue()
                                    .lastAudit()
                                    .map(a -> a.at().toString())
                                    .orElse(""))
                    .with("shipped", archive.archive().log().awaitShipped())
                    .with(
                            "shippingLag",
                            archive.shipping().map(ShippingStatus::lag).orElse(0L))
                    .with("checkpoint", archive.archive().log().head().note().toString())
                    .with("findings", Printing.json(archive.atStart()));
            print.result(line, text(archive, counts, unsealed, deliveries));
            if (held) {
                print.say(
                        "After a restore nothing opens by itself until an archivist answers: sigill restore --accept");
            }
        }
        return ExitCode.OK;
    }

    private static String shipped(ShippingStatus second) {
        if (second.lag() == 0 && second.problem().isEmpty()) {
            return "the second copy of the log has every act";
        }
        return "the second copy of the log has " + second.shipped() + " of " + second.committed() + " acts"
                + (second.problem().isEmpty() ? "" : ". " + second.problem());
    }

    private static String text(OpenArchive archive, Counts counts, int unsealed, List<DeliveryStatus> deliveries) {
        StringBuilder out = new StringBuilder();
        out.append(archive.config().archive().name())
                .append(" in ")
                .append(archive.home().root())
                .append('\n');
        out.append("  records    ")
                .append(counts.records())
                .append(" (")
                .append(counts.versions())
                .append(" versions, ")
                .append(counts.disposed())
                .append(" disposed of)\n");
        out.append("  unsealed   ")
                .append(unsealed)
                .append(" versions")
                .append(unsealed > 0 ? "; next: sigill seal" : "")
                .append('\n');
        out.append("  gaps       ")
                .append(counts.openGaps())
                .append(counts.openGaps() > 0 ? " open; sigill gaps shows them" : "")
                .append('\n');
        out.append("  holds      ")
                .append(counts.holds())
                .append("   restrictions ")
                .append(counts.restrictions())
                .append('\n');
        out.append("  deliveries ").append(deliveries.size()).append(" in the spool\n");
        deliveries.forEach(d -> out.append("    ")
                .append(d.delivery())
                .append(' ')
                .append(d.state())
                .append(": ")
                .append(d.waiting())
                .append(" waiting, ")
                .append(d.quarantined())
                .append(" quarantined\n"));
        out.append("  checked    ")
                .append(archive.catalogue()
                        .lastAudit()
                        .map(audit -> MINUTE.format(audit.at()))
                        .orElse("never; next: sigill check"))
                .append('\n');
        archive.shipping()
                .ifPresent(second ->
                        out.append("  shipped    ").append(shipped(second)).append('\n'));
        out.append("  log        ")
                .append(archive.archive().log().head().size())
                .append(" acts, epoch ")
                .append(archive.archive().log().head().epoch());
        return out.toString();
    }
}
