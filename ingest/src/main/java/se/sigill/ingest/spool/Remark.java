package se.sigill.ingest.spool;

import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;

/** A finding as it was written down: its code is text, for the program that reads it may be another than wrote it. */
public record Remark(String code, String severity, String where, String message, String remedy) {
    public static Remark of(Finding finding) {
        return new Remark(
                finding.code().id(),
                finding.severity().word(),
                finding.where(),
                finding.message(),
                finding.code().remedy());
    }

    public static List<Remark> all(List<Finding> findings) {
        return findings.stream().map(Remark::of).toList();
    }

    public boolean isError() {
        return severity.equals("error");
    }

    public Json toJson() {
        return Json.object()
                .with("code", code)
                .with("severity", severity)
                .with("where", where)
                .with("message", message)
                .with("remedy", remedy);
    }

    /** @throws se.sigill.core.json.JsonException if a member is missing */
    public static Remark fromJson(Json.Obj json) {
        return new Remark(
                json.text("code"),
                json.text("severity"),
                json.text("where"),
                json.text("message"),
                json.text("remedy"));
    }
}
