package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.outward.Publishing;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.json.Json;

/** {@code sigill publish}: tells the open zone what has changed for anyone. */
@Command(name = "publish", description = "Tell the open zone what anyone may see, and what no longer.")
final class Publish implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--outside",
            paramLabel = "DIR",
            description = "the open zone's home, if not the one that the configuration names")
    private Optional<Path> outside = Optional.empty();

    @Override
    public Integer call() {
        try (OpenArchive archive = outside.isPresent() ? home.openAlone() : home.open()) {
            Path root = outside.orElse(archive.config().servers().outside());
            ZoneHere zone = outside.map(other -> new ZoneHere(archive, new OutsideHome(other)))
                    .orElseGet(() -> ZoneHere.of(archive));
            ZoneHere.Told told = zone.tell();
            Publishing.Round round = told.round();
            Json line = Json.object()
                    .with("bundles", round.bundles())
                    .with("put", round.put())
                    .with("removed", round.removed())
                    .with("waiting", round.waiting())
                    .with("unfit", Json.texts(round.unfit()))
                    .with("number", round.upTo())
                    .with("applied", told.applied())
                    .with("findings", Printing.json(told.refused()));
            print.result(line, text(root, told));
            print.findings(told.refused());
            round.unfit()
                    .forEach(id -> print.say("  not published: the content of " + id
                            + " is not as it was sealed; sigill check names what is wrong"));
            if (!told.applied()) {
                print.say("  the zone has not taken it in: what was taken away may still be visible there");
            }
            boolean whole = round.unfit().isEmpty() && told.applied();
            return whole ? Printing.exit(told.refused()) : ExitCode.FINDINGS;
        }
    }

    private static String text(Path root, ZoneHere.Told told) {
        Publishing.Round round = told.round();
        String waiting = round.waiting() == 0 ? "" : "; " + round.waiting() + " wait for their seal: sigill seal";
        if (round.bundles() == 0) {
            return "nothing has changed for anyone outside" + waiting;
        }
        return "told " + root + ": " + round.put() + " new or changed, " + round.removed() + " taken away" + waiting;
    }
}
