package se.sigill.engines.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteArrayBuffer;

/**
 * Where the parts of a mail lie in its bytes. Reads the bytes by itself and by few rules: whoever changes a mail by it
 * compares with {@link MimeWalk}, which is lenient, and changes nothing where the two do not agree.
 */
public final class MimeParts {
    /** As deep as a walk goes. */
    private static final int DEPTH_MAX = 50;

    private static final String MESSAGE = "message/rfc822";

    private final byte[] bytes;

    private MimeParts(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A field of a header. @param name in lower case @param end after its line end */
    public record Field(String name, int start, int end) {}

    /**
     * A message, a multipart, or a leaf.
     *
     * @param path as a walk gives it, with the path of the message it is in before it; that of a message is its own
     *     place, empty for the mail itself
     * @param fields of its header
     * @param start of its header; for the single body of a message that of the message
     * @param body where its body starts
     * @param end after its body
     * @param members of a multipart; of a message its members or its single body; of an attached message what is in it
     */
    public record Part(
            String path,
            MimeEntity header,
            List<Field> fields,
            int start,
            int body,
            int end,
            Kind kind,
            List<Part> members) {
        public Part {
            fields = List.copyOf(fields);
            members = List.copyOf(members);
        }

        /** This and everything in it, itself first. */
        public Stream<Part> all() {
            return Stream.concat(Stream.of(this), members.stream().flatMap(Part::all));
        }

        private String child(int number) {
            return path.isEmpty() ? Integer.toString(number) : path + "." + number;
        }
    }

    public enum Kind {
        MESSAGE,
        MULTIPART,
        /** The one body of a message that is no multipart: its header is the message's. */
        BODY,
        LEAF,
        /** A leaf that is a message, by what it is declared as and not encoded. */
        ATTACHED
    }

    /** The mail with everything in it. @return empty if it is deeper than any mail */
    public static Optional<Part> of(byte[] mail) {
        return new MimeParts(mail).message("", 0, mail.length, 0);
    }

    private Optional<Part> message(String path, int start, int end, int depth) {
        if (depth > DEPTH_MAX) {
            return Optional.empty();
        }
        Header header = header(start, end);
        Part bare = header.part(path, start, end, Kind.MESSAGE, List.of());
        List<Part> members = new ArrayList<>();
        if (isMultipart(header.entity)) {
            if (!divide(bare, members, depth)) {
                return Optional.empty();
            }
        } else {
            members.add(header.part(bare.child(1), start, end, Kind.BODY, List.of()));
        }
        return Optional.of(header.part(path, start, end, Kind.MESSAGE, members));
    }

    private static boolean isMultipart(MimeEntity entity) {
        return entity.mime().startsWith("multipart/") && !entity.boundary().isEmpty();
    }

    /** Finds the members of a multipart. @return false if they are too deep */
    private boolean divide(Part whole, List<Part> members, int depth) {
        byte[] delimiter = ("--" + whole.header().boundary()).getBytes(StandardCharsets.ISO_8859_1);
        int open = -1;
        boolean closed = false;
        for (int at = whole.body(); at < whole.end() && !closed; at = lineEnd(at, whole.end())) {
            int eol = lineEnd(at, whole.end());
            if (isDelimiter(delimiter, at, eol)) {
                if (open >= 0 && !add(whole, members, open, Math.max(open, beforeLineEnd(at)), depth)) {
                    return false;
                }
                open = eol;
                closed = closes(delimiter, at, eol);
            }
        }
        return closed || open < 0 || add(whole, members, open, whole.end(), depth);
    }

    private boolean add(Part whole, List<Part> members, int start, int end, int depth) {
        if (depth > DEPTH_MAX) {
            return false;
        }
        String path = whole.child(members.size() + 1);
        Header header = header(start, end);
        List<Part> inner = new ArrayList<>();
        Kind kind = Kind.LEAF;
        if (isMultipart(header.entity)) {
            kind = Kind.MULTIPART;
            Part bare = header.part(path, start, end, kind, List.of());
            if (!divide(bare, inner, depth + 1)) {
                return false;
            }
        } else if (header.entity.mime().equals(MESSAGE) && !isEncoded(header.entity)) {
            kind = Kind.ATTACHED;
            Optional<Part> message = message(path, header.body, end, depth + 1);
            if (message.isEmpty()) {
                return false;
            }
            inner.add(message.get());
        }
        members.add(header.part(path, start, end, kind, inner));
        return true;
    }

    private static boolean isEncoded(MimeEntity entity) {
        String encoding = entity.first("content-transfer-encoding");
        return encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable");
    }

    private record Header(MimeEntity entity, List<Field> fields, int body) {
        Part part(String path, int start, int end, Kind kind, List<Part> members) {
            return new Part(path, entity, fields, start, body, end, kind, members);
        }
    }

    private Header header(int start, int end) {
        MimeEntity entity = new MimeEntity();
        List<Field> fields = new ArrayList<>();
        int at = start;
        while (at < end) {
            int eol = lineEnd(at, end);
            if (beforeLineEnd(eol) <= at) {
                return new Header(entity, fields, eol);
            }
            int next = eol;
            while (next < end && (bytes[next] == ' ' || bytes[next] == '\t')) {
                next = lineEnd(next, end);
            }
            Optional<RawField> field = field(at, next);
            if (field.isEmpty()) {
                // What is no field is the beginning of the body.
                return new Header(entity, fields, at);
            }
            entity.add(field.get());
            fields.add(new Field(field.get().getName().toLowerCase(Locale.ROOT).strip(), at, next));
            at = next;
        }
        return new Header(entity, fields, end);
    }

    private Optional<RawField> field(int start, int end) {
        int length = beforeLineEnd(end) - start;
        byte[] line = new byte[Math.max(0, length)];
        System.arraycopy(bytes, start, line, 0, line.length);
        try {
            RawField field = RawFieldParser.DEFAULT.parseField(new ByteArrayBuffer(line, true));
            return Optional.of(field).filter(each -> isName(each.getName()));
        } catch (MimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.stripTrailing().chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** Where the next line begins. */
    private int lineEnd(int at, int end) {
        int i = at;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return Math.min(end, i + 1);
    }

    /** Where the line end before this place begins; the place itself if there is none. */
    private int beforeLineEnd(int at) {
        if (at == 0 || bytes[at - 1] != '\n') {
            return at;
        }
        return at > 1 && bytes[at - 2] == '\r' ? at - 2 : at - 1;
    }

    private boolean isDelimiter(byte[] delimiter, int at, int eol) {
        return starts(delimiter, at, eol) && (closes(delimiter, at, eol) || isBlank(at + delimiter.length, eol));
    }

    private boolean closes(byte[] delimiter, int at, int eol) {
        int after = at + delimiter.length;
        return starts(delimiter, at, eol) && after + 1 < eol && bytes[after] == '-' && bytes[after + 1] == '-';
    }

    private boolean starts(byte[] delimiter, int at, int eol) {
        if (eol - at < delimiter.length) {
            return false;
        }
        for (int i = 0; i < delimiter.length; i++) {
            if (bytes[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }
}
