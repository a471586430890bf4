package se.sigill.staff.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.request.RequestStatistics;
import se.sigill.app.request.StatisticsTable;
import se.sigill.look.Language;

/**
 * How the requests of a year went, in numbers that tell nothing of who asked.
 *
 * @param year that is shown, with the one before and the one after, if it has begun
 * @param csv where the same numbers are as a file
 */
public record StatisticsPage(
        Frame frame, int year, Optional<Link> before, Optional<Link> after, String csv, List<Part> parts) {
    /** How much of the chart's height one bar takes, with its label, in the size of its text. */
    private static final int BAR_EMS = 3;

    /** The most of the width that a bar takes: the rest is for its number. */
    private static final int BAR_PERCENT_MAX = 80;

    public record Link(int year, String link) {}

    /** @param chart of the rows; empty where there is nothing to compare */
    public record Part(String id, String title, List<Line> lines, List<Bar> chart) {
        public Part {
            lines = List.copyOf(lines);
            chart = List.copyOf(chart);
        }

        /** Of the chart, in the size of its text. */
        public int height() {
            return chart.size() * BAR_EMS;
        }

        /** What the chart shows, in a sentence, for who does not see it. */
        public String said() {
            return String.join(
                    ", ",
                    chart.stream().map(bar -> bar.label() + " " + bar.value()).toList());
        }
    }

    public record Line(String label, String value) {}

    /** @param percent of the width of the chart @param top where it begins, in the size of its text */
    public record Bar(String label, String value, int percent, int top) {}

    public StatisticsPage {
        parts = List.copyOf(parts);
    }

    public static StatisticsPage of(Surround around, int year) {
        Language l = around.language();
        String path = Place.STATISTICS.path();
        StatisticsTable table = StatisticsTable.of(year, RequestStatistics.of(around.archive(), year));
        return new StatisticsPage(
                around.frame(
                        around.places().contains(Place.REQUESTS) ? Place.REQUESTS : Place.STATISTICS,
                        l.say("Begäranden ", "Requests ") + year,
                        path + "?ar=" + year),
                year,
                link(year - 1, l),
                year < around.archive().today().getYear() ? link(year + 1, l) : Optional.empty(),
                "/" + l.code() + path + ".csv?ar=" + year,
                table.sections().stream().map(section -> part(section, l)).toList());
    }

    private static Optional<Link> link(int year, Language l) {
        return Optional.of(new Link(year, Place.STATISTICS.link(l) + "?ar=" + year));
    }

    private static Part part(StatisticsTable.Section section, Language l) {
        List<Line> lines = section.rows().stream()
                .map(row -> new Line(RequestsPage.say(row.label(), l), value(row, l)))
                .toList();
        return new Part(
                section.id(),
                RequestsPage.say(section.title(), l),
                lines,
                section.drawn() ? chart(section, l) : List.of());
    }

    private static List<Bar> chart(StatisticsTable.Section section, Language l) {
        long most = section.rows().stream()
                .mapToLong(row -> row.value().orElse(0))
                .max()
                .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (StatisticsTable.Row row : most == 0 ? List.<StatisticsTable.Row>of() : section.rows()) {
            bars.add(bar(row, most, bars.size() * BAR_EMS, l));
        }
        return bars;
    }

    private static Bar bar(StatisticsTable.Row row, long most, int top, Language l) {
        long value = row.value().orElse(0);
        // What is not nothing is seen.
        int percent = value == 0 ? 0 : Math.max(1, Math.toIntExact(value * BAR_PERCENT_MAX / most));
        return new Bar(RequestsPage.say(row.label(), l), value(row, l), percent, top);
    }

    private static String value(StatisticsTable.Row row, Language l) {
        if (row.value().isEmpty()) {
            return l.say("inget att räkna på", "nothing to count");
        }
        long value = row.value().getAsLong();
        return switch (row.unit()) {
            case COUNT -> Long.toString(value);
            case MINUTES -> {
                Duration time = Duration.ofMinutes(value);
                yield time.toHours() + " h " + time.toMinutesPart() + " min";
            }
        };
    }
}
