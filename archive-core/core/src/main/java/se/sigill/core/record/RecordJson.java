package se.sigill.core.record;

import java.time.Instant;
import java.util.List;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/** The form on disk of a description, {@code sigill/record/1}: indented JSON; the same description, the same bytes. */
public final class RecordJson {
    private static final String FORMAT = "sigill/record/1";

    private RecordJson() {}

    public static String write(RecordDescription r) {
        return JsonWriter.pretty(toJson(r));
    }

    public static Json.Obj toJson(RecordDescription r) {
        return Json.object()
                .with("format", FORMAT)
                .with("id", r.id().value())
                .with("version", r.version())
                .with("kind", r.kind())
                .with("title", r.title())
                .with("diaryNumber", r.diaryNumber())
                .with("date", r.date())
                .with("direction", r.direction().word())
                .with("recordType", r.recordType())
                .with("authority", r.authority())
                .with("counterparty", r.counterparty())
                .with("caseNumber", r.caseNumber())
                .with("classCode", r.classCode())
                .with("source", source(r.source()))
                .with("receivedAt", r.receivedAt().toString())
                .with(
                        "files",
                        Json.array(r.files().stream().map(RecordJson::file).toList()));
    }

    /** @throws JsonException if the text is no description of this form */
    public static RecordDescription read(String text) {
        return fromJson(JsonReader.parse(text).asObject());
    }

    /** @throws JsonException if the object is no description of this form */
    public static RecordDescription fromJson(Json.Obj json) {
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonException("the format is not " + FORMAT);
        }
        try {
            return new RecordDescription(
                    new RecordId(json.text("id")),
                    Math.toIntExact(json.integer("version")),
                    json.text("kind"),
                    json.text("title"),
                    json.text("diaryNumber"),
                    json.text("date"),
                    Direction.ofWord(json.text("direction")),
                    json.text("recordType"),
                    json.text("authority"),
                    json.text("counterparty"),
                    json.text("caseNumber"),
                    json.text("classCode"),
                    source(json.object("source")),
                    Instant.parse(json.text("receivedAt")),
                    json.array("files").stream().map(f -> file(f.asObject())).toList());
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new JsonException("no description of a record: " + e.getMessage(), e);
        }
    }

    private static Json source(Source s) {
        return Json.object()
                .with("system", s.system())
                .with("externalId", s.externalId())
                .with("delivery", s.delivery())
                .with("path", s.path())
                .with("envelope", s.envelope());
    }

    private static Source source(Json.Obj json) {
        return new Source(
                json.text("system"),
                json.text("externalId"),
                json.text("delivery"),
                json.text("path"),
                json.text("envelope"));
    }

    private static Json file(FileFact f) {
        Json.Obj json = Json.object()
                .with("path", f.path())
                .with("name", f.name())
                .with("role", f.role().word())
                .with("size", f.sizeBytes())
                .with("sha256", f.sha256())
                .with("sha512", f.sha512())
                .with("format", format(f.format()));
        if (!f.of().isEmpty()) {
            json.with("of", f.of()).with("madeBy", f.madeBy());
        }
        if (!f.parts().isEmpty()) {
            json.with(
                    "parts", Json.array(f.parts().stream().map(RecordJson::part).toList()));
        }
        return json;
    }

    private static FileFact file(Json.Obj json) {
        List<PartFact> parts =
                json.array("parts").stream().map(p -> part(p.asObject())).toList();
        return new FileFact(
                json.text("path"),
                json.text("name"),
                FileRole.ofWord(json.text("role")),
                json.integer("size"),
                json.text("sha256"),
                json.text("sha512"),
                format(json.object("format")),
                json.optionalText("of").orElse(""),
                json.optionalText("madeBy").orElse(""),
                parts);
    }

    private static Json part(PartFact p) {
        return Json.object()
                .with("path", p.path())
                .with("name", p.name())
                .with("format", format(p.format()))
                .with("size", p.sizeBytes())
                .with("sha256", p.sha256());
    }

    private static PartFact part(Json.Obj json) {
        return new PartFact(
                json.text("path"),
                json.text("name"),
                format(json.object("format")),
                json.integer("size"),
                json.text("sha256"));
    }

    private static Json format(FormatId f) {
        return Json.object()
                .with("puid", f.puid())
                .with("mime", f.mime())
                .with("name", f.name())
                .with("basis", f.basis());
    }

    private static FormatId format(Json.Obj json) {
        return new FormatId(json.text("puid"), json.text("mime"), json.text("name"), json.text("basis"));
    }
}
