package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LetterTest {
    private final KeyPair keys = pair("X25519");

    static KeyPair pair(String algorithm) {
        try {
            return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(Letter.Opened opened) {
        return assertInstanceOf(Letter.Opened.Content.class, opened).bytes();
    }

    @Test
    void hasOneSizeWhateverItSays() {
        for (int size : new int[] {0, 1, 1000, Letter.CONTENT_BYTES_MAX}) {
            byte[] letter = Letter.seal(keys.getPublic(), new byte[size]);

            assertEquals(65_536, letter.length);
            assertArrayEquals(new byte[size], content(Letter.open(keys, letter)));
        }
        assertEquals(65_460, Letter.CONTENT_BYTES_MAX);
    }

    @Test
    void refusesMoreThanItTakesAndSaysSo() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> Letter.seal(keys.getPublic(), new byte[Letter.CONTENT_BYTES_MAX + 1]));

        assertTrue(String.valueOf(refused.getMessage()).contains("65460"));
    }

    @Test
    void refusesKeysOfOtherKinds() {
        for (String kind : new String[] {"X448", "EC", "Ed25519"}) {
            assertThrows(
                    IllegalArgumentException.class, () -> Letter.seal(pair(kind).getPublic(), new byte[1]), kind);
        }
    }

    @Test
    void isEachTimeAnother() {
        byte[] one = Letter.seal(keys.getPublic(), "Hej".getBytes(UTF_8));
        byte[] two = Letter.seal(keys.getPublic(), "Hej".getBytes(UTF_8));

        int same = 0;
        for (int i = Letter.SEALED_AT; i < one.length; i++) {
            same += one[i] == two[i] ? 1 : 0;
        }
        assertTrue(same < 600, same + " bytes are the same; a 256th were to be expected");
    }

    @Test
    void saysToWhichKeyItWasSealed() {
        KeyPair next = pair("X25519");
        byte[] letter = Letter.seal(keys.getPublic(), new byte[1]);

        assertEquals(Optional.of(InboxKey.id(keys.getPublic())), Letter.keyId(letter));
        assertEquals(new Letter.Opened.OtherKey(InboxKey.id(keys.getPublic())), Letter.open(next, letter));
    }

    @Test
    void isNoneIfCutOffOrLongerOrOfAnotherForm() {
        byte[] letter = Letter.seal(keys.getPublic(), new byte[1]);

        for (byte[] wrong : new byte[][] {
            {}, new byte[Letter.LETTER_BYTES], Bytes.part(letter, 0, letter.length - 1), Bytes.join(letter, new byte[1])
        }) {
            assertEquals(new Letter.Opened.Damaged(), Letter.open(keys, wrong));
            assertEquals(Optional.empty(), Letter.keyId(wrong));
        }
    }

    /** Every byte of magic, key name and encapsulated key, and one in 1,021 of the ciphertext with all of its tag. */
    @Test
    void failsWhateverByteIsChanged() {
        byte[] letter = Letter.seal(keys.getPublic(), "Hej".getBytes(UTF_8));
        int dense = Letter.SEALED_AT + Hpke.ENCAPSULATED_BYTES;
        for (int at = 0; at < letter.length; at += at < dense || at > letter.length - 40 ? 1 : 1_021) {
            byte[] changed = letter.clone();
            changed[at] ^= 1;

            assertFalse(Letter.open(keys, changed) instanceof Letter.Opened.Content, "byte " + at);
        }
    }

    /** X25519 ignores the highest bit of a key (RFC 7748 section 5); the schedule of HPKE does not. */
    @Test
    void failsForTheBitThatTheCurveIgnores() {
        byte[] letter = Letter.seal(keys.getPublic(), new byte[3]);
        letter[Letter.SEALED_AT + 31] ^= (byte) 0x80;

        assertEquals(new Letter.Opened.Damaged(), Letter.open(keys, letter));
    }

    @Test
    void failsForPointsOfSmallOrder() {
        byte[] letter = Letter.seal(keys.getPublic(), new byte[3]);
        for (int i = 0; i < 32; i++) {
            letter[Letter.SEALED_AT + i] = 0;
        }

        assertEquals(new Letter.Opened.Damaged(), Letter.open(keys, letter));
    }

    /** The right key, and a sealer that did not follow the form: a length too large, bytes after the content. */
    @Test
    void refusesPaddingThatIsNone() {
        byte[] head = Bytes.part(Letter.seal(keys.getPublic(), new byte[0]), 0, Letter.SEALED_AT);
        int padded = Letter.CONTENT_BYTES_MAX + 4;
        for (int[] change : new int[][] {{0, 0x7f}, {0, 0xff}, {4, 1}, {padded - 1, 1}}) {
            byte[] plain = new byte[padded];
            plain[change[0]] = (byte) change[1];
            byte[] sealed =
                    new Hpke(Hpke.Aead.AES_256_GCM).seal(keys.getPublic(), Letter.MAGIC.getBytes(UTF_8), head, plain);

            assertEquals(new Letter.Opened.Damaged(), Letter.open(keys, Bytes.join(head, sealed)));
        }
    }

    @Test
    void showsNothingOfWhatItSays() {
        Letter.Opened opened = Letter.open(keys, Letter.seal(keys.getPublic(), "secret".getBytes(UTF_8)));

        assertEquals("Content[hidden]", opened.toString());
    }

    @Property(tries = 30)
    void opensWhatItSealed(@ForAll @IntRange(max = 65_460) int size, @ForAll long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);

        assertArrayEquals(content, content(Letter.open(keys, Letter.seal(keys.getPublic(), content))));
    }
}
