package se.sigill.formats.worker;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.json.Json;
import se.sigill.formats.FileInput;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding.What;

/** The JSON of copies in part and what came of them. Both ends use it; reading gives back what was written. */
public final class WithholdWire {

    private WithholdWire() {}

    public static Json.Obj job(FileInput source, What what, Path target) {
        Json.Obj words = Json.object();
        switch (what) {
            case What.Parts(SortedMap<String, String> parts) -> parts.forEach(words::with);
            case What.Pages(SortedMap<Integer, String> pages) ->
                pages.forEach((page, text) -> words.with(Integer.toString(page), text));
        }
        return Wire.job(Wire.WITHHOLD, source)
                .with("kind", what instanceof What.Pages ? "pages" : "parts")
                .with("words", words)
                .with("target", target.toAbsolutePath().toString());
    }

    /** What a job wants to be left out. */
    public static What what(Json.Obj job) {
        SortedMap<String, String> parts = new TreeMap<>();
        for (Map.Entry<String, Json> each : job.object("words").members().entrySet()) {
            parts.put(each.getKey(), each.getValue().asText());
        }
        if (!job.text("kind").equals("pages")) {
            return new What.Parts(parts);
        }
        SortedMap<Integer, String> pages = new TreeMap<>();
        parts.forEach((page, text) -> pages.put(Integer.valueOf(page), text));
        return new What.Pages(pages);
    }

    /** Where a job wants its copy. */
    public static Path target(Json.Obj job) {
        return Path.of(job.text("target"));
    }

    public static Json.Obj write(PartCopy copy) {
        return switch (copy) {
            case PartCopy.Made made ->
                Json.object()
                        .with("file", made.file().toString())
                        .with("madeBy", made.madeBy())
                        .with("read", Wire.write(made.read()));
            case PartCopy.NotMade(var why) -> Json.object().with("why", why.toJson());
        };
    }

    public static PartCopy copy(Json.Obj answer) {
        return answer.has("why")
                ? new PartCopy.NotMade(Wire.finding(answer.object("why")))
                : new PartCopy.Made(
                        Path.of(answer.text("file")), answer.text("madeBy"), Wire.extraction(answer.object("read")));
    }
}
