package se.sigill.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.json.Json;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Period;

/** {@code sigill seal}: seals what was committed since the last period. */
@Command(name = "seal", description = "Seal what was committed since the last period: tree, signature, time-stamp.")
final class Seal implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            Sealing.Done done = new Sealing(archive).seal();
            for (Period period : done.periods()) {
                Json line = Json.object()
                        .with("period", period.id())
                        .with("first", period.first())
                        .with("end", period.end())
                        .with("left", period.coverage().left().size())
                        .with("late", period.coverage().late().size())
                        .with("leaves", period.leaves())
                        .with("root", period.root())
                        .with("timeStamp", done.timeStamps())
                        .with("findings", Printing.json(done.findings()));
                print.result(
                        line,
                        "sealed period " + period.id() + ": " + covered(period.coverage()) + ", "
                                + (period.leaves() - 1) + " files; time-stamp: " + done.timeStamps());
            }
            if (done.periods().isEmpty()) {
                print.say("nothing was added since the last period; nothing to seal");
            }
            print.findings(done.findings());
            return Printing.exit(done.findings());
        }
    }

    private static String covered(Coverage coverage) {
        String acts = coverage.first() == coverage.end()
                ? "no new acts"
                : "acts " + coverage.first() + " to " + (coverage.end() - 1);
        String left = coverage.left().isEmpty() ? "" : ", " + coverage.left().size() + " left out";
        return acts
                + left
                + (coverage.late().isEmpty() ? "" : ", " + coverage.late().size() + " left out before");
    }
}
