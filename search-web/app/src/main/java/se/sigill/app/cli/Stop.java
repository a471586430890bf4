package se.sigill.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.serve.Servers;
import se.sigill.core.json.Json;

/** {@code sigill stop}: ends the two servers in good order. */
@Command(name = "stop", description = "Ask the servers to end in good order, and wait until they have.")
final class Stop implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Servers servers = Servers.of(home.existing());
        if (servers.keepsClasses()) {
            print.say("Java keeps the classes of the servers for later starts: this once it takes most of a minute.");
            print.out().flush();
        }
        List<Servers.Stopped> stopped = servers.stop(home.waitMax());
        stopped.forEach(this::tell);
        if (stopped.isEmpty()) {
            print.say("No server of this archive runs.");
        }
        return stopped.stream().allMatch(Servers.Stopped::ended) ? ExitCode.OK : ExitCode.FAILED;
    }

    private void tell(Servers.Stopped stopped) {
        Json line = Json.object()
                .with("server", stopped.server().word())
                .with("pid", stopped.pid())
                .with("ended", stopped.ended())
                .with("cached", stopped.cached())
                .with("millis", stopped.took().toMillis());
        String name = String.format(Locale.ROOT, "%-6s", stopped.server().word());
        print.result(
                line,
                stopped.ended()
                        ? String.format(
                                Locale.ROOT,
                                "%sended after %.1f s",
                                name,
                                stopped.took().toMillis() / 1000.0)
                        : name + "still runs (pid " + stopped.pid()
                                + "): it was told to end; wait, or look at its log");
        if (!stopped.cached()) {
            print.err()
                    .println("sigill: Java could not keep the classes of the "
                            + stopped.server().word()
                            + " server after it had ended in good order, so its next start takes as long as its first;"
                            + " nothing is lost. What Java says: " + stopped.console());
        }
    }
}
