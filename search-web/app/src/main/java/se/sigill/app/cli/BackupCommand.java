package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.sigill.core.ArchiveException;
import se.sigill.core.backup.Backup;
import se.sigill.core.backup.BackupReport;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;

/** {@code sigill backup}: a consistent copy, taken while the archive runs. */
@Command(
        name = "backup",
        description =
                "Copy the archive to a directory, also while others work on it; again into the same one copies what is"
                        + " new. Keys are not copied: keep them elsewhere.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "DIR", description = "where the copy lies; on another disk")
    private Path target = Path.of("");

    @Override
    public Integer call() {
        Home from = home.home();
        if (!from.exists()) {
            throw new ArchiveException.NoArchive("there is no archive in " + from.root());
        }
        BackupReport report = new Backup(from.root(), target).run();
        Json line = Json.object()
                .with("acts", report.head().size())
                .with("copied", report.copied())
                .with("kept", report.kept())
                .with("disposed", report.disposed())
                .with("bytes", report.bytes())
                .with("checkpoint", report.head().note().toString())
                .with("findings", Printing.json(report.findings()));
        print.result(
                line,
                "backup in " + target + ": " + report.head().size() + " acts; " + report.copied() + " objects copied, "
                        + report.kept() + " were there, " + report.disposed() + " disposed of; " + report.bytes()
                        + " bytes written");
        print.findings(report.findings());
        print.say("The keys are not in it. Keep a copy of " + from.keys() + " in a safe place of its own.");
        return Printing.exit(report.findings());
    }
}
