package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.formats.FileInput;
import se.sigill.formats.Identification;
import se.sigill.formats.worker.WorkerFormats;

/** {@code sigill identify}: says what files are. */
@Command(name = "identify", description = "Say what files are, by PRONOM signatures and content.")
final class Identify implements Callable<Integer> {
    /** Files asked for at once: the workers answer a group faster than one by one. */
    private static final int GROUP = 64;

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Mixin
    private GivenPaths paths = new GivenPaths();

    private boolean errors;

    @Override
    public Integer call() {
        try (WorkerFormats formats = engines.start()) {
            List<FileInput> group = new ArrayList<>(GROUP);
            paths.forEachFile(path -> {
                group.add(FileInput.of(path));
                if (group.size() == GROUP) {
                    answer(formats, group);
                }
            });
            answer(formats, group);
        }
        return errors ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void answer(WorkerFormats formats, List<FileInput> group) {
        List<Identification> answers = formats.identifyAll(List.copyOf(group));
        for (int i = 0; i < answers.size(); i++) {
            show(group.get(i).path(), answers.get(i));
        }
        group.clear();
    }

    private void show(Path path, Identification i) {
        errors |= i.findings().stream().anyMatch(Finding::isError);
        Json line = Json.object()
                .with("path", path.toString())
                .with("puid", i.puid())
                .with("mime", i.mime())
                .with("basis", i.basis())
                .with("findings", Printing.json(i.findings()));
        String puid = i.puid().isEmpty() ? "-" : i.puid();
        print.result(
                line,
                Printing.oneLine(path.toString()) + ": " + puid + " " + i.mime()
                        + (i.name().isEmpty() ? "" : " (" + i.name() + ")"));
        print.findings(i.findings());
    }
}
