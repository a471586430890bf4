package se.sigill.app.bench;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.sigill.core.json.Json;

/**
 * What a run found.
 *
 * @param commit of the source tree; {@code unknown} outside of one
 * @param measures in the order of the stages
 * @param skipped what was not measured, each with the reason
 */
public record BenchReport(
        Instant started,
        String commit,
        Machine machine,
        BenchSize size,
        List<Measure> measures,
        List<Skipped> skipped) {
    /** The promise behind every figure about taking in. */
    static final String DURABILITY = "every acknowledgement waits for fsync of files and directories;"
            + " a commit waits for fsync of acts and checkpoint; the configured pipeline is unchanged";

    /** Something that was not measured. */
    public record Skipped(String name, String why) {}

    public BenchReport {
        measures = List.copyOf(measures);
        skipped = List.copyOf(skipped);
    }

    /** The figure of this name. @throws IllegalArgumentException if it was not measured */
    public Measure measure(String name) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " was not measured"));
    }

    /** Goals that were measured and not reached. */
    public List<Measure> missed() {
        return measures.stream().filter(measure -> !measure.isMet()).toList();
    }

    public Json toJson() {
        return Json.object()
                .with("format", "sigill/bench/1")
                .with("started", started.toString())
                .with("commit", commit)
                .with("machine", machine.toJson())
                .with("durability", DURABILITY)
                .with("papers", size.papers())
                .with("mails", size.mails())
                .with("auditBytes", size.auditBytes())
                .with("largeBytes", size.largeBytes())
                .with("smallRecords", size.smallRecords())
                .with("searchRecords", size.searchRecords())
                .with(
                        "measures",
                        Json.array(measures.stream().map(Measure::toJson).toList()))
                .with(
                        "skipped",
                        Json.array(skipped.stream()
                                .map(s -> (Json)
                                        Json.object().with("name", s.name).with("why", s.why))
                                .toList()));
    }

    /** For people: one line a figure, goals beside them, then what was skipped. */
    public String text() {
        StringBuilder out = new StringBuilder()
                .append("Sigill bench, ")
                .append(started)
                .append(", commit ")
                .append(commit)
                .append("\nMachine: ")
                .append(machine.words())
                .append("\nDurability: ")
                .append(DURABILITY)
                .append("\n\n");
        for (Measure measure : measures) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-38s %10s %-10s %-24s %s%n",
                    measure.name(),
                    Measure.number(measure.value()),
                    measure.unit(),
                    measure.goal().words(measure.value()),
                    measure.note()));
        }
        for (Skipped each : skipped) {
            out.append("skipped: ")
                    .append(each.name)
                    .append(": ")
                    .append(each.why)
                    .append('\n');
        }
        return out.toString();
    }
}
