package se.sigill.app.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Renewing;
import se.sigill.core.json.Json;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.renew.Renewed;

/** {@code sigill renew}: makes the renditions that are due, and tries gaps again whose engine is there now. */
@Command(
        name = "renew",
        description =
                "Give records the renditions that the adopted format policy wants; close gaps whose engine is there.")
final class Renew implements Callable<Integer> {
    private static final String FAILED = "failed";

    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--brief", description = "no line for each record, only the sum")
    private boolean brief;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "ids of records; none: all")
    private List<String> ids = List.of();

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open();
                WorkerFormats formats = Engines.start(
                        archive.config(), archive.config().formats().signatures())) {
            int makers = archive.config().workers().count();
            long seen = new Renewing(archive, formats, makers).run(ids, this::show);
            Json.Obj line = Json.object().with("records", seen);
            for (Map.Entry<String, Integer> each : outcomes.entrySet()) {
                line = line.with(each.getKey(), each.getValue());
            }
            print.result(line, seen + " records looked at; " + words());
        }
        return outcomes.containsKey(FAILED) ? ExitCode.PARTLY : ExitCode.OK;
    }

    private String words() {
        if (outcomes.isEmpty()) {
            return "nothing is due";
        }
        List<String> parts = outcomes.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .toList();
        return String.join(", ", parts);
    }

    private void show(Renewed renewed) {
        switch (renewed) {
            case Renewed.Added added -> {
                count(added.role().word());
                line(renewed, added.role().word() + " rendition", "version " + added.version());
            }
            case Renewed.Gap gap -> {
                count("gap");
                line(renewed, "gap", gap.code());
            }
            case Renewed.Failed failed -> {
                count(FAILED);
                line(renewed, FAILED, failed.why());
            }
            case Renewed.Unchanged _ -> {}
        }
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void line(Renewed renewed, String outcome, String detail) {
        if (!brief) {
            Json json = Json.object()
                    .with("record", renewed.record().value())
                    .with("outcome", outcome)
                    .with("detail", detail);
            print.result(json, renewed.record() + ": " + outcome + ", " + detail);
        }
    }
}
