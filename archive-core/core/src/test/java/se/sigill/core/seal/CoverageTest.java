package se.sigill.core.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CoverageTest {
    private static final Coverage COVERAGE = new Coverage(10, 20, List.of(12L, 17L), List.of(3L));

    @Test
    void sealsItsRangeWithoutWhatItLeftAndWithWhatComesLate() {
        assertTrue(COVERAGE.seals(10));
        assertFalse(COVERAGE.seals(12));
        assertFalse(COVERAGE.seals(20));
        assertTrue(COVERAGE.seals(3));
        assertFalse(COVERAGE.seals(4));
    }

    @Test
    void refusesExceptionsOutOfPlace() {
        assertThrows(IllegalArgumentException.class, () -> new Coverage(10, 20, List.of(20L), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Coverage(10, 20, List.of(9L), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Coverage(10, 20, List.of(), List.of(10L)));
        assertThrows(IllegalArgumentException.class, () -> new Coverage(10, 20, List.of(13L, 13L), List.of()));
    }

    @Test
    void standsInThePeriodAndIsReadBack() {
        Period period = new Period(
                "20261123T232952Z-7k3q",
                "ekbacka.example/log",
                COVERAGE,
                Instant.parse("2026-11-23T23:29:52Z"),
                3,
                "a5".repeat(32),
                "5a".repeat(32));
        String text = new String(period.bytes(), StandardCharsets.UTF_8);

        assertTrue(text.contains("\"first\":10,\"end\":20,\"left\":[12,17],\"late\":[3],"), text);
        assertEquals(Optional.of(period), Period.parse(period.bytes()));
        assertEquals(
                Optional.empty(),
                Period.parse(text.replace("[12,17]", "[17,12]").getBytes(StandardCharsets.UTF_8)));
    }
}
