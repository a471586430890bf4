package se.sigill.ingest.renew;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.PartFact;

/**
 * What may want a rendition: the original, or a part that was sent inside it.
 *
 * @param part its path in the tree of parts; empty for the original
 * @param name it has; may be empty for a part
 * @param sha256 of its bytes; empty for a part whose bytes could not be read whole
 */
record Subject(String part, String name, FormatId format, String sha256) {
    /** What holds files that are documents of their own; a picture in a text document is none. */
    private static final Set<String> CARRIERS = Set.of(
            "message/rfc822",
            "application/vnd.ms-outlook",
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-7z-compressed");

    /** The original and all parts that are documents of their own, in order. */
    static List<Subject> of(FileFact original) {
        List<Subject> subjects = new ArrayList<>();
        subjects.add(new Subject("", original.name(), original.format(), original.sha256()));
        Map<String, PartFact> parts = new HashMap<>();
        original.parts().forEach(part -> parts.put(part.path(), part));
        for (PartFact part : original.parts()) {
            String carrier = carrier(part.path(), parts, original);
            if (CARRIERS.contains(carrier) && !isBody(part)) {
                subjects.add(new Subject(part.path(), part.name(), part.format(), part.sha256()));
            }
        }
        return subjects;
    }

    /** The media type of what holds a part: the nearest part above it (a multipart is none), else the original. */
    private static String carrier(String path, Map<String, PartFact> parts, FileFact original) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            PartFact above = parts.get(path.substring(0, dot));
            if (above != null) {
                return above.format().mime();
            }
        }
        return original.format().mime();
    }

    /** A body of a mail stands in the rendition of the mail; it has no name and was not identified. */
    private static boolean isBody(PartFact part) {
        return part.name().isEmpty()
                && part.format().puid().isEmpty()
                && part.format().mime().startsWith("text/");
    }

    boolean isPart() {
        return !part.isEmpty();
    }

    /** Where its gaps are. */
    String place() {
        return isPart() ? Candidate.PLACE + "#" + part : Candidate.PLACE;
    }

    /** How a rendition names it, as {@code FileFact.of}. */
    String source(FileFact original) {
        return isPart() ? original.path() + "#" + part : original.path();
    }
}
