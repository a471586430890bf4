package se.sigill.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.serve.Installation;
import se.sigill.app.serve.Servers;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.formats.Formats;

/** {@code sigill serve}: starts the two servers and leaves them running. */
@Command(
        name = "serve",
        description = "Start the staff server, which has the archive, and the open server, which has what anyone may"
                + " see; wait until both are ready and leave them running. One that runs already is left as it is.")
final class Serve implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--foreground",
            description = "stay until told to end (Ctrl-C, SIGTERM), then stop both; for systemd and containers")
    private boolean foreground;

    @Override
    public Integer call() {
        Home place = home.existing();
        Servers servers = Servers.of(place);
        List<Servers.Started> started =
                servers.start(Installation.named(name -> System.getProperty(name, "")), passedOn(), home.waitMax());
        int exit = started.stream().mapToInt(this::tell).max().orElse(ExitCode.OK);
        print.out().flush();
        if (exit == ExitCode.OK && foreground) {
            return untilToldToEnd(servers);
        }
        if (exit == ExitCode.OK) {
            print.say("They run until sigill stop. How they stand: sigill status");
        }
        return exit;
    }

    private static Map<String, String> passedOn() {
        return Stream.of("sigill.root", Formats.ENGINES_PROPERTY)
                .filter(name -> System.getProperty(name) != null)
                .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    }

    /** @return the exit code */
    private int tell(Servers.Started started) {
        switch (started) {
            case Servers.Started.Ready ready -> {
                print.result(json(ready), text(ready));
                return ExitCode.OK;
            }
            case Servers.Started.Failed failed -> {
                print.err()
                        .println("sigill: the " + failed.server().word() + " server did not start: " + failed.why()
                                + ". Its log is " + failed.log() + ":");
                failed.lastLines().forEach(line -> print.err().println("  " + Printing.oneLine(line)));
                return failed.exit();
            }
        }
    }

    private static Json json(Servers.Started.Ready ready) {
        return Json.object()
                .with("server", ready.server().word())
                .with("address", ready.address())
                .with("pid", ready.pid())
                .with("before", ready.before())
                .with("millis", ready.took().toMillis())
                .with("certificate", ready.certificate());
    }

    private static String text(Servers.Started.Ready ready) {
        return String.format(Locale.ROOT, "%-6s", ready.server().word())
                + ready.address()
                + (ready.before()
                        ? "  runs already"
                        : String.format(
                                Locale.ROOT,
                                "  ready after %.1f s",
                                ready.took().toMillis() / 1000.0))
                + (ready.certificate().isEmpty() ? "" : "\n      certificate SHA-256 " + ready.certificate());
    }

    /** Ends when told, or when a server has ended by itself: whoever watches this process then starts it again. */
    private Integer untilToldToEnd(Servers servers) {
        Thread stop = Thread.ofPlatform().unstarted(() -> {
            List<Servers.Stopped> _ = servers.stop(home.waitMax());
        });
        Runtime.getRuntime().addShutdownHook(stop);
        CompletableFuture.anyOf(
                        servers.processes().stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
        return ExitCode.FAILED;
    }
}
