package se.sigill.engines.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Event;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** Walks the MIME tree of one message as a stream. */
public final class MimeWalk {
    private static final int HEADER_FIELDS_MAX = 10_000;
    private static final int HEADER_BYTES_MAX = 1 << 20;

    /** Deeper multiparts are a trick. */
    private static final int DEPTH_MAX = 50;

    /** A preamble is a line or two; longer ones matter only where a multipart has nothing else. */
    private static final int PREAMBLE_BYTES_MAX = 1 << 20;

    /** More entities than any mail has. */
    private static final int ENTITIES_MAX = 10_000;

    private final Visitor visitor;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int entities;

    /** What there is to see, in the order of the message. */
    public interface Visitor {
        /** The header of the message; once, and first. */
        void message(MimeEntity header);

        /**
         * A body or an attachment; attached messages are given whole, undivided.
         *
         * @param path its place, {@code "1"}, {@code "2.1"}
         * @param bytes decoded; valid during the call only
         */
        void leaf(String path, MimeEntity entity, InputStream bytes) throws IOException;
    }

    /** A multipart, how many of its members have begun, and what stands before the first. */
    private static final class Level {
        private final String path;
        private int members;
        private byte[] preamble = {};

        Level(String path) {
            this.path = path;
        }
    }

    /** How far a walk came. */
    public enum End {
        WHOLE,
        /** The message breaks off or breaks a rule that cannot be guessed around. */
        DAMAGED,
        /** A limit was reached. */
        LIMIT
    }

    /** Hears that a mail ends before its last part does; everything else it is told is let pass. */
    private static final class Listener extends DecodeMonitor {
        private boolean torn;

        @Override
        public boolean isListening() {
            return true;
        }

        @Override
        public boolean warn(String error, String dropDesc) {
            torn |= error.contains(Event.MIME_BODY_PREMATURE_END.toString());
            return false;
        }
    }

    private MimeWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Walks a message. Does not close the stream. @throws IOException if it cannot be read */
    public static End walk(InputStream message, Visitor visitor) throws IOException {
        MimeConfig config = new MimeConfig.Builder()
                .setMalformedHeaderStartsBody(true)
                .setMaxHeaderCount(HEADER_FIELDS_MAX)
                .setMaxHeaderLen(HEADER_BYTES_MAX)
                .setMaxLineLen(-1)
                .setMaxContentLen(-1)
                .build();
        Listener listener = new Listener();
        MimeTokenStream tokens = new MimeTokenStream(config, listener, null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(message);
        try {
            End end = new MimeWalk(visitor).walk(tokens);
            return end == End.WHOLE && listener.torn ? End.DAMAGED : end;
        } catch (MimeException e) {
            return End.DAMAGED;
        }
    }

    private End walk(MimeTokenStream tokens) throws IOException, MimeException {
        MimeEntity entity = new MimeEntity();
        boolean first = true;
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_HEADER -> entity = new MimeEntity();
                case T_FIELD -> entity.add(tokens.getField());
                case T_END_HEADER -> {
                    if (first) {
                        visitor.message(entity);
                        first = false;
                    }
                }
                case T_START_MULTIPART -> {
                    if (levels.size() >= DEPTH_MAX) {
                        return End.LIMIT;
                    }
                    levels.push(new Level(levels.isEmpty() ? "" : memberPath()));
                }
                case T_PREAMBLE ->
                    levels.element().preamble = tokens.getInputStream().readNBytes(PREAMBLE_BYTES_MAX);
                case T_END_MULTIPART -> {
                    bodyWithoutBoundary();
                    levels.pop();
                }
                case T_START_BODYPART -> {
                    levels.element().members++;
                    if (++entities > ENTITIES_MAX) {
                        return End.LIMIT;
                    }
                }
                case T_BODY ->
                    visitor.leaf(levels.isEmpty() ? "1" : memberPath(), entity, tokens.getDecodedInputStream());
                default -> {
                    // Ends say nothing.
                }
            }
        }
        return End.WHOLE;
    }

    /** A multipart in which no boundary stands: what was written is its text, and must be found. */
    private void bodyWithoutBoundary() throws IOException {
        Level level = levels.element();
        if (level.members == 0 && level.preamble.length > 0) {
            level.members = 1;
            visitor.leaf(memberPath(), new MimeEntity(), new ByteArrayInputStream(level.preamble));
        }
    }

    private String memberPath() {
        Level level = levels.element();
        return level.path.isEmpty() ? Integer.toString(level.members) : level.path + "." + level.members;
    }
}
