package se.sigill.core.log;

import java.util.Base64;
import java.util.Optional;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeHash;

/** One line of an acts file ({@code docs/formats/log.md} §1, §6). */
public sealed interface LogEntry {
    /** Characters of 32 bytes in Base64. */
    int BASE64_CHARS = 44;

    /** Place in the log, from 0, as the line says. */
    long index();

    Commitment commitment();

    /** The line without its line feed, exactly as it is stored. */
    String line();

    /**
     * An act with its salt.
     *
     * @param form of the log that it stands in
     * @param salt 44 characters of Base64
     * @param text the act's JSON as stored
     */
    record Kept(LogForm form, long index, String salt, String text) implements LogEntry {
        @Override
        public Commitment commitment() {
            return Commitment.of(form, Base64.getDecoder().decode(salt), text);
        }

        /** @throws JsonException if it is no act that this version knows */
        public Act act() {
            return ActJson.fromJson(JsonReader.parse(text).asObject());
        }

        @Override
        public String line() {
            return "{\"index\":" + index + "," + tail() + "}";
        }

        String tail() {
            return "\"salt\":\"" + salt + "\",\"act\":" + text;
        }
    }

    /** What lawful disposal left of an act. @param by index of the act {@link Act.Disposed} */
    record Erased(long index, Commitment commitment, long by) implements LogEntry {
        @Override
        public String line() {
            return "{\"index\":" + index + "," + tail() + "}";
        }

        String tail() {
            return "\"entry\":\"" + commitment.hash().base64() + "\",\"erased\":" + by;
        }
    }

    /** A line of the archive's log, as {@link #parse(LogForm, String)} reads it. */
    static Optional<LogEntry> parse(String line) {
        return parse(LogForm.ARCHIVE, line);
    }

    /** Reads a line strictly: one spelling for one value. Empty if it is no line of an acts file. */
    static Optional<LogEntry> parse(LogForm form, String line) {
        try {
            return LineParser.parse(form, line).filter(entry -> entry.line().equals(line));
        } catch (IllegalArgumentException | TlogFormatException e) {
            return Optional.empty();
        }
    }

    /** The leaf of this entry in the tree. */
    default TreeHash leaf() {
        return commitment().leaf();
    }
}
