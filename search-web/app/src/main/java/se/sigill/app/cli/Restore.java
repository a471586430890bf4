package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Restoring;
import se.sigill.core.ArchiveException;
import se.sigill.core.backup.RestoreReport;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;

/** {@code sigill restore}: an archive from its backup and its shipped log; or the answer to what a restore lost. */
@Command(
        name = "restore",
        description =
                "Bring an archive back from a backup into a home that has its keys, and from the second copy of the log"
                        + " what happened after it. Says what is lost; opens nothing by itself.")
final class Restore implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** Exactly one of these is given. */
    static final class What {
        @Option(names = "--from", paramLabel = "DIR", description = "the directory of the backup")
        private Optional<Path> from = Optional.empty();

        @Option(names = "--accept", description = "answer for what the last restore lost: releases go on")
        private boolean accept;
    }

    @Option(names = "--shipped", paramLabel = "DIR", description = "the second copy of the log (log.ship-to)")
    private Optional<Path> shipped = Optional.empty();

    @Option(names = "--keys", paramLabel = "DIR", description = "where the keys were kept, if not in the home already")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--new-log-key",
            description = "the log key is lost: go on with the one in the keys, and say so in an act")
    private boolean newLogKey;

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "a checkpoint kept outside, as on a receipt; repeatable")
    private List<Path> anchors = new ArrayList<>();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; the act carries it")
    private String reason = "";

    @Override
    public Integer call() {
        return what.accept ? accept() : restore(what.from.orElseThrow());
    }

    private int accept() {
        try (OpenArchive archive = home.open()) {
            long act = new Disposing(archive).acceptRestore(reason);
            print.result(
                    Json.object().with("act", act).with("outcome", "accepted"),
                    "the restore of act " + act + " is answered for; what is open by decision opens again");
        }
        return ExitCode.OK;
    }

    private int restore(Path from) {
        RestoreReport report = new Restoring(home.home())
                .restore(new Restoring.Wanted(from, shipped, keys, newLogKey, anchors), reason);
        Json.Obj line = Json.object()
                .with("restored", report.restored())
                .with("acts", report.acts())
                .with("replayed", report.replayed())
                .with("lostTo", report.lostTo())
                .with("held", report.held())
                .with("objects", report.objects())
                .with("findings", Printing.json(report.findings()));
        print.result(line, report.restored() ? words(report) : "nothing was restored: a copy is not sound");
        print.findings(report.findings());
        if (!report.restored()) {
            return ExitCode.FINDINGS;
        }
        try (OpenArchive archive = home.openAlone()) {
            archive.catchUp();
            print.say("catalogue and index are made: "
                    + archive.catalogue().counts().records() + " records");
        } catch (ArchiveException.Locked e) {
            print.say("another command has opened the archive already");
        }
        boolean whole = !report.held() && report.findings().stream().noneMatch(Finding::isError);
        return whole ? ExitCode.OK : ExitCode.PARTLY;
    }

    private static String words(RestoreReport report) {
        String text = "restored " + report.acts() + " acts and " + report.objects() + " objects";
        if (report.replayed() > 0) {
            text += "; the last " + report.replayed() + " acts came from the second copy of the log";
        }
        return report.held()
                ? text + "\nNothing opens by itself until an archivist answers: sigill restore --accept --reason …"
                : text;
    }
}
