package se.sigill.core.fact;

import se.sigill.core.json.Json;

/**
 * A part inside a file, as an attachment of a mail.
 *
 * @param path of the part in its file, {@code 0.2}: the text names it by this
 * @param name as it was delivered; may be empty
 * @param sizeBytes of the part unpacked
 */
public record PublicPart(String path, String name, String mime, long sizeBytes) {

    Json toJson() {
        return Json.object()
                .with("path", path)
                .with("name", name)
                .with("mime", mime)
                .with("size", sizeBytes);
    }

    static PublicPart fromJson(Json.Obj json) {
        return new PublicPart(json.text("path"), json.text("name"), json.text("mime"), json.integer("size"));
    }
}
