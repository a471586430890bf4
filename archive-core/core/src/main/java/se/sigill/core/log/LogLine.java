package se.sigill.core.log;

import java.util.Base64;
import java.util.random.RandomGenerator;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.tlog.TreeHash;

/**
 * A line that has no place yet: the costly part of an append, done in the caller's thread.
 *
 * @param tail what follows the index
 * @param leaf of the entry
 */
public record LogLine(String tail, TreeHash leaf) {
    /** A longer act is refused: an acts file must stay a file that an editor opens. */
    public static final int ACT_CHARS_MAX = 1 << 20;

    /** @throws ArchiveException.Refused if the act is longer than the limit */
    static LogLine of(Act act, RandomGenerator random) {
        return of(LogForm.ARCHIVE, JsonWriter.compact(ActJson.toJson(act)), random);
    }

    /** The same for a text that is written already: one JSON object. */
    static LogLine of(LogForm form, String text, RandomGenerator random) {
        if (text.length() > ACT_CHARS_MAX) {
            throw new ArchiveException.Refused(
                    "An act of " + text.length() + " characters is too long for the log; at most " + ACT_CHARS_MAX
                            + " are allowed. Name the document instead of carrying it.");
        }
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        LogEntry.Kept kept = new LogEntry.Kept(form, 0, Base64.getEncoder().encodeToString(salt), text);
        return new LogLine(kept.tail(), Commitment.of(form, salt, text).leaf());
    }

    /** The line of an entry that stands in a log already, for a copy of that log. */
    public static LogLine of(LogEntry entry) {
        return switch (entry) {
            case LogEntry.Kept kept -> new LogLine(kept.tail(), kept.leaf());
            case LogEntry.Erased erased -> new LogLine(erased.tail(), erased.leaf());
        };
    }

    /** The line with its line feed. */
    String at(long index) {
        return "{\"index\":" + index + "," + tail + "}\n";
    }
}
