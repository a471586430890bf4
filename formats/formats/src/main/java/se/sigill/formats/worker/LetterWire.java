package se.sigill.formats.worker;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.formats.Validation;
import se.sigill.formats.letter.Block;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

/** The JSON of letters and what came of them. Both ends use it; reading gives back what was written. */
public final class LetterWire {

    private LetterWire() {}

    public static Json.Obj job(Letter letter, Path target) {
        return Json.object()
                .with("job", Wire.LETTER)
                .with("target", target.toAbsolutePath().toString())
                .with("language", letter.language().name())
                .with("title", letter.title())
                .with("authority", letter.authority())
                .with("diaryNumber", letter.diaryNumber())
                .with("date", letter.date().toString())
                .with(
                        "blocks",
                        Json.array(
                                letter.blocks().stream().map(LetterWire::block).toList()))
                .with("footer", letter.footer());
    }

    public static Letter letter(Json.Obj job) {
        return new Letter(
                Letter.Language.valueOf(job.text("language")),
                job.text("title"),
                job.text("authority"),
                job.text("diaryNumber"),
                LocalDate.parse(job.text("date")),
                job.array("blocks").stream().map(b -> block(b.asObject())).toList(),
                job.text("footer"));
    }

    /** Where a job wants its letter. */
    public static Path target(Json.Obj job) {
        return Path.of(job.text("target"));
    }

    private static Json block(Block block) {
        return switch (block) {
            case Block.Heading(int level, String text) ->
                kind("heading").with("level", level).with("text", text);
            case Block.Paragraph(String text) -> kind("paragraph").with("text", text);
            case Block.Quote(String text) -> kind("quote").with("text", text);
            case Block.ListOf(List<String> items) -> kind("list").with("items", Json.texts(items));
            case Block.PageBreak() -> kind("page-break");
            case Block.Facts(List<Block.Fact> facts) ->
                kind("facts")
                        .with(
                                "labels",
                                Json.texts(facts.stream().map(Block.Fact::label).toList()))
                        .with(
                                "values",
                                Json.texts(facts.stream().map(Block.Fact::value).toList()));
            case Block.Table(String caption, List<String> headers, List<List<String>> rows) ->
                kind("table")
                        .with("caption", caption)
                        .with("headers", Json.texts(headers))
                        .with("rows", Json.array(rows.stream().map(Json::texts).toList()));
        };
    }

    private static Json.Obj kind(String kind) {
        return Json.object().with("kind", kind);
    }

    private static Block block(Json.Obj json) {
        return switch (json.text("kind")) {
            case "heading" -> new Block.Heading(Math.toIntExact(json.integer("level")), json.text("text"));
            case "paragraph" -> new Block.Paragraph(json.text("text"));
            case "quote" -> new Block.Quote(json.text("text"));
            case "list" -> new Block.ListOf(texts(json.array("items")));
            case "page-break" -> new Block.PageBreak();
            case "facts" -> facts(texts(json.array("labels")), texts(json.array("values")));
            case "table" ->
                new Block.Table(
                        json.text("caption"),
                        texts(json.array("headers")),
                        json.array("rows").stream()
                                .map(row -> texts(cells(row)))
                                .toList());
            default -> throw new JsonException("an unknown block");
        };
    }

    private static Block.Facts facts(List<String> labels, List<String> values) {
        if (labels.size() != values.size()) {
            throw new JsonException("facts are labels and values two by two");
        }
        return new Block.Facts(IntStream.range(0, labels.size())
                .mapToObj(i -> new Block.Fact(labels.get(i), values.get(i)))
                .toList());
    }

    private static List<Json> cells(Json row) {
        if (row instanceof Json.Arr(List<Json> cells)) {
            return cells;
        }
        throw new JsonException("a row is an array");
    }

    private static List<String> texts(List<Json> items) {
        return items.stream().map(Json::asText).toList();
    }

    public static Json.Obj write(Letters.Outcome outcome) {
        return switch (outcome) {
            case Letters.Made made ->
                Json.object()
                        .with("file", made.file().toString())
                        .with("pages", made.pages())
                        .with("madeBy", made.madeBy())
                        .with(
                                "validations",
                                Json.array(made.validations().stream()
                                        .map(Wire::write)
                                        .toList()))
                        .with("findings", Wire.findings(made.findings()));
            case Letters.NotMade(var why) -> Json.object().with("why", why.toJson());
        };
    }

    public static Letters.Outcome outcome(Json.Obj answer) {
        if (answer.has("why")) {
            return new Letters.NotMade(Wire.finding(answer.object("why")));
        }
        List<Validation> validations = answer.array("validations").stream()
                .map(v -> Wire.validation(v.asObject()))
                .toList();
        return new Letters.Made(
                Path.of(answer.text("file")),
                Math.toIntExact(answer.integer("pages")),
                answer.text("madeBy"),
                validations,
                Wire.findings(answer));
    }
}
