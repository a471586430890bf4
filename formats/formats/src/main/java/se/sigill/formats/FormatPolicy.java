package se.sigill.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.finding.Finding;

/**
 * Which formats get a rendition, which, and when: a table that the archive adopts as data.
 *
 * @param rules in the order of the table
 */
public record FormatPolicy(List<Rule> rules) {
    /** More rows than PRONOM has formats make no sense. */
    private static final int ROWS_MAX = 10_000;

    private static final List<String> COLUMNS = List.of("format", "name", "action", "target", "when", "source");

    public FormatPolicy {
        rules = List.copyOf(rules);
    }

    /** What to do with a format. */
    public enum Action {
        /** The format lasts: the original is enough. */
        KEEP,
        /** A rendition is due. */
        NORMALISE,
        /** Valid files are kept, others are a gap. */
        VALIDATE
    }

    /** When a rendition is due. */
    public enum When {
        AT_ONCE,
        AT_RELEASE,
        CAMPAIGN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One row.
     *
     * @param format a PUID, a media type, a family ({@code image/*}) or {@code *} for everything else
     * @param name for people
     * @param action what to do
     * @param target the flavour of the rendition, {@code pdfa-2a}; empty with {@link Action#KEEP}
     * @param when a rendition is due
     * @param source where the rule comes from
     */
    public record Rule(String format, String name, Action action, String target, When when, String source) {}

    /**
     * What reading a table gave.
     *
     * @param policy the rows that could be read
     * @param findings one for every row that could not; the policy must not be adopted if there is an error among them
     */
    public record Reading(FormatPolicy policy, List<Finding> findings) {
        public Reading {
            findings = List.copyOf(findings);
        }
    }

    /** The table that comes with Sigill. */
    public static String sample() {
        try (InputStream in = FormatPolicy.class.getResourceAsStream("format-policy.csv")) {
            if (in == null) {
                throw new IllegalStateException("format-policy.csv is missing in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("format-policy.csv could not be read from the jar", e);
        }
    }

    /** Reads a table: a head {@code format,name,action,target,when,source}, comma or semicolon, one rule a row. */
    public static Reading read(String csv) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Rule> rules = new LinkedHashMap<>();
        String head = csv.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 ? ';' : ',';
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : reader) {
                if (rules.size() >= ROWS_MAX) {
                    findings.add(wrong(row, "the table has more than " + ROWS_MAX + " rows"));
                    break;
                }
                rule(row, findings).ifPresent(rule -> {
                    if (rules.putIfAbsent(rule.format(), rule) != null) {
                        findings.add(wrong(row, "the format " + rule.format() + " stands twice"));
                    }
                });
            }
        } catch (CsvParseException | IOException e) {
            findings.add(Finding.of(FormatFinding.POLICY_ROW, "policy", "the table is no CSV: " + e.getMessage()));
        }
        if (rules.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(FormatFinding.POLICY_ROW, "policy:1", "the table has no rows"));
        }
        return new Reading(new FormatPolicy(List.copyOf(rules.values())), findings);
    }

    private static Optional<Rule> rule(NamedCsvRecord row, List<Finding> findings) {
        for (String column : COLUMNS) {
            if (row.findField(column).isEmpty()) {
                findings.add(wrong(row, "the column " + column + " is missing"));
                return Optional.empty();
            }
        }
        Optional<Action> action = word(Action.values(), row.getField("action"));
        Optional<When> when = word(When.values(), row.getField("when"));
        String target = row.getField("target").strip();
        if (action.isEmpty()) {
            findings.add(wrong(row, "the action is none of keep, normalise, validate"));
        } else if (when.isEmpty()) {
            findings.add(wrong(row, "the time is none of at-once, at-release, campaign"));
        } else if (action.get() == Action.NORMALISE && !target.matches("pdfa-2[abu]")) {
            findings.add(wrong(row, "the target is none of pdfa-2a, pdfa-2b, pdfa-2u"));
        } else {
            return Optional.of(new Rule(
                    row.getField("format").strip(),
                    row.getField("name").strip(),
                    action.get(),
                    target,
                    when.get(),
                    row.getField("source").strip()));
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> word(E[] values, String word) {
        String name = word.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return List.of(values).stream().filter(v -> v.name().equals(name)).findFirst();
    }

    private static Finding wrong(NamedCsvRecord row, String what) {
        return Finding.of(FormatFinding.POLICY_ROW, "policy:" + row.getStartingLineNumber(), what);
    }

    /**
     * The rule for a format: its PUID's row, else its media type's, else its family's, else the row {@code *}. Empty
     * if the table has none of them: then nobody decided, and the caller records a gap.
     */
    public Optional<Rule> rule(String puid, String mime) {
        String family = mime.contains("/") ? mime.substring(0, mime.indexOf('/')) + "/*" : mime;
        for (String key : List.of(puid, mime, family, "*")) {
            for (Rule rule : rules) {
                if (!key.isEmpty() && rule.format().equals(key)) {
                    return Optional.of(rule);
                }
            }
        }
        return Optional.empty();
    }
}
