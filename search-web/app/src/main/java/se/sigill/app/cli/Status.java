package se.sigill.app.cli;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.serve.Addresses;
import se.sigill.app.serve.StaffServer;
import se.sigill.app.wiring.ArchiveStatus;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.AccessState;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.Counts;
import se.sigill.ingest.spool.Remark;

/** {@code sigill status}: how the archive stands, on one screen. A running server is asked; it has the archive. */
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
        Optional<StaffServer> server = StaffServer.running(home.home());
        ArchiveStatus status = server.isPresent() ? asked(server.get()) : looked();
        print.result(status.toJson(), text(status));
        if (status.held()) {
            print.say("After a restore nothing opens by itself until an archivist answers: sigill restore --accept");
        }
        return ExitCode.OK;
    }

    private ArchiveStatus asked(StaffServer server) {
        ArchiveStatus status = server.status();
        for (Remark finding : status.findings()) {
            print.err()
                    .println("sigill: at the start of the server: " + finding.code() + " at "
                            + Printing.oneLine(finding.where()) + ": " + Printing.oneLine(finding.message()));
            print.err().println("  " + finding.remedy());
        }
        return status;
    }

    private ArchiveStatus looked() {
        try (OpenArchive archive = home.open()) {
            Addresses served = Addresses.of(archive.home(), archive.config());
            return ArchiveStatus.of(archive, served.staff(), served.open());
        }
    }

    private static String shipped(ShippingStatus second) {
        if (second.lag() == 0 && second.problem().isEmpty()) {
            return "the second copy of the log has every act";
        }
        return "the second copy of the log has " + second.shipped() + " of " + second.committed() + " acts"
                + (second.problem().isEmpty() ? "" : ". " + second.problem());
    }

    private static String text(ArchiveStatus status) {
        Counts counts = status.counts();
        StringBuilder out = new StringBuilder();
        out.append(status.archive()).append(" in ").append(status.home()).append('\n');
        line(out, "served", served(status));
        line(
                out,
                "records",
                counts.records() + " (" + counts.versions() + " versions, " + counts.disposed() + " disposed of)");
        line(out, "unsealed", status.unsealed() + " versions" + (status.unsealed() > 0 ? "; next: sigill seal" : ""));
        line(out, "gaps", counts.openGaps() + (counts.openGaps() > 0 ? " open; sigill gaps shows them" : ""));
        line(out, "holds", counts.holds() + "   restrictions " + counts.restrictions());
        line(out, "deliveries", status.deliveries().size() + " in the spool");
        status.deliveries().forEach(d -> out.append("    ")
                .append(d.delivery())
                .append(' ')
                .append(d.state())
                .append(": ")
                .append(d.waiting())
                .append(" waiting, ")
                .append(d.quarantined())
                .append(" quarantined\n"));
        line(out, "checked", status.lastAudit().map(MINUTE::format).orElse("never; next: sigill check"));
        status.shipping().ifPresent(second -> line(out, "shipped", shipped(second)));
        line(out, "log", status.acts() + " acts, epoch " + status.epoch());
        return out.substring(0, out.length() - 1);
    }

    private static String served(ArchiveStatus status) {
        if (status.staff().isEmpty() && status.open().isEmpty()) {
            return "no; sigill serve starts the servers";
        }
        return "staff " + (status.staff().isEmpty() ? "not running" : status.staff()) + ", open "
                + (status.open().isEmpty() ? "not running" : status.open());
    }

    private static void line(StringBuilder out, String what, String fact) {
        out.append(String.format(Locale.ROOT, "  %-10s %s%n", what, fact));
    }
}
