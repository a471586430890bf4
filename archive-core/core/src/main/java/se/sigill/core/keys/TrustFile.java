package se.sigill.core.keys;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.ArchiveException;

/**
 * Whom a reader believes: {@code sigill/trust/1} (docs/formats/proof-bundle.md). It must reach the reader another way
 * than what it is used on.
 *
 * @param lines in the order of the file
 */
public record TrustFile(List<Line> lines) {
    public static final String FORMAT = "sigill/trust/1";
    private static final int LINES_MAX = 1000;
    private static final Pattern LINE = Pattern.compile("(log|seal|tsa) (\\S+)(?: until (\\S+))?");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    /** What a line is about. */
    public enum Kind {
        /** The value is a verifier key of the log: {@code name+id+key}. */
        LOG,
        /** The value is the SHA-256 of a seal certificate. */
        SEAL,
        /** The value is the SHA-256 of the certificate of a time-stamp authority. */
        TSA
    }

    /** @param until believed only for what was proved to exist before; empty: without end */
    public record Line(Kind kind, String value, Optional<Instant> until) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + value
                    + until.map(t -> " until " + t).orElse("");
        }
    }

    public TrustFile {
        lines = List.copyOf(lines);
    }

    /** @throws ArchiveException.WrongUsage if the text is no trust file; the message names the line */
    public static TrustFile parse(byte[] bytes) {
        List<String> text = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (text.isEmpty() || !text.getFirst().equals(FORMAT) || text.size() > LINES_MAX) {
            throw new ArchiveException.WrongUsage("a trust file begins with the line " + FORMAT);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                lines.add(line(line, i + 1));
            }
        }
        return new TrustFile(lines);
    }

    public byte[] bytes() {
        StringBuilder out = new StringBuilder(FORMAT).append('\n');
        lines.forEach(line -> out.append(line).append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this kind of key is named at all. */
    public boolean names(Kind kind) {
        return lines.stream().anyMatch(line -> line.kind() == kind);
    }

    /** Whether a key is believed for something that was made at this time. */
    public boolean believes(Kind kind, String value, Instant at) {
        return lines.stream()
                .anyMatch(line -> line.kind() == kind
                        && line.value().equals(value)
                        && line.until().map(at::isBefore).orElse(true));
    }

    private static Line line(String text, int number) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw new ArchiveException.WrongUsage("line " + number + " of the trust file: log, seal or tsa, the key, "
                    + "and perhaps \"until\" and a time were expected");
        }
        Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(java.util.Locale.ROOT));
        if (kind != Kind.LOG && !FINGERPRINT.matcher(matcher.group(2)).matches()) {
            throw new ArchiveException.WrongUsage(
                    "line " + number + " of the trust file: a fingerprint has 64 hexadecimal digits in lower case");
        }
        try {
            return new Line(
                    kind,
                    matcher.group(2),
                    Optional.ofNullable(matcher.group(3)).map(Instant::parse));
        } catch (DateTimeException e) {
            throw new ArchiveException.WrongUsage(
                    "line " + number + " of the trust file: a time is written 2027-01-31T00:00:00Z", e);
        }
    }
}
