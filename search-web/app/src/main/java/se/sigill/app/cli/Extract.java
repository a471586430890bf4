package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextFile;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.PartFacts;
import se.sigill.formats.worker.WorkerFormats;

/** {@code sigill extract}: reads what stands in files. */
@Command(name = "extract", description = "Read text, parts and metadata of files.")
final class Extract implements Callable<Integer> {
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
            paths.forEachAnswer(path -> formats.extract(FileInput.of(path)), this::show);
        }
        return errors ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void show(Path path, Extraction e) {
        errors |= e.findings().stream().anyMatch(Finding::isError);
        Json.Obj metadata = Json.object();
        e.file().ifPresent(f -> f.metadata().forEach(metadata::with));
        Json line = Json.object()
                .with("path", path.toString())
                .with("text", plain(e.text()))
                .with("metadata", metadata)
                .with("parts", Json.array(e.parts().stream().map(Extract::part).toList()))
                .with("findings", Printing.json(e.findings()));
        print.result(line, Printing.oneLine(path.toString()) + "\n" + Printing.lines(TextFile.write(e.text())));
        print.findings(e.findings());
    }

    /** All pages of all parts, a form feed between pages as printers have it. */
    private static String plain(ExtractedText text) {
        StringBuilder out = new StringBuilder();
        text.parts().forEach(part -> part.pages().forEach(page -> {
            out.append(out.isEmpty() ? "" : "\f").append(page.text());
        }));
        return out.toString();
    }

    private static Json part(PartFacts p) {
        Json.Obj metadata = Json.object();
        p.metadata().forEach(metadata::with);
        return Json.object()
                .with("path", p.path())
                .with("name", p.name())
                .with("mime", p.mime())
                .with("puid", p.puid())
                .with("size", p.sizeBytes())
                .with("sha256", p.sha256())
                .with("metadata", metadata);
    }
}
