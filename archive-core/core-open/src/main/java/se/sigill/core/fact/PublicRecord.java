package se.sigill.core.fact;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.sigill.core.json.Json;

/**
 * A record that is open by decision and on the web. Texts that are not known are empty.
 *
 * @param kind {@code document} or {@code email}
 * @param title ärendemening or subject
 * @param diaryNumber diarienummer as written
 * @param date of the record, ISO 8601
 * @param direction in, out, internal, or empty
 * @param recordType handlingstyp
 * @param authority whose record it is
 * @param counterparty sender or recipient
 * @param classCode class of the information plan
 * @param sealedAt when the seal was made, UTC, ISO 8601
 * @param text SHA-256 of its text by page, in the form {@code sigill/text/1}; empty if none could be read
 * @param image SHA-256 of an image of its first page, PNG or JPEG; empty if there is none
 * @param files the original first
 */
public record PublicRecord(
        String id,
        String kind,
        String title,
        String diaryNumber,
        String date,
        String direction,
        String recordType,
        String authority,
        String counterparty,
        String caseNumber,
        String classCode,
        String sealedAt,
        String text,
        String image,
        List<PublicFile> files)
        implements PublicEntry {
    static final String WORD = "record";

    /** @throws IllegalArgumentException if it has no title or no file, or an id or digest is none */
    public PublicRecord {
        PublicEntry.requireId(id);
        files = List.copyOf(files);
        if (title.isBlank() || files.isEmpty()) {
            throw new IllegalArgumentException("a public record has a title and a file");
        }
        requireDigest(text);
        requireDigest(image);
    }

    private static void requireDigest(String name) {
        if (!name.isEmpty() && !PublicFile.SHA256.matcher(name).matches()) {
            throw new IllegalArgumentException("text and image are named by their digests");
        }
    }

    /** The digests of everything that must lie beside this for a reader: files, proofs, text, image. */
    public Set<String> blobs() {
        Set<String> blobs = new TreeSet<>();
        files.forEach(file -> {
            blobs.add(file.sha256());
            blobs.add(file.proof());
        });
        blobs.addAll(Stream.of(text, image).filter(name -> !name.isEmpty()).toList());
        return blobs;
    }

    @Override
    public Json.Obj toJson() {
        return Json.object()
                .with("entry", WORD)
                .with("id", id)
                .with("kind", kind)
                .with("title", title)
                .with("diaryNumber", diaryNumber)
                .with("date", date)
                .with("direction", direction)
                .with("recordType", recordType)
                .with("authority", authority)
                .with("counterparty", counterparty)
                .with("caseNumber", caseNumber)
                .with("classCode", classCode)
                .with("sealedAt", sealedAt)
                .with("text", text)
                .with("image", image)
                .with("files", Json.array(files.stream().map(PublicFile::toJson).toList()));
    }

    static PublicRecord fromJson(Json.Obj json) {
        return new PublicRecord(
                json.text("id"),
                json.text("kind"),
                json.text("title"),
                json.text("diaryNumber"),
                json.text("date"),
                json.text("direction"),
                json.text("recordType"),
                json.text("authority"),
                json.text("counterparty"),
                json.text("caseNumber"),
                json.text("classCode"),
                json.text("sealedAt"),
                json.text("text"),
                json.optionalText("image").orElse(""),
                json.array("files").stream()
                        .map(file -> PublicFile.fromJson(file.asObject()))
                        .toList());
    }
}
