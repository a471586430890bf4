package se.sigill.core.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The vectors that come with RFC 9180: appendix A.1.1, and the same for AES-256-GCM from the file of vectors that the
 * appendix names (mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002). A receiver is fixed by them; a sender chooses anew.
 */
class HpkeTest {
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] CONTENT = "Beauty is truth, truth beauty".getBytes(US_ASCII);
    private static final byte[] BOUND = "Count-0".getBytes(US_ASCII);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static PrivateKey privateKey(String digits) {
        try {
            return KeyFactory.getInstance("X25519")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, hex(digits)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opensTheVectorOfAppendixA1() {
        byte[] sealed = hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
                + "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a");

        Optional<byte[]> opened = new Hpke(Hpke.Aead.AES_128_GCM)
                .open(
                        privateKey("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"),
                        INFO,
                        BOUND,
                        sealed);

        assertArrayEquals(CONTENT, opened.orElseThrow());
    }

    @Test
    void opensTheVectorForAes256() {
        PrivateKey key = privateKey("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
        byte[] sealed = hex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
                + "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a");
        Hpke hpke = new Hpke(Hpke.Aead.AES_256_GCM);

        assertArrayEquals(CONTENT, hpke.open(key, INFO, BOUND, sealed).orElseThrow());
        assertEquals(Optional.empty(), hpke.open(key, BOUND, BOUND, sealed));
        assertEquals(Optional.empty(), hpke.open(key, INFO, INFO, sealed));
        assertEquals(Optional.empty(), new Hpke(Hpke.Aead.AES_128_GCM).open(key, INFO, BOUND, sealed));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 4;
            assertEquals(Optional.empty(), hpke.open(key, INFO, BOUND, changed), "byte " + i);
            assertEquals(Optional.empty(), hpke.open(key, INFO, BOUND, Bytes.part(sealed, 0, i)), i + " bytes");
        }
    }

    @Test
    void opensWhatItSealed() {
        KeyPair keys = LetterTest.pair("X25519");
        Hpke hpke = new Hpke(Hpke.Aead.AES_256_GCM);
        byte[] sealed = hpke.seal(keys.getPublic(), INFO, BOUND, CONTENT);

        assertArrayEquals(
                CONTENT, hpke.open(keys.getPrivate(), INFO, BOUND, sealed).orElseThrow());
        assertEquals(Optional.empty(), hpke.open(LetterTest.pair("X25519").getPrivate(), INFO, BOUND, sealed));
        assertThrows(
                IllegalArgumentException.class,
                () -> hpke.open(LetterTest.pair("Ed25519").getPrivate(), INFO, BOUND, sealed));
    }
}
