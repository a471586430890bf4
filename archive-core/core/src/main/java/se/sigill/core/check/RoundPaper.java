package se.sigill.core.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.Sha;
import se.sigill.core.store.StoreFinding;
import se.sigill.core.verify.Mismatch;
import se.sigill.core.verify.VerifyFinding;

/** The working paper of a round: one line of JSON and one with its SHA-256, replaced as a whole. */
final class RoundPaper {
    private static final String FORMAT = "sigill/check/1";
    private static final Map<String, FindingCode> CODES = Stream.<FindingCode[]>of(
                    CheckFinding.values(), VerifyFinding.values(), StoreFinding.values())
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(FindingCode::id, code -> code));

    private final Path file;

    RoundPaper(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Empty if there is none, or it is damaged. */
    Optional<Tally> read() throws IOException {
        if (!exists()) {
            return Optional.empty();
        }
        String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty() || !sha256(lines[0]).equals(lines[1])) {
            return Optional.empty();
        }
        try {
            return Optional.of(tally(JsonReader.parse(lines[0]).asObject()));
        } catch (JsonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Durable on return. */
    void write(Tally tally) throws IOException {
        String line = JsonWriter.compact(json(tally));
        Durable.replace(file, (line + "\n" + sha256(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String line) {
        return HexFormat.of().formatHex(Sha.sha256(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static Json json(Tally t) {
        return Json.object()
                .with("format", FORMAT)
                .with("id", t.id)
                .with("origin", t.origin)
                .with("startedAt", t.startedAt.toString())
                .with("end", t.end)
                .with("next", t.next)
                .with("done", t.done)
                .with("closedAt", t.closedAt)
                .with("objects", t.objects)
                .with("files", t.files)
                .with("bytes", t.bytes)
                .with("disposed", t.disposed)
                .with("faults", t.faults)
                .with(
                        "findings",
                        Json.array(t.findings.stream().map(Finding::toJson).toList()))
                .with(
                        "mismatches",
                        Json.array(t.mismatches.stream().map(RoundPaper::json).toList()))
                .with("before", segments(t.before))
                .with("checked", segments(t.checked));
    }

    private static Tally tally(Json.Obj json) {
        if (!json.text("format").equals(FORMAT)) {
            throw new JsonException("the format is not " + FORMAT);
        }
        Tally t = new Tally(
                json.text("id"), json.text("origin"), Instant.parse(json.text("startedAt")), json.integer("end"));
        t.next = json.integer("next");
        t.done = json.bool("done");
        t.closedAt = json.integer("closedAt");
        t.objects = json.integer("objects");
        t.files = json.integer("files");
        t.bytes = json.integer("bytes");
        t.disposed = json.integer("disposed");
        t.faults = json.integer("faults");
        json.array("findings").forEach(f -> t.findings.add(finding(f.asObject())));
        json.array("mismatches").forEach(m -> t.mismatches.add(mismatch(m.asObject())));
        t.before.addAll(readSegments(json.array("before")));
        t.checked.addAll(readSegments(json.array("checked")));
        return t;
    }

    private static Finding finding(Json.Obj json) {
        FindingCode code = Optional.ofNullable(CODES.get(json.text("code")))
                .orElseThrow(() -> new JsonException("a code is unknown"));
        Severity severity = Severity.valueOf(json.text("severity").toUpperCase(java.util.Locale.ROOT));
        return new Finding(code, severity, json.text("where"), json.text("message"));
    }

    private static Json json(Mismatch m) {
        return Json.object()
                .with("where", m.where())
                .with("expected", m.expected())
                .with("actual", m.actual())
                .with("size", m.sizeBytes())
                .with("sealed", m.sealedBytes().orElse(-1));
    }

    private static Mismatch mismatch(Json.Obj json) {
        long sealed = json.integer("sealed");
        return new Mismatch(
                json.text("where"),
                json.text("expected"),
                json.text("actual"),
                json.integer("size"),
                sealed < 0 ? OptionalLong.empty() : OptionalLong.of(sealed));
    }

    private static Json segments(List<Tally.Segment> segments) {
        return Json.array(segments.stream()
                .map(s -> Json.object().with("to", s.to()).with("at", s.at().toString()))
                .toList());
    }

    private static List<Tally.Segment> readSegments(List<Json> segments) {
        return segments.stream()
                .map(Json::asObject)
                .map(s -> new Tally.Segment(s.integer("to"), Instant.parse(s.text("at"))))
                .toList();
    }
}
