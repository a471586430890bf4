package se.sigill.open.page;

import se.sigill.core.fact.PublicRecord;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;

/** What other programs read of a document: schema.org's words as JSON-LD, of the facts that stand on the page. */
final class LinkedData {
    private LinkedData() {}

    /** Fit to stand in a {@code script} element: no sign in it ends one. */
    static String of(PublicRecord r, String path, String authority) {
        Json.Obj data = Json.object()
                .with("@context", "https://schema.org")
                .with("@type", "DigitalDocument")
                .with("@id", "urn:sigill:" + r.id())
                .with("name", r.title())
                .with("url", path)
                .with("inLanguage", "sv");
        data = known(data, "identifier", r.diaryNumber());
        data = known(data, "dateCreated", r.date());
        data = known(data, "additionalType", r.recordType());
        data = data.with(
                        "publisher",
                        Json.object()
                                .with("@type", "GovernmentOrganization")
                                .with("name", r.authority().isEmpty() ? authority : r.authority()))
                .with(
                        "isPartOf",
                        Json.object().with("@type", "ArchiveComponent").with("name", authority));
        return JsonWriter.compact(data)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static Json.Obj known(Json.Obj data, String name, String value) {
        return value.isEmpty() ? data : data.with(name, value);
    }
}
