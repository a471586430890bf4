package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;
import javax.crypto.DecapsulateException;
import javax.crypto.KEM;
import javax.crypto.SecretKey;

/**
 * Hybrid Public Key Encryption (RFC 9180) for one message: base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
 * AES-GCM. The JDK does the key encapsulation (section 4.1) and HKDF; the key schedule (section 5.1) is here. A key is
 * made for each message, so that the sequence number is 0 and the nonce is the base nonce (section 5.2). Stateless.
 */
final class Hpke {
    /** A public X25519 key as it is sent (RFC 7748). */
    static final int ENCAPSULATED_BYTES = 32;

    private static final byte[] NONE = {};
    private static final byte[] VERSION = "HPKE-v1".getBytes(US_ASCII);
    private static final byte MODE_BASE = 0;
    private static final int KEM_X25519_HKDF_SHA256 = 0x0020;
    private static final int KDF_HKDF_SHA256 = 0x0001;

    /** The AEADs that are known here, by their number in the RFC's section 7.3. Sigill writes {@link #AES_256_GCM}. */
    enum Aead {
        AES_128_GCM(0x0001, 16),
        AES_256_GCM(0x0002, Gcm.KEY_BYTES);

        private final int id;
        private final int keyBytes;

        Aead(int id, int keyBytes) {
            this.id = id;
            this.keyBytes = keyBytes;
        }
    }

    private final Aead aead;
    private final byte[] suite;

    Hpke(Aead aead) {
        this.aead = aead;
        this.suite = ByteBuffer.allocate(10)
                .put("HPKE".getBytes(US_ASCII))
                .putShort((short) KEM_X25519_HKDF_SHA256)
                .putShort((short) KDF_HKDF_SHA256)
                .putShort((short) aead.id)
                .array();
    }

    /** The AEAD's key and nonce. A class and no record: it is neither printed nor compared. */
    private static final class Keys {
        private final byte[] key;
        private final byte[] nonce;

        Keys(byte[] key, byte[] nonce) {
            this.key = key;
            this.nonce = nonce;
        }
    }

    /**
     * The encapsulated key, then the ciphertext with its tag.
     *
     * @throws IllegalArgumentException if the receiver's key is no X25519 key, or one that agrees with nobody
     */
    byte[] seal(PublicKey receiver, byte[] info, byte[] bound, byte[] content) {
        try {
            KEM.Encapsulated shared =
                    KEM.getInstance("DHKEM").newEncapsulator(receiver).encapsulate();
            if (shared.encapsulation().length != ENCAPSULATED_BYTES) {
                throw new IllegalArgumentException("the key of the inbox is no X25519 key");
            }
            Keys keys = schedule(shared.key(), info);
            return Bytes.join(shared.encapsulation(), Gcm.seal(keys.key, keys.nonce, bound, content));
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the key of the inbox is no X25519 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no DHKEM with X25519", e);
        }
    }

    /**
     * @param sealed what {@link #seal} gave
     * @return empty if it is not for this key, with this info, or not as it was sealed
     * @throws IllegalArgumentException if the receiver's key is no X25519 key
     */
    Optional<byte[]> open(PrivateKey receiver, byte[] info, byte[] bound, byte[] sealed) {
        if (sealed.length < ENCAPSULATED_BYTES + Gcm.TAG_BYTES) {
            return Optional.empty();
        }
        byte[] encapsulated = Bytes.part(sealed, 0, ENCAPSULATED_BYTES);
        byte[] ciphertext = Bytes.part(sealed, ENCAPSULATED_BYTES, sealed.length);
        try {
            SecretKey shared =
                    KEM.getInstance("DHKEM").newDecapsulator(receiver).decapsulate(encapsulated);
            Keys keys = schedule(shared, info);
            return Gcm.open(keys.key, keys.nonce, bound, ciphertext);
        } catch (DecapsulateException e) {
            // A point of small order (RFC 9180 section 7.1.4), for one.
            return Optional.empty();
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("the key of the inbox is no X25519 key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no DHKEM with X25519", e);
        }
    }

    /** KeySchedule of section 5.1 with mode_base: no pre-shared key; nothing is exported. */
    private Keys schedule(SecretKey shared, byte[] info) {
        byte[] context = Bytes.join(
                new byte[] {MODE_BASE},
                labeledExtract(NONE, "psk_id_hash", NONE),
                labeledExtract(NONE, "info_hash", info));
        byte[] secret = labeledExtract(shared.getEncoded(), "secret", NONE);
        return new Keys(
                labeledExpand(secret, "key", context, aead.keyBytes),
                labeledExpand(secret, "base_nonce", context, Gcm.NONCE_BYTES));
    }

    private byte[] labeledExtract(byte[] salt, String label, byte[] secret) {
        return Hkdf.extract(salt, Bytes.join(VERSION, suite, label.getBytes(US_ASCII), secret));
    }

    private byte[] labeledExpand(byte[] extracted, String label, byte[] info, int bytes) {
        byte[] length = ByteBuffer.allocate(2).putShort((short) bytes).array();
        return Hkdf.expand(extracted, Bytes.join(length, VERSION, suite, label.getBytes(US_ASCII), info), bytes);
    }
}
