package se.sigill.formats;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a file or of a part inside it.
 *
 * @param path {@code "0"} for the file itself, else the position in the tree of parts, {@code "2"}, {@code "2.1"}
 * @param name the name it has inside the file, made one line; may be empty
 * @param mime the media type as identified
 * @param puid the PRONOM id; empty if unknown
 * @param sizeBytes of the decoded bytes
 * @param sha256 of the decoded bytes, lower-case hexadecimal; empty if they could not be read whole
 * @param metadata what the format itself says, by the names of {@link Meta}; several values are joined by a line feed;
 *     may be empty
 */
public record PartFacts(
        String path,
        String name,
        String mime,
        String puid,
        long sizeBytes,
        String sha256,
        SortedMap<String, String> metadata) {
    public PartFacts {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** The names that metadata has, the same for every format. */
    public static final class Meta {
        public static final String TITLE = "title";
        public static final String AUTHOR = "author";
        public static final String CREATED = "created";
        public static final String MODIFIED = "modified";
        public static final String LANGUAGE = "language";
        public static final String SUBJECT = "subject";
        public static final String KEYWORDS = "keywords";
        public static final String PAGES = "pages";
        public static final String SOFTWARE = "software";
        /** The character set a text was read with. */
        public static final String CHARSET = "charset";
        /** Of mail: the header fields, decoded; dates as ISO-8601 with their offset. */
        public static final String MESSAGE_ID = "message-id";

        public static final String FROM = "from";
        public static final String TO = "to";
        public static final String CC = "cc";
        public static final String BCC = "bcc";
        public static final String DATE = "date";
        public static final String IN_REPLY_TO = "in-reply-to";
        public static final String REFERENCES = "references";

        private Meta() {}
    }

    /** The value by name, empty if the format says nothing. */
    public String meta(String name) {
        return metadata.getOrDefault(name, "");
    }

    /** Facts without metadata. */
    public static PartFacts of(String path, String name, String mime, String puid, long sizeBytes, String sha256) {
        return new PartFacts(path, name, mime, puid, sizeBytes, sha256, new TreeMap<>(Map.of()));
    }
}
