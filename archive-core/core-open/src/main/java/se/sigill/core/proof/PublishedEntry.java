package se.sigill.core.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.fact.PublicEntry;
import se.sigill.core.tlog.TreeHash;

/**
 * What the public log says of one file that anyone may have: of which record it is, and which leaf text proves it
 * ({@code docs/formats/public-log.md}). The log itself shows only a hash of this, and the salt keeps that from being
 * compared with guesses.
 *
 * @param salt 32 random bytes, Base64
 * @param record public id of the record
 * @param leaf SHA-256 of the file's {@link LeafText}, hexadecimal
 */
public record PublishedEntry(String salt, String record, String leaf) {
    /** Before salt and text; what is hashed for one purpose can never be taken for another. */
    public static final String DOMAIN = "sigill/published/1\n";

    public static final int SALT_BYTES = 32;

    private static final Pattern TEXT = Pattern.compile(
            "\\{\"act\":\"Published\",\"record\":\"(" + PublicEntry.ID + ")\",\"leaf\":\"([0-9a-f]{64})\"}");

    /** @throws IllegalArgumentException if a value is not of its form */
    public PublishedEntry {
        byte[] bytes = Base64.getDecoder().decode(salt);
        if (bytes.length != SALT_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(salt)
                || !PublicEntry.ID.matcher(record).matches()
                || !LeafText.isHex(leaf, 64)) {
            throw new IllegalArgumentException("an entry has a salt of 32 bytes, an id and the digest of a leaf text");
        }
    }

    /** An entry from its salt and its text; empty if the text is none. @param salt as {@link #salt} */
    public static Optional<PublishedEntry> of(String salt, String text) {
        Matcher form = TEXT.matcher(text);
        return form.matches() ? Optional.of(new PublishedEntry(salt, form.group(1), form.group(2))) : Optional.empty();
    }

    /** The entry in what is hashed; empty if the bytes are not exactly that of one. */
    public static Optional<PublishedEntry> parse(byte[] bytes) {
        int text = DOMAIN.length() + SALT_BYTES;
        byte[] domain = DOMAIN.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length <= text || !Arrays.equals(bytes, 0, domain.length, domain, 0, domain.length)) {
            return Optional.empty();
        }
        String salt = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, domain.length, text));
        return of(salt, new String(bytes, text, bytes.length - text, StandardCharsets.ISO_8859_1));
    }

    /** What the entry says, one line of JSON. */
    public String text() {
        return text(record, leaf);
    }

    /** What an entry with these values says. */
    public static String text(String record, String leaf) {
        return "{\"act\":\"Published\",\"record\":\"" + record + "\",\"leaf\":\"" + leaf + "\"}";
    }

    /** What is hashed: {@link #DOMAIN}, the salt's bytes, the text. */
    public byte[] bytes() {
        byte[] text = text().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(DOMAIN.length() + SALT_BYTES + text.length)
                .put(DOMAIN.getBytes(StandardCharsets.US_ASCII))
                .put(Base64.getDecoder().decode(salt))
                .put(text)
                .array();
    }

    /** The 32 bytes that stand in the log. */
    public byte[] entry() {
        return Sha.sha256(bytes());
    }

    /** The leaf of the entry in the log's tree (RFC 6962 §2.1). */
    public TreeHash logLeaf() {
        return TreeHash.ofLeaf(entry());
    }
}
