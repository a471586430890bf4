package se.sigill.engines.mail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.MimeUtil;
import se.sigill.engines.tika.Charsets;
import se.sigill.formats.mail.EncodedWords;

/** The header of a message or of a body part. */
public final class MimeEntity {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private String mime = "text/plain";
    private String charset = "";
    private String boundary = "";
    private String typeName = "";
    private String disposition = "";
    private String fileName = "";

    void add(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT).strip();
        switch (name) {
            case "content-type" -> contentType(ContentTypeFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT));
            case "content-disposition" ->
                disposition(ContentDispositionFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT));
            default -> {
                // Other fields are kept as they are.
            }
        }
        fields.computeIfAbsent(name, n -> new ArrayList<>()).add(body(field));
    }

    private static String body(Field field) {
        ByteSequence raw = field.getRaw();
        String body = field.getBody();
        if (raw != null) {
            // Raw bytes beyond ASCII are not allowed and not rare: UTF-8 (RFC 6532), else windows-1252.
            byte[] bytes = raw.toByteArray();
            if (hasHigh(bytes)) {
                String text = new String(bytes, Charsets.of(bytes, ""));
                int colon = text.indexOf(':');
                body = colon < 0 ? text : text.substring(colon + 1);
            }
        }
        return MimeUtil.unfold(body == null ? "" : body).strip();
    }

    private static boolean hasHigh(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private void contentType(ContentTypeField type) {
        String given = type.getMimeType();
        mime = given == null || given.isBlank() ? "text/plain" : given.toLowerCase(Locale.ROOT);
        charset = orEmpty(type.getCharset());
        boundary = orEmpty(type.getBoundary());
        typeName = orEmpty(type.getParameter("name"));
    }

    private void disposition(ContentDispositionField field) {
        disposition = orEmpty(field.getDispositionType()).toLowerCase(Locale.ROOT);
        fileName = orEmpty(field.getFilename());
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    /** The media type as declared, lower case; {@code text/plain} if none. */
    public String mime() {
        return mime;
    }

    /** As declared; may be empty or nonsense. */
    public String charset() {
        return charset;
    }

    /** What divides a multipart; empty if none is declared. */
    String boundary() {
        return boundary;
    }

    /** All fields by their names in lower case, as they stand. */
    public Map<String, List<String>> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The name of the attachment, decoded; empty if it has none. */
    public String name() {
        return decoded(fileName.isEmpty() ? typeName : fileName);
    }

    public boolean attachment() {
        return disposition.equals("attachment");
    }

    /** The {@code Content-ID} without its angle brackets; empty if none. */
    public String contentId() {
        String id = first("content-id");
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    /** The first field of a name, as it stands; empty if there is none. */
    public String first(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** All fields of a name with encoded words read, joined by a line feed. */
    public String text(String name) {
        return String.join(
                "\n",
                fields.getOrDefault(name, List.of()).stream()
                        .map(MimeEntity::decoded)
                        .toList());
    }

    /** Whether the entity is a body to read, and not a file that was sent along. */
    public boolean bodyText() {
        return !attachment() && (mime.equals("text/plain") || mime.equals("text/html")) && name().isEmpty();
    }

    static String decoded(String text) {
        return EncodedWords.decode(text).text();
    }
}
