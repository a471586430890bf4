package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.core.json.Json;
import se.sigill.formats.FileInput;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;
import se.sigill.formats.worker.WorkerFormats;

/** {@code sigill validate}: says whether files keep the rules of their format. PDF/A and PDF/UA for now. */
@Command(name = "validate", description = "Say whether files keep the rules of their format (PDF/A, PDF/UA).")
final class Validate implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description = "pdfa (as declared, the default), pdfa-1a … pdfa-4f, pdfua-1, pdfua-2")
    private String kind = Validator.AS_DECLARED;

    @Mixin
    private GivenPaths paths = new GivenPaths();

    private boolean invalid;

    @Override
    public Integer call() {
        try (WorkerFormats formats = engines.start()) {
            paths.forEachFile(path -> show(path, formats.validate(FileInput.of(path), kind)));
        }
        return invalid ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private void show(Path path, Validation v) {
        invalid |= !v.valid();
        List<Json> findings = new ArrayList<>();
        for (Validation.Failure f : v.failures()) {
            findings.add(Json.object()
                    .with("code", f.code())
                    .with("severity", "error")
                    .with("where", "")
                    .with("message", f.message() + " (" + f.count() + " times)"));
        }
        v.findings().forEach(f -> findings.add(f.toJson()));
        Json line = Json.object()
                .with("path", path.toString())
                .with("kind", v.kind())
                .with("verdict", v.verdict().word())
                .with("findings", Json.array(findings));
        print.result(line, path + ": " + v.verdict().word() + (v.kind().isEmpty() ? "" : " as " + v.kind()));
        v.failures().forEach(f -> print.say("  " + f.code() + ": " + f.message() + " (" + f.count() + " times)"));
        print.findings(v.findings());
    }
}
