package se.sigill.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.wiring.Examination;
import se.sigill.core.json.Json;

/** {@code sigill doctor}: engines, disk, inodes, clock, keys, store. Changes nothing. */
@Command(name = "doctor", description = "Examine engines, disk, inodes, clock, keys and store; say what to do.")
final class Doctor implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        boolean ill = false;
        for (Examination.Line line : Examination.of(home.home())) {
            ill |= line.state() == Examination.State.BAD;
            print.result(
                    Json.object()
                            .with("what", line.what())
                            .with("state", line.state().word())
                            .with("fact", line.fact())
                            .with("remedy", line.remedy()),
                    line.state().mark() + " " + line.what() + ": " + line.fact()
                            + (line.remedy().isEmpty() ? "" : "\n    " + line.remedy()));
        }
        return ill ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
