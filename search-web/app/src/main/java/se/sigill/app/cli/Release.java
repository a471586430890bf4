package se.sigill.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.wiring.OpenArchive;

/**
 * {@code sigill release}: hands out what is decided about a request, and writes the decision. It decides nothing: a
 * record about which nobody has decided stays where it is.
 */
@Command(
        name = "release",
        description = "Hand out what is decided about a request (utlämnande): copies and decision are sealed, and lie"
                + " where who asked can fetch them.")
final class Release implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(index = "0", paramLabel = "REQUEST", description = "by id or number, \"BEG 2026-7\"")
    private String request = "";

    @Option(
            names = "--publish",
            paramLabel = "RECORD",
            description = "also put this one on the web; only what is open by assessment and handed out whole")
    private List<String> publish = List.of();

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            RequestDesk desk = RequestCommand.desk(archive);
            RequestPrinting.outcome(print, request, "released", desk.release(request, publish), desk);
            if (!publish.isEmpty() && !TellOutside.all(archive, print)) {
                return ExitCode.PARTLY;
            }
        }
        return ExitCode.OK;
    }
}
