package se.sigill.core.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text and the signatures under it (c2sp.org/signed-note). Nothing in the text may be believed before
 * {@link #verifiedBy} has named a key that the reader trusts.
 *
 * @param text ends with a line feed; no control characters but line feeds
 * @param signatures at least one, in the order of the lines
 */
public record SignedNote(String text, List<Line> signatures) {
    /** More signatures are refused: the specification asks for at least 16. */
    public static final int SIGNATURES_MAX = 64;
    /** A longer note is refused: a checkpoint has a few hundred bytes. */
    public static final int SIZE_BYTES_MAX = 1 << 20;

    private static final String DASH = "— ";

    /** One signature line: {@code — name base64(id ‖ signature)}. */
    public record Line(String name, String encoded) {
        public Line {
            Notes.keyName(name);
            if (Notes.base64(encoded).length < 5) {
                throw new TlogFormatException("a signature line has four bytes of key id and a signature");
            }
        }

        boolean names(NoteKey key) {
            return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(Notes.base64(encoded), 4), key.id());
        }

        boolean verifies(byte[] text, NoteKey key) {
            byte[] decoded = Notes.base64(encoded);
            return key.verifies(text, Arrays.copyOfRange(decoded, 4, decoded.length));
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.codePoints().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new TlogFormatException(
                    "the text of a note ends with a line feed and has no other control character");
        }
        if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new TlogFormatException("a note has 1 to " + SIGNATURES_MAX + " signatures");
        }
    }

    /** Signs a text with each signer, in order. */
    public static SignedNote sign(String text, List<NoteSigner> signers) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        for (NoteSigner signer : signers) {
            byte[] signature = signer.sign(bytes);
            byte[] typed = Arrays.copyOf(signer.key().id(), 4 + signature.length);
            System.arraycopy(signature, 0, typed, 4, signature.length);
            lines.add(new Line(signer.key().name(), Base64.getEncoder().encodeToString(typed)));
        }
        return new SignedNote(text, lines);
    }

    /** Reads a note; proves nothing. @throws TlogFormatException if the bytes are no signed note */
    public static SignedNote parse(byte[] utf8) {
        if (utf8.length > SIZE_BYTES_MAX) {
            throw new TlogFormatException("a note of more than " + SIZE_BYTES_MAX + " bytes");
        }
        String all = Notes.utf8(utf8);
        int end = all.lastIndexOf("\n\n");
        if (end < 0 || !all.endsWith("\n")) {
            throw new TlogFormatException("a note is a text, an empty line and signature lines");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.substring(end + 2).split("\n")) {
            int blank = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || blank < 0) {
                throw new TlogFormatException("a signature line begins with a dash, a blank, a name and a blank");
            }
            lines.add(new Line(line.substring(DASH.length(), blank), line.substring(blank + 1)));
        }
        return new SignedNote(all.substring(0, end + 1), lines);
    }

    /**
     * The keys among those given that have signed this note, in the order given. Signatures of other keys are ignored.
     * Empty if a signature that names one of the keys is false: such a note is rejected as a whole.
     */
    public List<NoteKey> verifiedBy(Collection<NoteKey> keys) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<NoteKey> signers = new ArrayList<>();
        for (NoteKey key : keys) {
            List<Line> named =
                    signatures.stream().filter(line -> line.names(key)).toList();
            if (named.stream().anyMatch(line -> !line.verifies(bytes, key))) {
                return List.of();
            }
            if (!named.isEmpty()) {
                signers.add(key);
            }
        }
        return List.copyOf(signers);
    }

    /** The note as it is stored. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(line -> out.append(DASH)
                .append(line.name())
                .append(' ')
                .append(line.encoded())
                .append('\n'));
        return out.toString();
    }
}
