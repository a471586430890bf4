package se.sigill.core.inbox;

import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;

/**
 * A file that lies in a box, as only the state says it.
 *
 * @param id names the encrypted file in the box; random
 * @param name for who downloads it
 * @param mime its media type
 * @param sizeBytes of what is in it
 * @param sha256 of what is in it, hexadecimal
 * @param pages 0 if it has none, or nobody counted
 */
public record BoxFile(String id, String name, String mime, long sizeBytes, String sha256, int pages) {
    private static final int NAME_MAX = 255;
    private static final int MIME_MAX = 127;
    private static final int PAGES_MAX = 1_000_000;

    /** @throws IllegalArgumentException if a field is not of its form */
    public BoxFile {
        Bytes.requireName(id);
        Texts.line("name", name, NAME_MAX);
        Texts.line("mime", mime, MIME_MAX);
        Texts.digest("sha256", sha256);
        if (name.isBlank() || sizeBytes < 0 || pages < 0 || pages > PAGES_MAX) {
            throw new IllegalArgumentException("a file has a name, a size and 0 to " + PAGES_MAX + " pages");
        }
    }

    Json.Obj toJson() {
        return Json.object()
                .with("id", id)
                .with("name", name)
                .with("mime", mime)
                .with("size", sizeBytes)
                .with("sha256", sha256)
                .with("pages", pages);
    }

    /** @throws JsonException if it is not exactly of its form */
    static BoxFile fromJson(Json.Obj json) {
        Fields fields = new Fields(json);
        String id = fields.text("id", 2 * Bytes.NAME_BYTES);
        String name = fields.text("name", NAME_MAX);
        String mime = fields.text("mime", MIME_MAX);
        long size = fields.integer("size");
        String sha256 = fields.text("sha256", 64);
        int pages = fields.count("pages", PAGES_MAX);
        fields.end();
        return Fields.checked(() -> new BoxFile(id, name, mime, size, sha256, pages));
    }

    @Override
    public String toString() {
        return "BoxFile[" + id + ", " + sizeBytes + " bytes, name hidden]";
    }
}
