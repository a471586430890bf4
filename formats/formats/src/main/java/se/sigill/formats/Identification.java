package se.sigill.formats;

import java.util.List;
import se.sigill.core.finding.Finding;

/**
 * What a file is.
 *
 * @param puid the PRONOM id, {@code fmt/412}; empty if PRONOM's signatures do not know it
 * @param mime the media type; {@code application/octet-stream} if unknown
 * @param name the name of the format for people, with version; empty if unknown
 * @param basis the signature versions that say so, {@code PRONOM V100/20240501}
 * @param method how it was found
 * @param conflicts other answers that were given, as {@code fmt/40} or {@code mime:text/plain}; mostly empty
 * @param findings what is worth knowing, may be empty
 */
public record Identification(
        String puid,
        String mime,
        String name,
        String basis,
        Method method,
        List<String> conflicts,
        List<Finding> findings) {
    public static final String MIME_UNKNOWN = "application/octet-stream";

    public Identification {
        conflicts = List.copyOf(conflicts);
        findings = List.copyOf(findings);
    }

    /** How a format was found, the surest first. */
    public enum Method {
        /** By the members of a container (ZIP, OLE2). */
        CONTAINER,
        /** By a byte sequence. */
        SIGNATURE,
        /** By the second opinion: a media type recognised from the content, which PRONOM has no sequence for. */
        CONTENT,
        /** By the extension of the name alone. */
        EXTENSION,
        /** Not found. */
        NONE
    }

    /** Nothing is known; the finding says why. */
    public static Identification unknown(List<Finding> findings) {
        return new Identification("", MIME_UNKNOWN, "", "", Method.NONE, List.of(), findings);
    }
}
