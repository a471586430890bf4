package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the outside encrypts at once, for the inside alone, {@code sigill/letter/1}: magic line, name of the key,
 * encapsulated key, ciphertext (RFC 9180). Every letter is {@link #LETTER_BYTES} long, whatever it says. Stateless.
 */
public final class Letter {
    /** All of a letter, in bytes. One size for all, so that a size tells nothing. */
    public static final int LETTER_BYTES = 64 << 10;

    static final String MAGIC = "sigill/letter/1\n";
    static final int KEY_AT = MAGIC.length();
    static final int SEALED_AT = KEY_AT + InboxKey.ID_BYTES;
    private static final int LENGTH_BYTES = 4;
    private static final int PADDED_BYTES = LETTER_BYTES - SEALED_AT - Hpke.ENCAPSULATED_BYTES - Gcm.TAG_BYTES;

    /** The longest content, in bytes: 65,460. */
    public static final int CONTENT_BYTES_MAX = PADDED_BYTES - LENGTH_BYTES;

    private static final byte[] INFO = MAGIC.getBytes(US_ASCII);
    private static final Hpke HPKE = new Hpke(Hpke.Aead.AES_256_GCM);

    private Letter() {}

    /** What became of opening a letter. */
    public sealed interface Opened {
        /** It is whole. Its content came from somebody who had the public key, which anybody may have. */
        final class Content implements Opened {
            private final byte[] bytes;

            private Content(byte[] bytes) {
                this.bytes = bytes;
            }

            public byte[] bytes() {
                return bytes.clone();
            }

            @Override
            public String toString() {
                return "Content[hidden]";
            }
        }

        /** It was sealed to another key: one from before a rotation, perhaps. @param keyId as {@link InboxKey#id} */
        record OtherKey(String keyId) implements Opened {}

        /** It is no letter, or not as it was sealed. */
        record Damaged() implements Opened {}
    }

    /**
     * @param content at most {@link #CONTENT_BYTES_MAX} bytes, may be empty
     * @throws IllegalArgumentException if the content is longer, or the key no X25519 key
     */
    public static byte[] seal(PublicKey inbox, byte[] content) {
        if (content.length > CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException("a letter takes at most " + CONTENT_BYTES_MAX + " bytes, and this has "
                    + content.length + "; shorten it");
        }
        byte[] head = Bytes.join(INFO, InboxKey.idBytes(inbox));
        byte[] padded = ByteBuffer.allocate(PADDED_BYTES)
                .putInt(content.length)
                .put(content)
                .array();
        return Bytes.join(head, HPKE.seal(inbox, INFO, head, padded));
    }

    /** The name of the key that a letter was sealed to; empty if it is no letter. Anybody can have written it. */
    public static Optional<String> keyId(byte[] letter) {
        if (letter.length != LETTER_BYTES || !Bytes.begins(letter, INFO)) {
            return Optional.empty();
        }
        return Optional.of(HexFormat.of().formatHex(letter, KEY_AT, SEALED_AT));
    }

    /** @throws IllegalArgumentException if the pair is no X25519 pair */
    public static Opened open(KeyPair inbox, byte[] letter) {
        Optional<String> keyId = keyId(letter);
        if (keyId.isEmpty()) {
            return new Opened.Damaged();
        }
        if (!keyId.get().equals(InboxKey.id(inbox.getPublic()))) {
            return new Opened.OtherKey(keyId.get());
        }
        byte[] head = Bytes.part(letter, 0, SEALED_AT);
        byte[] sealed = Bytes.part(letter, SEALED_AT, letter.length);
        return HPKE.open(inbox.getPrivate(), INFO, head, sealed)
                .flatMap(Letter::content)
                .<Opened>map(Opened.Content::new)
                .orElseGet(Opened.Damaged::new);
    }

    /** Without length and padding. Empty if these are not of their form: whoever sealed it did not follow it. */
    private static Optional<byte[]> content(byte[] padded) {
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > CONTENT_BYTES_MAX) {
            return Optional.empty();
        }
        int end = LENGTH_BYTES + length;
        for (int i = end; i < padded.length; i++) {
            if (padded[i] != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOfRange(padded, LENGTH_BYTES, end));
    }
}
