package se.sigill.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Identification;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;
import se.sigill.formats.worker.WorkerFormats;

/** {@code sigill validate}: says whether files keep the rules of their format. PDF/A and PDF/UA for now. */
@Command(name = "validate", description = "Say whether files keep the rules of their format (PDF/A, PDF/UA).")
final class Validate implements Callable<Integer> {
    private static final String PDF = "application/pdf";

    /** Readers look for the mark of a PDF in so many bytes (PDF Reference 1.7, Appendix H, note 13). */
    private static final int HEAD_BYTES = 1024;

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private EngineOptions engines = new EngineOptions();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description =
                    "pdfa (as declared), pdfa-1a … pdfa-4f, pdfua-1, pdfua-2; without it what the file is decides")
    private Optional<String> kind = Optional.empty();

    @Mixin
    private GivenPaths paths = new GivenPaths();

    private boolean invalid;

    @Override
    public Integer call() {
        kind.filter(name -> !Validator.KINDS.contains(name)).ifPresent(name -> {
            throw new ArchiveException.WrongUsage(
                    "there is no validator for the kind " + name + "; there is one for " + Validator.kinds());
        });
        try (WorkerFormats formats = engines.start()) {
            paths.forEachAnswer(path -> validation(formats, FileInput.of(path)), this::show);
        }
        return invalid ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private Validation validation(WorkerFormats formats, FileInput file) {
        Identification what = formats.identify(file);
        if (what.findings().stream().anyMatch(Finding::isError)) {
            return unchecked(what.findings());
        }
        if (kind.isEmpty() && !what.mime().equals(PDF)) {
            List<Finding> findings = new ArrayList<>(what.findings());
            findings.add(
                    Finding.of(FormatFinding.NO_VALIDATOR, file.name(), "there is no validator for " + called(what)));
            return unchecked(findings);
        }
        if (!mayBePdf(file.path())) {
            Finding other = Finding.of(FormatFinding.INVALID, file.name(), "it is no PDF but " + called(what));
            return new Validation(kind.orElse(""), Validation.Verdict.INVALID, "", List.of(), List.of(other));
        }
        Validation answer = formats.validate(file, kind.orElse(Validator.AS_DECLARED));
        if (!answer.kind().isEmpty() || !answer.findings().isEmpty()) {
            return answer;
        }
        // Nothing is declared: as PDF/A that is a fault, as a PDF it says nothing.
        Validation.Verdict verdict = kind.isPresent() ? Validation.Verdict.INVALID : Validation.Verdict.UNKNOWN;
        Finding undeclared =
                Finding.of(FormatFinding.UNDECLARED, file.name(), "the file declares neither PDF/A nor PDF/UA");
        return new Validation(kind.orElse(""), verdict, answer.engine(), List.of(), List.of(undeclared));
    }

    private static String called(Identification what) {
        return what.name().isEmpty() ? what.mime() : what.name() + " (" + what.mime() + ")";
    }

    /** Whether the mark of a PDF stands where readers look for it; of what cannot be read the validator tells. */
    private static boolean mayBePdf(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1).contains("%PDF-");
        } catch (IOException e) {
            return true;
        }
    }

    private static Validation unchecked(List<Finding> findings) {
        return new Validation("", Validation.Verdict.UNKNOWN, "", List.of(), findings);
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
        print.result(
                line,
                Printing.oneLine(path.toString()) + ": " + v.verdict().word()
                        + (v.kind().isEmpty() ? "" : " as " + v.kind()));
        v.failures()
                .forEach(f -> print.say(
                        "  " + f.code() + ": " + Printing.oneLine(f.message()) + " (" + f.count() + " times)"));
        print.findings(v.findings());
    }
}
