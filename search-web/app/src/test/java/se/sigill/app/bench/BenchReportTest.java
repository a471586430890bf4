package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

class BenchReportTest {
    private static final BenchReport REPORT = new BenchReport(
            Instant.parse("2026-11-24T00:30:00Z"),
            "abc1234",
            new Machine("a processor", 2, 24L << 30, "Linux 6.1", "ext4", "25"),
            BenchSize.QUICK,
            List.of(
                    new Measure("small.rate", 412.34, "records/s", Measure.Goal.atLeast(300), "n"),
                    new Measure("search.p99", 12.5, "ms", Measure.Goal.atMost(10), ""),
                    Measure.fact("baseline.fsync.1", 820, "files/s", "")),
            List.of(new BenchReport.Skipped("baseline.borg", "not installed")));

    @Test
    void saysWhichGoalsAreMissed() {
        assertEquals(
                List.of("search.p99"),
                REPORT.missed().stream().map(Measure::name).toList());
    }

    @Test
    void statesDateCommitMachineDurabilityAndWhatWasSkipped() {
        String text = REPORT.text();

        assertTrue(text.contains("2026-11-24T00:30:00Z, commit abc1234"), text);
        assertTrue(text.contains("2 × a processor, 24 GiB, Linux 6.1, ext4"), text);
        assertTrue(text.contains("waits for fsync"), text);
        assertTrue(text.contains("goal ≥ 300, met"), text);
        assertTrue(text.contains("goal ≤ 10, MISSED"), text);
        assertTrue(text.contains("skipped: baseline.borg: not installed"), text);
    }

    @Test
    void printsJsonThatReadsBackAsItself() {
        String json = JsonWriter.compact(REPORT.toJson());

        assertEquals(json, JsonWriter.compact(JsonReader.parse(json)));
        assertTrue(json.startsWith("{\"format\":\"sigill/bench/1\""), json);
        assertTrue(json.contains("\"value\":412.340,\"unit\":\"records/s\",\"atLeast\":300,\"met\":true"), json);
    }

    @Test
    void takesPercentilesByNearestRank() {
        long[] nanos = new long[100];
        for (int i = 0; i < 100; i++) {
            nanos[i] = (100 - i) * 1_000_000L;
        }
        Percentiles percentiles = Percentiles.of(nanos);

        assertEquals(50, percentiles.millis(50));
        assertEquals(99, percentiles.millis(99));
        assertEquals(100, percentiles.millis(100));
        assertThrows(IllegalArgumentException.class, Percentiles::of);
    }

    @Test
    void scalesTheFullSize() {
        assertEquals(100, BenchSize.scaled(0.1).papers());
        assertEquals(BenchSize.FULL, BenchSize.scaled(1));
        assertThrows(IllegalArgumentException.class, () -> BenchSize.scaled(0));
        assertFalse(BenchSize.QUICK.equals(BenchSize.FULL));
    }
}
