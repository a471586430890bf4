package se.sigill.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Disposing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.disposal.DisposalOutcome;
import se.sigill.core.json.Json;
import se.sigill.core.log.Actor;

/** {@code sigill dispose}: lawful disposal (gallring). */
@Command(
        name = "dispose",
        description =
                "Dispose of records for good (gallra); a second person countersigns. What plan or holds forbid stays.")
final class Dispose implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--second",
            required = true,
            paramLabel = "ACCOUNT",
            description = "the other person who answers for it")
    private String second = "";

    @Option(
            names = "--authority",
            required = true,
            paramLabel = "DECISION",
            description = "the decision that allows it (gallringsbeslut)")
    private String authority = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; without personal data")
    private String reason = "";

    @Parameters(arity = "1..*", paramLabel = "ID", description = "ids of records")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        int forbidden = 0;
        try (OpenArchive archive = home.open()) {
            for (DisposalOutcome outcome :
                    new Disposing(archive).dispose(ids, Actor.person(second), authority, reason)) {
                forbidden += outcome instanceof DisposalOutcome.Forbidden ? 1 : 0;
                show(outcome);
            }
            if (forbidden < ids.size() && !TellOutside.closed(archive, print)) {
                return ExitCode.PARTLY;
            }
        }
        return forbidden == 0 ? ExitCode.OK : forbidden == ids.size() ? ExitCode.FINDINGS : ExitCode.PARTLY;
    }

    private void show(DisposalOutcome outcome) {
        Json.Obj line = Json.object().with("record", outcome.record().value());
        switch (outcome) {
            case DisposalOutcome.Done done ->
                print.result(
                        line.with("outcome", "disposed").with("act", done.act()).with("shipped", done.shipped()),
                        done.record() + ": disposed of by act " + done.act()
                                + (done.shipped()
                                        ? ""
                                        : "; the second copy of the log still has it: see sigill status"));
            case DisposalOutcome.Forbidden no -> {
                print.result(
                        line.with("outcome", "forbidden").with("findings", Printing.json(no.findings())),
                        no.record() + ": stays");
                print.findings(no.findings());
            }
        }
    }
}
