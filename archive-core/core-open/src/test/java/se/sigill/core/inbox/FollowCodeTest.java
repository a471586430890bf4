package se.sigill.core.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FollowCodeTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void isSixGroupsOfFour() {
        String text = FollowCode.make(RANDOM).text();

        assertTrue(text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}"), text);
        assertEquals(text, FollowCode.read(text).orElseThrow().text());
    }

    @Test
    void usesEveryBitAndForeseesNone() {
        Set<String> texts = new HashSet<>();
        Set<Character> characters = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            String text = FollowCode.make(RANDOM).text();
            texts.add(text);
            characters.add(text.charAt(0));
            characters.add(text.charAt(text.length() - 1));
        }

        assertEquals(2_000, texts.size());
        assertEquals(32, characters.size());
    }

    @Test
    void readsWhatPeopleType() {
        FollowCode code = FollowCode.read("0123-4567-89AB-CDEF-GHJK-MN10").orElseThrow();

        for (String typed : new String[] {
            "0123456789ABCDEFGHJKMN10",
            " o123 4567 89ab cdef ghjk mnio ",
            "0l23–4567—89ab‑cdef\tghjk\u00a0mnl0",
            "O I 2 3 4 5 6 7 8 9 a b c d e f g h j k m n L O\r\n"
        }) {
            assertEquals(Optional.of(code), FollowCode.read(typed), typed);
        }
    }

    @Test
    void refusesWhatIsNoCode() {
        for (String typed : new String[] {
            "",
            "0123-4567-89AB-CDEF-GHJK-MN1",
            "0123-4567-89AB-CDEF-GHJK-MN100",
            "0123-4567-89AB-CDEF-GHJK-MNU0",
            "0123-4567-89AB-CDEF-GHJK-MN1å",
            "0123-4567-89AB-CDEF-GHJK-MN1\ud835",
            "0".repeat(1_000_000)
        }) {
            assertEquals(Optional.empty(), FollowCode.read(typed));
        }
    }

    @Test
    void tellsItselfToNobody() {
        FollowCode code = FollowCode.make(RANDOM);

        assertEquals("FollowCode[hidden]", code.toString());
        assertEquals("BoxKey[" + code.boxName() + ", key hidden]", code.boxKey().toString());
    }

    @Test
    void givesNamesAndKeysThatHaveNothingInCommon() {
        FollowCode code = FollowCode.make(RANDOM);
        FollowCode other = FollowCode.make(RANDOM);

        assertEquals(code.boxKey(), FollowCode.read(code.text()).orElseThrow().boxKey());
        assertEquals(
                code.boxKey().hashCode(),
                FollowCode.read(code.text()).orElseThrow().boxKey().hashCode());
        assertEquals(code.hashCode(), FollowCode.read(code.text()).orElseThrow().hashCode());
        assertNotEquals(code, other);
        assertNotEquals(code.boxName(), other.boxName());
        assertNotEquals(code.boxKey(), other.boxKey());
        assertFalse(java.util.HexFormat.of().formatHex(code.boxKey().key()).contains(code.boxName()));
    }

    @Property(tries = 1_000)
    void readsItsOwnTextInAnyCase(@ForAll @StringLength(24) @CharRange(from = '0', to = '9') String digits) {
        FollowCode code = FollowCode.read(digits).orElseThrow();

        assertEquals(Optional.of(code), FollowCode.read(code.text().toLowerCase(Locale.ROOT)));
        assertEquals(digits, code.text().replace("-", ""));
    }

    @Property(tries = 1_000)
    void neverThrowsAtWhatIsTyped(@ForAll String typed) {
        FollowCode.read(typed).ifPresent(code -> assertEquals(Optional.of(code), FollowCode.read(code.text())));
    }
}
