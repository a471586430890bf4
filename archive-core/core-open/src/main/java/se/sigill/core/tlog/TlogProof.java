package se.sigill.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an entry is in a log, in one text that needs nothing else but the log's key (c2sp.org/tlog-proof).
 *
 * @param extra what the entry is computed from, Base64; empty if the text has none. Proves nothing by itself
 * @param inclusion from the entry's leaf to the root in the checkpoint; of the checkpoint's size
 * @param checkpoint signed by the log
 */
public record TlogProof(String extra, InclusionProof inclusion, SignedNote checkpoint) {
    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final Pattern FORM = Pattern.compile(
            FORMAT + "\n(?:extra ([A-Za-z0-9+/=]+)\n)?index (0|[1-9][0-9]{0,17})\n((?:[A-Za-z0-9+/=]{44}\n){0,63})\n");

    /** @throws TlogFormatException if the note is no checkpoint, or of another size than the proof */
    public TlogProof {
        Notes.base64(extra);
        if (Checkpoint.of(checkpoint).size() != inclusion.size()) {
            throw new TlogFormatException("the proof is for another size than that of the checkpoint");
        }
    }

    /** Reads the text; proves nothing. @throws TlogFormatException if the bytes are no such proof */
    public static TlogProof parse(byte[] utf8) {
        if (utf8.length > SignedNote.SIZE_BYTES_MAX) {
            throw new TlogFormatException("a proof of more than " + SignedNote.SIZE_BYTES_MAX + " bytes");
        }
        String text = Notes.utf8(utf8);
        Matcher form = FORM.matcher(text);
        if (!form.lookingAt()) {
            throw new TlogFormatException("a proof has the lines " + FORMAT + ", index and hashes, and a checkpoint");
        }
        SignedNote note = SignedNote.parse(text.substring(form.end()).getBytes(StandardCharsets.UTF_8));
        List<TreeHash> path = new ArrayList<>();
        form.group(3).lines().forEach(line -> path.add(TreeHash.ofBase64(line)));
        String extra = form.group(1) == null ? "" : form.group(1);
        long size = Checkpoint.of(note).size();
        return new TlogProof(extra, new InclusionProof(Long.parseLong(form.group(2)), size, path), note);
    }

    /** The bytes of {@link #extra}. */
    public byte[] extraBytes() {
        return Base64.getDecoder().decode(extra);
    }

    /** True if the entry with this leaf is in the tree of the checkpoint. Who signed that is not looked at. */
    public boolean includes(TreeHash leaf) {
        return inclusion.verifies(leaf, Checkpoint.of(checkpoint).root());
    }

    /** The proof as it is stored. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(FORMAT).append('\n');
        if (!extra.isEmpty()) {
            out.append("extra ").append(extra).append('\n');
        }
        out.append("index ").append(inclusion.index()).append('\n');
        inclusion.path().forEach(hash -> out.append(hash.base64()).append('\n'));
        return out.append('\n').append(checkpoint).toString();
    }
}
