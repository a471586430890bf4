package se.sigill.core.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import se.sigill.core.access.CatalogueReading;
import se.sigill.core.finding.Finding;

/** What several tests of the package start from. */
final class Samples {
    private Samples() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Tariff tariff(String name) {
        return TariffCsv.read(name, "1", text(name)).value().orElseThrow();
    }

    static List<String> codes(CatalogueReading<?> reading) {
        return reading.findings().stream()
                .filter(Finding::isError)
                .map(f -> f.code().id() + " " + f.where())
                .toList();
    }

    /** A time in Sweden, {@code 2026-03-29T15:20}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SwedishCalendar.ZONE).toInstant();
    }

    static Arbitrary<LocalDate> days() {
        long first = LocalDate.of(1995, 1, 1).toEpochDay();
        long last = LocalDate.of(2095, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }

    /** Instants to the second, often around the two nights when clocks are set and around New Year. */
    static Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(), 1_800_000_000L)
                .map(Instant::ofEpochSecond);
        Arbitrary<Instant> edges = Arbitraries.of(
                        at("2024-03-31T01:59"), at("2024-10-27T02:30"), at("2023-12-31T23:59"), at("2024-02-29T12:00"))
                .flatMap(edge -> Arbitraries.longs().between(-200_000, 200_000).map(edge::plusSeconds));
        return Arbitraries.oneOf(List.of(any, edges));
    }
}
