package se.sigill.core.fact;

import java.util.List;
import java.util.regex.Pattern;
import se.sigill.core.json.Json;

/**
 * A file that anyone may have.
 *
 * @param name as it was delivered, or as the rendition was named
 * @param role {@code original}, {@code preservation} or {@code content}
 * @param format its name in PRONOM, or empty
 * @param sha256 hexadecimal; the bundle has the file under this name
 * @param sha512 hexadecimal
 * @param proof the SHA-256 of its stored proof, under which the bundle has that
 * @param parts inside it, in order; may be empty
 */
public record PublicFile(
        String name,
        String role,
        String mime,
        String format,
        long sizeBytes,
        String sha256,
        String sha512,
        String proof,
        List<PublicPart> parts) {
    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if a digest is none or the size is negative */
    public PublicFile {
        parts = List.copyOf(parts);
        if (!SHA256.matcher(sha256).matches() || !SHA256.matcher(proof).matches() || sizeBytes < 0) {
            throw new IllegalArgumentException("a file has a size and the digests of itself and of its proof");
        }
    }

    Json toJson() {
        return Json.object()
                .with("name", name)
                .with("role", role)
                .with("mime", mime)
                .with("format", format)
                .with("size", sizeBytes)
                .with("sha256", sha256)
                .with("sha512", sha512)
                .with("proof", proof)
                .with("parts", Json.array(parts.stream().map(PublicPart::toJson).toList()));
    }

    static PublicFile fromJson(Json.Obj json) {
        return new PublicFile(
                json.text("name"),
                json.text("role"),
                json.text("mime"),
                json.text("format"),
                json.integer("size"),
                json.text("sha256"),
                json.text("sha512"),
                json.text("proof"),
                json.array("parts").stream()
                        .map(part -> PublicPart.fromJson(part.asObject()))
                        .toList());
    }
}
