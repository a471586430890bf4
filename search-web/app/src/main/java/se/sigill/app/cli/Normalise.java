package se.sigill.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Identification;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.worker.WorkerFormats;

/** {@code sigill normalise}: makes renditions that last, by the policy that comes with Sigill. */
@Command(name = "normalise", description = "Make renditions of files in long-term formats.")
final class Normalise implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the renditions")
    private Path out = Path.of(".");

    @Mixin
    private GivenPaths paths = new GivenPaths();

    private final FormatPolicy policy = FormatPolicy.read(FormatPolicy.sample()).policy();
    private int refused;
    private int done;

    @Override
    public Integer call() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(out + " cannot be made: " + e.getMessage(), e);
        }
        try (WorkerFormats formats = engines.start()) {
            paths.forEachFile(path -> make(formats, path));
        }
        if (refused == 0) {
            return ExitCode.OK;
        }
        return done > 0 ? ExitCode.PARTLY : ExitCode.FINDINGS;
    }

    private void make(WorkerFormats formats, Path path) {
        FileInput file = FileInput.of(path);
        Identification what = formats.identify(file);
        Optional<FormatPolicy.Rule> rule = policy.rule(what.puid(), what.mime());
        Normalisation outcome = rule.isEmpty()
                ? new Normalisation.Kept(
                        "no rule of the policy speaks of "
                                + (what.puid().isEmpty() ? what.mime() : what.puid() + " (" + what.mime() + ")"),
                        what.findings())
                : formats.normalise(new NormaliseOrder(file, what.puid(), what.mime(), "", "sv", rule.get(), out));
        show(path, outcome);
    }

    private void show(Path path, Normalisation outcome) {
        Json.Obj line = Json.object().with("path", path.toString()).with("outcome", outcome.word());
        switch (outcome) {
            case Normalisation.Normalised n -> {
                done++;
                line.with("rendition", n.rendition().toString())
                        .with("puid", n.puid())
                        .with("kind", n.kind().word())
                        .with("validator", n.validation().engine());
                line.with("findings", Printing.json(n.findings()));
                print.result(
                        line,
                        Printing.oneLine(path.toString()) + ": " + n.kind().word() + " rendition " + n.rendition()
                                + " by " + n.madeBy());
            }
            case Normalisation.Kept k -> {
                done++;
                line.with("findings", Printing.json(k.findings()));
                print.result(line, Printing.oneLine(path.toString()) + ": kept, " + k.reason());
            }
            case Normalisation.Refused r -> {
                refused++;
                line.with("findings", Printing.json(r.findings()));
                print.result(line, Printing.oneLine(path.toString()) + ": refused");
            }
        }
        print.findings(outcome.findings());
    }
}
