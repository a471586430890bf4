package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Holding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.json.Json;
import se.sigill.core.log.Appended;

/** {@code sigill hold}: places or lifts a hold (gallringsspärr). */
@Command(name = "hold", description = "Place a hold on records (gallringsspärr), or lift one.")
final class Hold implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--lift", paramLabel = "ACT", description = "lift the hold that this act placed")
    private Optional<Long> lift = Optional.empty();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; without personal data")
    private String reason = "";

    @Parameters(arity = "1..*", paramLabel = "ID", description = "ids of records")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            List<CatalogueRecord> records = ids.stream().map(archive::record).toList();
            // All of them or none: one that is not there stops the command before anything is written.
            Holding holding = new Holding(archive);
            Appended appended =
                    lift.isPresent() ? holding.lift(records, lift.get(), reason) : holding.place(records, reason);
            String outcome = lift.isPresent() ? "lifted" : "held";
            for (int i = 0; i < ids.size(); i++) {
                long act = appended.first() + i;
                print.result(
                        Json.object()
                                .with("record", ids.get(i))
                                .with("outcome", outcome)
                                .with("act", act),
                        ids.get(i) + ": " + outcome + " (act " + act + ")");
            }
        }
        return ExitCode.OK;
    }
}
