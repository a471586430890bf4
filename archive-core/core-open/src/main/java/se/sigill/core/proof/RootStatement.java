package se.sigill.core.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the seal signs: the four lines of {@code sigill/root/1}.
 *
 * @param origin of the archive log at the time of sealing, one line
 * @param period name of the period's folder
 * @param root hash of the tree's root, 64 hexadecimal digits in lower case
 */
public record RootStatement(String origin, String period, String root) {
    public static final String FORMAT = "sigill/root/1";
    private static final int LENGTH_MAX = 1024;
    private static final Pattern FORM = Pattern.compile(
            "sigill/root/1\n([^\\p{Cntrl}]{1,255})\n([0-9]{8}T[0-9]{6}Z-[0-9a-z]{4})\nsha256 ([0-9a-f]{64})\n");

    /** @throws IllegalArgumentException if the values do not make a well-formed statement */
    public RootStatement {
        if (!FORM.matcher(text(origin, period, root)).matches()) {
            throw new IllegalArgumentException("origin, period or root hash does not have its form");
        }
    }

    /** The statement in these bytes; empty if they are not exactly one. */
    public static Optional<RootStatement> parse(byte[] bytes) {
        if (bytes.length > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!form.matches()) {
            return Optional.empty();
        }
        RootStatement statement = new RootStatement(form.group(1), form.group(2), form.group(3));
        // Bytes that are no UTF-8 were replaced while decoding: the text is then another one.
        return Arrays.equals(statement.bytes(), bytes) ? Optional.of(statement) : Optional.empty();
    }

    public byte[] bytes() {
        return text(origin, period, root).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] rootHash() {
        return HexFormat.of().parseHex(root);
    }

    private static String text(String origin, String period, String root) {
        return FORMAT + "\n" + origin + "\n" + period + "\nsha256 " + root + "\n";
    }
}
