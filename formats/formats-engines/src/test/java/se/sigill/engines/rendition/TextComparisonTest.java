package se.sigill.engines.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class TextComparisonTest {
    @Test
    void oneWordLostOfAThousandIsSeen() {
        String source = "ord ".repeat(999) + "avslag";

        TextComparison comparison = TextComparison.of(source, "ord ".repeat(999));

        assertEquals(new TextComparison(1000, 1, 0), comparison);
        assertFalse(comparison.same(0, 0));
    }

    @Test
    void aWordInsideAnotherIsNoSubstitute() {
        assertEquals(new TextComparison(2, 1, 1), TextComparison.of("bygga nämnd", "bygga ochnämnderna"));
        assertEquals(new TextComparison(2, 1, 0), TextComparison.of("byggnämnd bygg", "bygg bygg"));
    }

    @Test
    void aWordThatTheSourceHasNotIsSeen() {
        assertEquals(new TextComparison(2, 0, 1), TextComparison.of("inte bifall", "inte bifall avslag"));
    }

    @Test
    void brokenAndGluedWordsAreThere() {
        assertEquals(
                new TextComparison(3, 0, 0),
                TextComparison.of("kommunfullmäktige i Lund", "kommunfull- Lund\nmäktige i"));
        assertEquals(new TextComparison(2, 0, 0), TextComparison.of("Rubrik Text", "RubrikText"));
        assertEquals(new TextComparison(1, 0, 0), TextComparison.of("RubrikText", "Rubrik Text"));
    }

    @Test
    void whatWasPrintedBesidesStandsForNoWordOfTheSource() {
        assertEquals(
                new TextComparison(2, 1, 0),
                TextComparison.of("sida 1", "sida 1 2", "1 2", ""),
                "the 1 is a page number");
        assertEquals(new TextComparison(1, 0, 0), TextComparison.of("hej", "hej Bilagor", "Bilagor", ""));
        assertEquals(new TextComparison(1, 0, 0), TextComparison.of("hej", "hej hopp", "", "hopp hej"));
    }

    @Test
    void aVeryLongWordIsComparedInTime() {
        String digits = "0123456789abcdef".repeat(5_000);
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < digits.length(); at += 90) {
            lines.append(digits, at, Math.min(at + 90, digits.length())).append('\n');
        }

        assertEquals(new TextComparison(1, 0, 0), TextComparison.of(digits, lines.toString()));
    }
}
