package se.sigill.core.log;

import java.util.Base64;
import java.util.Optional;
import se.sigill.core.tlog.TreeHash;

/** Takes a line of an acts file apart by position: the act in it must not be parsed, it is hashed as it stands. */
final class LineParser {
    private static final String INDEX = "{\"index\":";
    private static final String SALT = ",\"salt\":\"";
    private static final String ACT = "\",\"act\":";
    private static final String ENTRY = ",\"entry\":\"";
    private static final String ERASED = "\",\"erased\":";

    private LineParser() {}

    static Optional<LogEntry> parse(LogForm form, String line) {
        int digits = INDEX.length();
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        if (!line.startsWith(INDEX) || !line.endsWith("}") || digits == INDEX.length() || digits > 27) {
            return Optional.empty();
        }
        long index = Long.parseLong(line, INDEX.length(), digits, 10);
        if (line.startsWith(SALT, digits)) {
            return kept(form, line, index, digits + SALT.length());
        }
        return line.startsWith(ENTRY, digits) ? erased(line, index, digits + ENTRY.length()) : Optional.empty();
    }

    private static Optional<LogEntry> kept(LogForm form, String line, long index, int at) {
        int end = at + LogEntry.BASE64_CHARS;
        if (!line.startsWith(ACT + "{", end) || !line.endsWith("}}")) {
            return Optional.empty();
        }
        String salt = line.substring(at, end);
        byte[] bytes = Base64.getDecoder().decode(salt);
        if (bytes.length != Commitment.SALT_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(salt)) {
            return Optional.empty();
        }
        return Optional.of(new LogEntry.Kept(form, index, salt, line.substring(end + ACT.length(), line.length() - 1)));
    }

    private static Optional<LogEntry> erased(String line, long index, int at) {
        int end = at + LogEntry.BASE64_CHARS;
        if (!line.startsWith(ERASED, end)) {
            return Optional.empty();
        }
        long by = Long.parseLong(line, end + ERASED.length(), line.length() - 1, 10);
        return Optional.of(new LogEntry.Erased(index, new Commitment(TreeHash.ofBase64(line.substring(at, end))), by));
    }
}
