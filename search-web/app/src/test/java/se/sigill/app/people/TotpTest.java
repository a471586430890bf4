package se.sigill.app.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String SECRET = Base32.encode(KEY);

    /** RFC 6238, appendix B: the last six of the eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    void computesTheVectorsOfTheStandard(long second, String code) {
        assertEquals(code, Totp.code(KEY, second / 30));
        assertEquals(OptionalLong.of(second / 30), Totp.step(SECRET, code, Instant.ofEpochSecond(second), 0));
    }

    @Test
    void letsAClockDifferByOneStepAndNoMore() {
        String code = Totp.code(KEY, 1000);

        for (long step : new long[] {999, 1000, 1001}) {
            assertEquals(OptionalLong.of(1000), Totp.step(SECRET, code, Instant.ofEpochSecond(step * 30), 0));
        }
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, code, Instant.ofEpochSecond(1002 * 30), 0));
        assertEquals(OptionalLong.empty(), Totp.step(SECRET, code, Instant.ofEpochSecond(997 * 30), 0));
    }

    @Test
    void aCodeCountsOnce() {
        Instant now = Instant.ofEpochSecond(30_000);

        assertEquals(OptionalLong.empty(), Totp.step(SECRET, Totp.code(KEY, 1000), now, 1000));
        assertEquals(OptionalLong.of(1001), Totp.step(SECRET, Totp.code(KEY, 1001), now, 1000));
    }

    @Test
    void takesNothingThatIsNoCode() {
        for (String code : new String[] {"", "12345", "1234567", "abcdef", "12 345"}) {
            assertEquals(OptionalLong.empty(), Totp.step(SECRET, code, Instant.ofEpochSecond(59), 0), code);
        }
    }

    /** RFC 4648 §10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writesBase32(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertEquals(encoded, Base32.encode(bytes));
        assertArrayEquals(bytes, Base32.decode(encoded));
        assertThrows(IllegalArgumentException.class, () -> Base32.decode("m1"));
    }
}
