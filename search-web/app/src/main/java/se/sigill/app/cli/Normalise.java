package se.sigill.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Trees;
import se.sigill.core.finding.Finding;
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
    private final AtomicInteger folders = new AtomicInteger();
    private int refused;
    private int done;

    @Override
    public Integer call() {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(out + " cannot be made: " + e.getMessage(), e);
        }
        Path making = out.resolve(".making-" + ProcessHandle.current().pid());
        try (WorkerFormats formats = engines.start()) {
            paths.forEachAnswer(path -> make(formats, path, making), this::show);
        } finally {
            remove(making);
        }
        if (refused == 0) {
            return ExitCode.OK;
        }
        return done > 0 ? ExitCode.PARTLY : ExitCode.FINDINGS;
    }

    private Normalisation make(WorkerFormats formats, Path path, Path making) {
        FileInput file = FileInput.of(path);
        Identification what = formats.identify(file);
        if (what.findings().stream().anyMatch(Finding::isError)) {
            return new Normalisation.Refused(what.findings());
        }
        Optional<FormatPolicy.Rule> rule = policy.rule(what.puid(), what.mime());
        if (rule.isEmpty()) {
            String kind = what.puid().isEmpty() ? what.mime() : what.puid() + " (" + what.mime() + ")";
            return new Normalisation.Kept("no rule of the policy speaks of " + kind, what.findings());
        }
        // A folder of its own: makers work side by side, and files of several folders may have one name.
        Path folder = making.resolve(Integer.toString(folders.incrementAndGet()));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(folder + " cannot be made: " + e.getMessage(), e);
        }
        return formats.normalise(new NormaliseOrder(file, what.puid(), what.mime(), "", "sv", rule.get(), folder));
    }

    /** Moves a rendition to where the user wants it, beside what has its name already. */
    private Path delivered(Path rendition) {
        String name = rendition.getFileName().toString();
        String stem = name.substring(0, name.length() - ".pdf".length());
        try {
            for (int n = 1; ; n++) {
                Path place = out.resolve(n == 1 ? name : stem + "-" + n + ".pdf");
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    return Files.move(rendition, place);
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(rendition + " cannot be moved to " + out, e);
        }
    }

    private static void remove(Path tree) {
        try {
            Trees.delete(tree);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(tree + " cannot be deleted; delete it by hand", e);
        }
    }

    private void show(Path path, Normalisation outcome) {
        Json.Obj line = Json.object().with("path", path.toString()).with("outcome", outcome.word());
        switch (outcome) {
            case Normalisation.Normalised n -> {
                done++;
                Path rendition = delivered(n.rendition());
                line.with("rendition", rendition.toString())
                        .with("puid", n.puid())
                        .with("kind", n.kind().word())
                        .with("validator", n.validation().engine());
                line.with("findings", Printing.json(n.findings()));
                print.result(
                        line,
                        Printing.oneLine(path.toString()) + ": " + n.kind().word() + " rendition " + rendition + " by "
                                + n.madeBy());
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
