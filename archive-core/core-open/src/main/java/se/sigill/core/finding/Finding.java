package se.sigill.core.finding;

import se.sigill.core.json.Json;

/**
 * One statement about content: what, where, how bad, and what to do.
 *
 * @param code the kind; its id is what programs match on
 * @param severity the weight in this case
 * @param where the place as the reader knows it: a path relative to what was given, a row ({@code leverans.csv:7}), a
 *     log index ({@code log:41}); empty if the whole
 * @param message what was seen, one sentence, no personal data and no text of records
 */
public record Finding(FindingCode code, Severity severity, String where, String message) {

    /** A finding with the severity its code has by default. */
    public static Finding of(FindingCode code, String where, String message) {
        return new Finding(code, code.severity(), where, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The stable JSON form: code, severity, where, message, remedy, in this order. */
    public Json toJson() {
        return Json.object()
                .with("code", code.id())
                .with("severity", severity.word())
                .with("where", where)
                .with("message", message)
                .with("remedy", code.remedy());
    }

    @Override
    public String toString() {
        return severity + " " + code.id() + (where.isEmpty() ? "" : " at " + where) + ": " + message;
    }
}
