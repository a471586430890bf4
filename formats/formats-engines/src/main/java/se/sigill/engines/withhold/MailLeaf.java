package se.sigill.engines.withhold;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.engines.mail.MimeEntity;
import se.sigill.engines.mail.MimeWalk;

/**
 * A body or an attachment of a mail, decoded.
 *
 * @param path as the archive names parts; that of a message's own header is the message's, empty for the mail itself
 */
@SuppressWarnings("ArrayRecordComponent")
record MailLeaf(String path, MimeEntity entity, byte[] bytes) {
    /** A mail in a mail in a mail; deeper is a trick. */
    private static final int DEPTH_MAX = 8;

    /**
     * All leaves, those of attached messages after the message; with each message a leaf without bytes for its header.
     *
     * @return empty if the mail, or one attached to it, breaks off or is beyond a limit
     */
    static Optional<List<MailLeaf>> of(byte[] mail) throws IOException {
        List<MailLeaf> leaves = new ArrayList<>();
        return read("", mail, leaves, 0) ? Optional.of(leaves) : Optional.empty();
    }

    private static boolean read(String path, byte[] message, List<MailLeaf> leaves, int depth) throws IOException {
        List<MailLeaf> own = new ArrayList<>();
        MimeWalk.End end = MimeWalk.walk(new ByteArrayInputStream(message), new MimeWalk.Visitor() {
            @Override
            public void message(MimeEntity header) {
                own.add(new MailLeaf(path, header, new byte[0]));
            }

            @Override
            public void leaf(String place, MimeEntity entity, InputStream bytes) throws IOException {
                String full = path.isEmpty() ? place : path + "." + place;
                own.add(new MailLeaf(full, entity, bytes.readAllBytes()));
            }
        });
        if (end != MimeWalk.End.WHOLE || depth > DEPTH_MAX) {
            return false;
        }
        for (MailLeaf leaf : own) {
            leaves.add(leaf);
            if (leaf.isMessage() && !read(leaf.path, leaf.bytes, leaves, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    boolean isMessage() {
        return bytes.length > 0 && entity.mime().equals("message/rfc822");
    }

    /** Whether this is one of these parts or lies in one. */
    boolean isWithin(Iterable<String> parts) {
        return isWithin(path, parts);
    }

    static boolean isWithin(String path, Iterable<String> parts) {
        for (String part : parts) {
            if (path.equals(part) || path.startsWith(part + ".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether something of these parts lies in this message. */
    boolean holds(Iterable<String> parts) {
        for (String part : parts) {
            if (path.isEmpty() || part.startsWith(path + ".")) {
                return true;
            }
        }
        return false;
    }
}
