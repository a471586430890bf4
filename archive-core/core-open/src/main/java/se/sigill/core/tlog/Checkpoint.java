package se.sigill.core.tlog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log promises at one moment (c2sp.org/tlog-checkpoint): which log, how many entries, and their root. It is the
 * text of a {@link SignedNote}; by itself it proves nothing.
 *
 * @param origin the identity of the log; no line feed
 * @param size number of entries, 0 or more
 * @param root RFC 6962 root over exactly these entries
 * @param extensions further lines, usually none; none empty
 */
public record Checkpoint(String origin, long size, TreeHash root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || size < 0) {
            throw new TlogFormatException("a checkpoint has an origin of one line and a size of 0 or more");
        }
        if (extensions.stream().anyMatch(line -> line.isEmpty() || line.indexOf('\n') >= 0)) {
            throw new TlogFormatException("an extension line of a checkpoint is not empty");
        }
    }

    public Checkpoint(String origin, long size, TreeHash root) {
        this(origin, size, root, List.of());
    }

    /** Reads the text of a note. @throws TlogFormatException if it is no checkpoint */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new TlogFormatException("a checkpoint has the lines origin, size and root");
        }
        if (!SIZE.matcher(lines[1]).matches()) {
            throw new TlogFormatException("the size of a checkpoint is a decimal number without leading zeroes");
        }
        List<String> extensions = Arrays.asList(lines).subList(3, lines.length - 1);
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), TreeHash.ofBase64(lines[2]), extensions);
    }

    /** {@link #parse(String)} of the note's text. The signatures are not looked at. */
    public static Checkpoint of(SignedNote note) {
        return parse(note.text());
    }

    /** The text that is signed. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    public SignedNote sign(List<NoteSigner> signers) {
        return SignedNote.sign(text(), signers);
    }
}
