package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import se.sigill.core.proof.Sha;

/** Another implementation of RFC 9180 reads our letters and writes letters that we read, by the specification alone. */
class LetterInteroperabilityTest {
    private static final byte[] MAGIC = "sigill/letter/1\n".getBytes(US_ASCII);

    private final HPKE hpke =
            new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    private final InboxVectors vectors = new InboxVectors();

    private static AsymmetricCipherKeyPair theirs(byte[] key) {
        X25519PrivateKeyParameters secret = new X25519PrivateKeyParameters(key);
        return new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
    }

    private static KeyPair ours(AsymmetricCipherKeyPair pair) throws Exception {
        KeyFactory factory = KeyFactory.getInstance("X25519");
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                                .getEncoded())),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                                .getEncoded())));
    }

    /** As {@code docs/formats/inbox.md} says. */
    private byte[] sealedByThem(AsymmetricCipherKeyPair inbox, AsymmetricCipherKeyPair ephemeral, byte[] content)
            throws Exception {
        byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(inbox.getPublic())
                .getEncoded();
        byte[] head =
                ByteBuffer.allocate(24).put(MAGIC).put(Sha.sha256(der), 0, 8).array();
        byte[] padded =
                ByteBuffer.allocate(65_464).putInt(content.length).put(content).array();
        HPKEContextWithEncapsulation context = hpke.setupBaseS(inbox.getPublic(), MAGIC, ephemeral);
        return ByteBuffer.allocate(65_536)
                .put(head)
                .put(context.getEncapsulation())
                .put(context.seal(head, padded))
                .array();
    }

    private byte[] openedByThem(AsymmetricCipherKeyPair inbox, byte[] letter) throws Exception {
        HPKEContext context = hpke.setupBaseR(Arrays.copyOfRange(letter, 24, 56), inbox, MAGIC);
        byte[] padded = context.open(Arrays.copyOf(letter, 24), Arrays.copyOfRange(letter, 56, letter.length));
        int length = ByteBuffer.wrap(padded).getInt();
        return Arrays.copyOfRange(padded, 4, 4 + length);
    }

    @Test
    void theyReadOurLetters() throws Exception {
        Random random = new Random(20261127);
        for (int size : new int[] {0, 1, 10_000, Letter.CONTENT_BYTES_MAX}) {
            AsymmetricCipherKeyPair inbox = hpke.generatePrivateKey();
            byte[] content = new byte[size];
            random.nextBytes(content);

            assertArrayEquals(
                    content, openedByThem(inbox, Letter.seal(ours(inbox).getPublic(), content)));
        }
    }

    @Test
    void weReadTheirLetters() throws Exception {
        Random random = new Random(20261128);
        for (int size : new int[] {0, 1, 10_000, Letter.CONTENT_BYTES_MAX}) {
            AsymmetricCipherKeyPair inbox = hpke.generatePrivateKey();
            byte[] content = new byte[size];
            random.nextBytes(content);
            byte[] letter = sealedByThem(inbox, hpke.generatePrivateKey(), content);

            assertArrayEquals(content, opened(ours(inbox), letter));
        }
    }

    /** The receiver is the vector's, the sender's ephemeral key too: then a letter is one row of bytes and no other. */
    @Test
    void agreesWithTheVectorOfTheSpecification() throws Exception {
        AsymmetricCipherKeyPair inbox = theirs(vectors.bytes("letter-private"));
        byte[] content = "Hej\n".getBytes(US_ASCII);
        byte[] letter = sealedByThem(inbox, theirs(vectors.bytes("letter-ephemeral")), content);

        assertEquals(vectors.text("letter-hej"), HexFormat.of().formatHex(Sha.sha256(letter)));
        assertEquals(vectors.text("letter-key-id"), InboxKey.id(ours(inbox).getPublic()));
        assertArrayEquals(content, opened(ours(inbox), letter));
    }

    private static byte[] opened(KeyPair keys, byte[] letter) throws GeneralSecurityException {
        return assertInstanceOf(Letter.Opened.Content.class, Letter.open(keys, letter))
                .bytes();
    }

    /** Ours are the keys of the ring, theirs are made from the same bytes. */
    @Test
    void knowsTheSamePublicKey() throws Exception {
        AsymmetricCipherKeyPair inbox = hpke.generatePrivateKey();
        byte[] raw = ((X25519PublicKeyParameters) inbox.getPublic()).getEncoded();
        byte[] der = ours(inbox).getPublic().getEncoded();

        assertArrayEquals(raw, Arrays.copyOfRange(der, der.length - 32, der.length));
    }
}
