package se.sigill.app.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import se.sigill.core.json.Json;
import se.sigill.core.request.Age;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Statistics;
import se.sigill.core.request.Statistics.AppealEnd;
import se.sigill.core.request.Statistics.Channel;
import se.sigill.core.request.Statistics.Track;
import se.sigill.core.request.Wording;

/** The statistics as rows with their words: what the page, the file for spreadsheets and programs are shown. */
public record StatisticsTable(int year, List<Section> sections) {
    /** Spreadsheet programs read the file as UTF-8 only if it begins so. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public StatisticsTable {
        sections = List.copyOf(sections);
    }

    /** @param drawn whether its rows are parts that a chart compares */
    public record Section(String id, Wording title, boolean drawn, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /** @param value empty where there is nothing to compute it from */
    public record Row(String id, Wording label, Unit unit, OptionalLong value) {}

    public enum Unit {
        COUNT("antal", "count"),
        /** Of working time. */
        MINUTES("minuter", "minutes");

        private final String swedish;
        private final String english;

        Unit(String swedish, String english) {
            this.swedish = swedish;
            this.english = english;
        }

        public Wording word() {
            return new Wording(swedish, english);
        }
    }

    public static StatisticsTable of(int year, Statistics statistics) {
        return new StatisticsTable(
                year,
                List.of(
                        came(statistics),
                        channels(statistics.came()),
                        tracks(statistics.came()),
                        outcomes(statistics.decided()),
                        deciders(statistics.decided()),
                        waited(statistics.waited()),
                        open(statistics),
                        appeals(statistics.appeals())));
    }

    private static Section came(Statistics statistics) {
        return section(
                "requests",
                new Wording("Begäranden", "Requests"),
                false,
                count(
                        "came",
                        "Kom in under året",
                        "Came in during the year",
                        statistics.came().all()),
                count("closed", "Avslutade", "Closed", statistics.closed()),
                count("open", "Öppna nu", "Open now", statistics.stillOpen()));
    }

    private static Section channels(Statistics.Came came) {
        return section(
                "channel",
                new Wording("Hur de kom in", "How they came in"),
                true,
                Stream.of(Channel.values())
                        .map(each ->
                                row(each.word(), word(each), came.channels().getOrDefault(each, 0))));
    }

    private static Wording word(Channel channel) {
        return switch (channel) {
            case WEB -> new Wording("Webben", "Web");
            case PHONE -> new Wording("Telefon", "Phone");
            case DESK -> new Wording("I disken", "At the desk");
            case MAIL -> new Wording("E-post", "E-mail");
            case LETTER -> new Wording("Brev", "Letter");
            case OTHER -> new Wording("På annat sätt", "Another way");
        };
    }

    private static Section tracks(Statistics.Came came) {
        return section(
                "track",
                new Wording("Slag av begäran", "Kind of request"),
                false,
                Stream.of(Track.values())
                        .map(each -> row(each.word(), word(each), came.tracks().getOrDefault(each, 0))));
    }

    private static Wording word(Track track) {
        return switch (track) {
            case OFFICIAL_DOCUMENT -> new Wording("Allmän handling (TF 2 kap.)", "Official document (TF 2)");
            case PARTY -> new Wording("Partsinsyn (FL 10 §)", "Party access (FL 10)");
            case AUTHORITY -> new Wording("Annan myndighet (OSL 6 kap. 5 §)", "Another authority (OSL 6:5)");
            case INFORMATION -> new Wording("Uppgift (OSL 6 kap. 4 §)", "Information (OSL 6:4)");
            case COMPILATION -> new Wording("Sammanställning (TF 2 kap. 6 §)", "Compilation (TF 2:6)");
            case OTHER -> new Wording("Annat", "Other");
        };
    }

    private static Section outcomes(Statistics.Decided decided) {
        return section(
                "outcome",
                new Wording("Beslut per handling", "Decisions by record"),
                true,
                Stream.of(Outcome.values())
                        .map(each ->
                                row(each.word(), word(each), decided.outcomes().getOrDefault(each, 0))));
    }

    private static Wording word(Outcome outcome) {
        return switch (outcome) {
            case WHOLE -> new Wording("Lämnades ut", "Released");
            case PART -> new Wording("Lämnades ut delvis", "Released in part");
            case WITH_RESERVATION -> new Wording("Lämnades ut med förbehåll", "Released with a reservation");
            case REFUSED -> new Wording("Lämnades inte ut", "Refused");
            case NOT_HELD -> new Wording("Fanns inte", "Not held");
            case NOT_OFFICIAL -> new Wording("Inte allmän handling", "Not an official document");
            case FORWARDED -> new Wording("Skickades vidare", "Sent on");
        };
    }

    private static Section deciders(Statistics.Decided decided) {
        return section(
                "decided-by",
                new Wording("Hur många som beslutade", "How many decided"),
                false,
                count("one", "En, där en räcker", "One, where one is enough", decided.one()),
                count("two", "Två", "Two", decided.two()),
                count("alone", "En ensam, där två är regeln", "One alone, where two are the rule", decided.alone()),
                count("waiting", "Väntar på en andra person", "Waiting for a second person", decided.waiting()));
    }

    private static Section waited(Statistics.Waited waited) {
        return section(
                "waited",
                new Wording("Arbetstid till första svaret", "Working time to the first answer"),
                false,
                count("answered", "Begäranden som fått svar", "Requests with an answer", waited.answered()),
                time("median", "Hälften fick svar inom", "Half had an answer within", waited.median()),
                time("ninety", "Nio av tio fick svar inom", "Nine of ten had an answer within", waited.ninety()));
    }

    private static Section open(Statistics statistics) {
        return section(
                "open",
                new Wording("Öppna nu, efter ålder", "Open now, by age"),
                true,
                Stream.of(Age.values())
                        .map(each -> row(
                                each.word().english().replace(' ', '-'),
                                aged(each),
                                statistics.open().getOrDefault(each, 0))));
    }

    private static Wording aged(Age age) {
        return new Wording(
                age.word().swedish() + ": " + age.meaning().swedish(),
                age.word().english() + ": " + age.meaning().english());
    }

    private static Section appeals(Statistics.Appeals appeals) {
        List<Row> rows = new ArrayList<>();
        rows.add(count("came", "Överklaganden", "Appeals", appeals.all()));
        rows.add(count("in-time", "varav i tid", "of which in time", appeals.inTime()));
        for (AppealEnd each : AppealEnd.values()) {
            rows.add(row(each.word(), word(each), appeals.ends().getOrDefault(each, 0)));
        }
        return section("appeals", new Wording("Överklaganden", "Appeals"), false, rows.stream());
    }

    private static Wording word(AppealEnd end) {
        return switch (end) {
            case CHANGED -> new Wording("Beslutet ändrades", "The decision was changed");
            case FORWARDED -> new Wording("Lämnades över till domstolen", "Passed on to the court");
            case TOO_LATE -> new Wording("Avvisades, kom för sent", "Dismissed, came too late");
            case OTHER -> new Wording("Annat", "Other");
            case OPEN -> new Wording("Inte hanterade än", "Not handled yet");
        };
    }

    private static Section section(String id, Wording title, boolean drawn, Row... rows) {
        return section(id, title, drawn, Stream.of(rows));
    }

    private static Section section(String id, Wording title, boolean drawn, Stream<Row> rows) {
        return new Section(id, title, drawn, rows.toList());
    }

    private static Row count(String id, String swedish, String english, int count) {
        return row(id, new Wording(swedish, english), count);
    }

    private static Row row(String id, Wording label, int count) {
        return new Row(id, label, Unit.COUNT, OptionalLong.of(count));
    }

    private static Row time(String id, String swedish, String english, Optional<Duration> time) {
        return new Row(
                id,
                new Wording(swedish, english),
                Unit.MINUTES,
                time.map(each -> OptionalLong.of(each.toMinutes())).orElseGet(OptionalLong::empty));
    }

    /**
     * With semicolons, as spreadsheet programs expect where a comma stands in decimal numbers. Every cell is a word of
     * this class or a number: none has a sign that would need quotes.
     */
    public String csv(boolean swedish) {
        StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);
        out.append(swedish ? "år;del;rad;värde;enhet\r\n" : "year;part;row;value;unit\r\n");
        for (Section section : sections) {
            for (Row row : section.rows()) {
                out.append(year)
                        .append(';')
                        .append(say(section.title(), swedish))
                        .append(';');
                out.append(say(row.label(), swedish)).append(';');
                row.value().ifPresent(out::append);
                out.append(';').append(say(row.unit().word(), swedish)).append("\r\n");
            }
        }
        return out.toString();
    }

    private static String say(Wording wording, boolean swedish) {
        return swedish ? wording.swedish() : wording.english();
    }

    /** By ids; a row without a value is left out. */
    public Json.Obj json() {
        Json.Obj all = Json.object().with("year", year);
        for (Section section : sections) {
            Json.Obj rows = Json.object();
            for (Row row : section.rows()) {
                row.value().ifPresent(value -> rows.with(row.id(), value));
            }
            all.with(section.id(), rows);
        }
        return all;
    }
}
