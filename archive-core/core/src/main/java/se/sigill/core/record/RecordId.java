package se.sigill.core.record;

import java.util.random.RandomGenerator;

/**
 * The identity of a record: 128 random bits as 26 characters of Crockford's base 32 in lower case. Random, so that an
 * id tells neither order nor count.
 */
public record RecordId(String value) implements Comparable<RecordId> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    /** Characters of an id. */
    public static final int LENGTH = 26;

    private static final String URN = "urn:sigill:";

    /** @throws IllegalArgumentException if the text is no id */
    public RecordId {
        if (!isId(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no record id (26 characters of " + ALPHABET + ")");
        }
    }

    /** A new id from a source that nobody can guess (a {@code SecureRandom} outside of tests). */
    public static RecordId random(RandomGenerator random) {
        StringBuilder out = new StringBuilder(LENGTH);
        // 26 digits hold 130 bits: the first digit carries three, so that the value stays within 128.
        out.append(ALPHABET.charAt(random.nextInt(8)));
        for (int i = 1; i < LENGTH; i++) {
            out.append(ALPHABET.charAt(random.nextInt(32)));
        }
        return new RecordId(out.toString());
    }

    public static boolean isId(String text) {
        return text.length() == LENGTH && text.charAt(0) < '8' && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** The id of the object in the store, {@code urn:sigill:…}. */
    public String urn() {
        return URN + value;
    }

    /** @throws IllegalArgumentException if the text is no urn of a record */
    public static RecordId ofUrn(String urn) {
        if (!urn.startsWith(URN)) {
            throw new IllegalArgumentException("\"" + urn + "\" does not begin with " + URN);
        }
        return new RecordId(urn.substring(URN.length()));
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
