package se.sigill.app.people.bouncy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;

class Argon2Test {
    private final SecureRandom random = new SecureRandom();

    private static byte[] times(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 9106 §5.3. */
    @Test
    void computesTheVectorOfTheStandard() {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(times(2, 16))
                .withSecret(times(3, 8))
                .withAdditional(times(4, 12))
                .build();

        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(Argon2.compute(parameters, times(1, 32), 32)));
    }

    @Test
    void knowsAPasswordAgainAndNoOther() {
        String hash = Argon2.hash("räksmörgås på bänken".toCharArray(), random);

        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(Argon2.matches("räksmörgås på bänken".toCharArray(), hash));
        assertFalse(Argon2.matches("räksmörgås på bänkem".toCharArray(), hash));
        assertFalse(Argon2.matches(new char[0], hash));
        assertNotEquals(hash, Argon2.hash("räksmörgås på bänken".toCharArray(), random), "the salt is random");
    }

    @Test
    void takesNoHashOfAnotherForm() {
        for (String hash : new String[] {
            "",
            "plain",
            "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA",
            "$argon2id$v=19$m=9999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"
        }) {
            assertFalse(Argon2.matches("lösen".toCharArray(), hash), hash);
        }
    }
}
