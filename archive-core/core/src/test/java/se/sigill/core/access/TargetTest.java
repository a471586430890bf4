package se.sigill.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "record",
                "part:2.1",
                "page:3",
                "page:3:500,1000,9000,700",
                "page:1:0,0,10000,10000",
                "time:75-90"
            })
    void readsBackWhatItWrites(String text) {
        assertEquals(text, Target.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "layer:4",
                "part:",
                "page:0",
                "time:90-75",
                "time:75-75",
                "page:3:0,0,0,700",
                "page:3:0,0,700,0",
                "page:3:9999,0,2,700",
                "page:3:0,9999,700,2"
            })
    void refusesWhatIsNoPlace(String text) {
        assertThrows(IllegalArgumentException.class, () -> Target.parse(text));
    }

    @Test
    void touchesPartsInsideAndAroundIt() {
        Target part = Target.parse("part:2.1");

        assertTrue(part.touches("2.1"));
        assertTrue(part.touches("2.1.3"));
        assertTrue(part.touches("2"));
        assertFalse(part.touches("2.10"));
        assertFalse(part.touches("3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record", "page:3", "page:3:0,0,10,10", "time:0-1"})
    void touchesEveryPartUnlessAPartIsNamed(String text) {
        assertTrue(Target.parse(text).touches("7.2"));
    }
}
