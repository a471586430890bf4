package se.sigill.formats.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <paf@nada.kth.se> | Patrik Fältström <paf@nada.kth.se>",
                "=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?= | ab",
                "=?ISO-8859-1?Q?a_b?= | a b",
                "=?utf-8?B?w4Vy?= | År",
                "=?utf-8?Q?=C3?= =?utf-8?Q?=85=C3=A5?= | Åå",
                "=?UTF-8*sv?Q?=C3=A5r?= | år",
                "=?iso-8859-1?Q?Die_Frösche?= | Die Frösche",
                "=?utf-8?Q?Åtgärd_=C3=A5?= | Åtgärd å",
                "a=?b?c | a=?b?c",
                "bara text | bara text"
            })
    void readsWordsAsTheRuleAndItsBreakersMeanThem(String field, String text) {
        assertEquals(text, EncodedWords.decode(field).text());
    }

    @Test
    void tellsOfACharacterSetThatNobodyKnows() {
        assertTrue(EncodedWords.decode("=?klingon?Q?x?=").hasUnknownCharset());
        assertFalse(EncodedWords.decode("=?koi8-r?Q?x?=").hasUnknownCharset());
    }

    @Property(tries = 500)
    void neverThrows(@ForAll String before, @ForAll String inside, @ForAll boolean quoted) {
        String word = before + "=?utf-8?" + (quoted ? "q" : "b") + "?" + inside + "?=";

        assertTrue(EncodedWords.decode(word).text().length() <= word.length() * 2);
    }
}
