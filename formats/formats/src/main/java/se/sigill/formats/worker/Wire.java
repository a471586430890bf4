package se.sigill.formats.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.text.ExtractedText;
import se.sigill.core.text.TextPage;
import se.sigill.core.text.TextPart;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Identification;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.PageImages;
import se.sigill.formats.PartFacts;
import se.sigill.formats.Validation;

/** The JSON of jobs and answers. Both ends use it; reading gives back what was written. */
public final class Wire {
    public static final String IDENTIFY = "identify";
    public static final String EXTRACT = "extract";
    public static final String NORMALISE = "normalise";
    public static final String VALIDATE = "validate";
    public static final String UNPACK = "unpack";
    public static final String PAGE_IMAGE = "page-image";
    public static final String LETTER = "letter";
    public static final String WITHHOLD = "withhold";

    private Wire() {}

    /** A job for one file. */
    public static Json.Obj job(String kind, FileInput file) {
        return Json.object()
                .with("job", kind)
                .with("file", file.path().toAbsolutePath().toString())
                .with("name", file.name());
    }

    public static FileInput file(Json.Obj job) {
        return new FileInput(Path.of(job.text("file")), job.text("name"));
    }

    public static Json.Obj order(NormaliseOrder order) {
        return job(NORMALISE, order.source())
                .with("puid", order.puid())
                .with("mime", order.mime())
                .with("title", order.title())
                .with("language", order.language())
                .with("target", order.rule().target())
                .with("action", order.rule().action().name())
                .with("out", order.outFolder().toAbsolutePath().toString());
    }

    public static NormaliseOrder order(Json.Obj job) {
        FormatPolicy.Rule rule = new FormatPolicy.Rule(
                job.text("mime"),
                "",
                FormatPolicy.Action.valueOf(job.text("action")),
                job.text("target"),
                FormatPolicy.When.AT_ONCE,
                "");
        return new NormaliseOrder(
                file(job),
                job.text("puid"),
                job.text("mime"),
                job.text("title"),
                job.text("language"),
                rule,
                Path.of(job.text("out")));
    }

    /** @param folder where the parts are laid aside */
    public static Json.Obj unpack(FileInput file, List<String> parts, Path folder) {
        return job(UNPACK, file)
                .with("parts", Json.texts(parts))
                .with("out", folder.toAbsolutePath().toString());
    }

    /** The parts that an order to unpack names. */
    public static List<String> parts(Json.Obj job) {
        return job.array("parts").stream().map(Json::asText).toList();
    }

    /** The folder that an order to unpack, or for an image, names. */
    public static Path out(Json.Obj job) {
        return Path.of(job.text("out"));
    }

    public static Json.Obj unpacked(Map<String, Path> files) {
        Json.Obj json = Json.object();
        files.forEach((part, file) -> json.with(part, file.toString()));
        return Json.object().with("files", json);
    }

    public static Map<String, Path> unpacked(Json.Obj answer) {
        Map<String, Path> files = new TreeMap<>();
        answer.object("files").members().forEach((part, file) -> files.put(part, Path.of(file.asText())));
        return files;
    }

    /** @param number of the page, from 1 @param folder where the image is laid */
    public static Json.Obj pageImage(FileInput file, int number, Path folder) {
        return job(PAGE_IMAGE, file)
                .with("page", number)
                .with("out", folder.toAbsolutePath().toString());
    }

    /** The page that a job asks for. */
    public static int page(Json.Obj job) {
        return Math.toIntExact(job.integer("page"));
    }

    /** @param pages that the file has; 0 if it cannot be read */
    public static Json.Obj pageImage(Optional<Path> image, int pages) {
        return Json.object().with("image", image.map(Path::toString).orElse("")).with("pages", pages);
    }

    public static PageImages.PageImage pageImage(Json.Obj answer) {
        String file = answer.text("image");
        int pages = Math.toIntExact(answer.integer("pages"));
        return file.isEmpty()
                ? new PageImages.PageImage.None(pages)
                : new PageImages.PageImage.Drawn(Path.of(file), pages);
    }

    public static Json.Obj write(Identification id) {
        return Json.object()
                .with("puid", id.puid())
                .with("mime", id.mime())
                .with("name", id.name())
                .with("basis", id.basis())
                .with("method", id.method().name())
                .with("conflicts", Json.texts(id.conflicts()))
                .with("findings", findings(id.findings()));
    }

    public static Identification identification(Json.Obj json) {
        return new Identification(
                json.text("puid"),
                json.text("mime"),
                json.text("name"),
                json.text("basis"),
                Identification.Method.valueOf(json.text("method")),
                json.array("conflicts").stream().map(Json::asText).toList(),
                findings(json));
    }

    public static Json.Obj write(Extraction extraction) {
        return Json.object()
                .with("identification", write(extraction.identification()))
                .with(
                        "text",
                        Json.array(extraction.text().parts().stream()
                                .map(Wire::part)
                                .toList()))
                .with(
                        "parts",
                        Json.array(extraction.parts().stream().map(Wire::facts).toList()))
                .with("findings", findings(extraction.findings()));
    }

    public static Extraction extraction(Json.Obj json) {
        return new Extraction(
                identification(json.object("identification")),
                new ExtractedText(
                        json.array("text").stream().map(p -> part(p.asObject())).toList()),
                json.array("parts").stream().map(p -> facts(p.asObject())).toList(),
                findings(json));
    }

    private static Json part(TextPart part) {
        List<Json> pages = new ArrayList<>();
        for (TextPage page : part.pages()) {
            pages.add(Json.object().with("number", page.number()).with("text", page.text()));
        }
        return Json.object()
                .with("path", part.path())
                .with("name", part.name())
                .with("mime", part.mime())
                .with("pages", Json.array(pages));
    }

    private static TextPart part(Json.Obj json) {
        return new TextPart(
                json.text("path"),
                json.text("name"),
                json.text("mime"),
                json.array("pages").stream()
                        .map(Json::asObject)
                        .map(p -> new TextPage(Math.toIntExact(p.integer("number")), p.text("text")))
                        .toList());
    }

    /** The facts of a part as JSON; also what commands print. */
    public static Json.Obj facts(PartFacts facts) {
        Json.Obj metadata = Json.object();
        facts.metadata().forEach(metadata::with);
        return Json.object()
                .with("path", facts.path())
                .with("name", facts.name())
                .with("mime", facts.mime())
                .with("puid", facts.puid())
                .with("size", facts.sizeBytes())
                .with("sha256", facts.sha256())
                .with("metadata", metadata);
    }

    private static PartFacts facts(Json.Obj json) {
        SortedMap<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, Json> entry : json.object("metadata").members().entrySet()) {
            metadata.put(entry.getKey(), entry.getValue().asText());
        }
        return new PartFacts(
                json.text("path"),
                json.text("name"),
                json.text("mime"),
                json.text("puid"),
                json.integer("size"),
                json.text("sha256"),
                metadata);
    }

    public static Json.Obj write(Validation validation) {
        List<Json> failures = new ArrayList<>();
        for (Validation.Failure failure : validation.failures()) {
            failures.add(Json.object()
                    .with("code", failure.code())
                    .with("message", failure.message())
                    .with("count", failure.count()));
        }
        return Json.object()
                .with("kind", validation.kind())
                .with("verdict", validation.verdict().name())
                .with("engine", validation.engine())
                .with("failures", Json.array(failures))
                .with("findings", findings(validation.findings()));
    }

    public static Validation validation(Json.Obj json) {
        return new Validation(
                json.text("kind"),
                Validation.Verdict.valueOf(json.text("verdict")),
                json.text("engine"),
                json.array("failures").stream()
                        .map(Json::asObject)
                        .map(f -> new Validation.Failure(
                                f.text("code"), f.text("message"), Math.toIntExact(f.integer("count"))))
                        .toList(),
                findings(json));
    }

    public static Json.Obj write(Normalisation outcome) {
        Json.Obj json = Json.object()
                .with("outcome", outcome.word())
                .with("findings", findings(outcome.findings()))
                .with("waitsFor", outcome.waitsFor());
        return switch (outcome) {
            case Normalisation.Normalised n ->
                json.with("rendition", n.rendition().toString())
                        .with("puid", n.puid())
                        .with("mime", n.mime())
                        .with("kind", n.kind().name())
                        .with("madeBy", n.madeBy())
                        .with("validation", write(n.validation()));
            case Normalisation.Kept k -> json.with("reason", k.reason());
            case Normalisation.Refused r -> json;
        };
    }

    public static Normalisation normalisation(Json.Obj json) {
        return switch (json.text("outcome")) {
            case "normalised" ->
                new Normalisation.Normalised(
                        Path.of(json.text("rendition")),
                        json.text("puid"),
                        json.text("mime"),
                        Normalisation.Kind.valueOf(json.text("kind")),
                        json.text("madeBy"),
                        validation(json.object("validation")),
                        findings(json),
                        json.text("waitsFor"));
            case "kept" -> new Normalisation.Kept(json.text("reason"), findings(json));
            case "refused" -> new Normalisation.Refused(findings(json), json.text("waitsFor"));
            default -> throw new JsonException("an unknown outcome");
        };
    }

    /** The answer of a worker that could not do a job. */
    public static Json.Obj failed(Finding finding) {
        return Json.object().with("failed", finding.toJson());
    }

    /** The reason in an answer of {@link #failed}; empty in any other answer. */
    public static Optional<Finding> failure(Json.Obj answer) {
        return answer.get("failed").map(f -> finding(f.asObject()));
    }

    static Json findings(List<Finding> findings) {
        return Json.array(findings.stream().map(Finding::toJson).toList());
    }

    static List<Finding> findings(Json.Obj json) {
        return json.array("findings").stream().map(f -> finding(f.asObject())).toList();
    }

    static Finding finding(Json.Obj json) {
        FormatFinding code = FormatFinding.ofId(json.text("code"))
                .orElseThrow(() -> new JsonException("an unknown finding " + json.text("code")));
        Severity severity = Severity.valueOf(json.text("severity").toUpperCase(Locale.ROOT));
        return new Finding(code, severity, json.text("where"), json.text("message"));
    }
}
