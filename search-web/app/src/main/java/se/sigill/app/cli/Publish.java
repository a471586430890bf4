package se.sigill.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.outward.FolderDoor;
import se.sigill.app.outward.Publishing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.zone.Zone;
import se.sigill.search.lucene.LuceneSearch;

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
            description = "the open zone's home; else the archive's home with -outside behind its name")
    private Optional<Path> outside = Optional.empty();

    @Override
    public Integer call() throws IOException {
        OutsideHome zone = outsideHome();
        Publishing.Round round;
        try (OpenArchive archive = home.open()) {
            FolderDoor door = new FolderDoor(zone);
            Publishing publishing = new Publishing(archive, door);
            door.introduce(publishing.key());
            round = publishing.round();
        }
        Optional<List<Finding>> refused = apply(zone);
        Json line = Json.object()
                .with("bundles", round.bundles())
                .with("put", round.put())
                .with("removed", round.removed())
                .with("waiting", round.waiting())
                .with("unfit", Json.texts(round.unfit()))
                .with("number", round.upTo())
                .with("applied", refused.isPresent())
                .with("findings", Printing.json(refused.orElse(List.of())));
        print.result(line, text(zone, round, refused.isPresent()));
        print.findings(refused.orElse(List.of()));
        round.unfit()
                .forEach(id -> print.say("  not published: the content of " + id
                        + " is not as it was sealed; sigill check names what is wrong"));
        return round.unfit().isEmpty() ? Printing.exit(refused.orElse(List.of())) : ExitCode.FINDINGS;
    }

    private OutsideHome outsideHome() {
        Path root = home.home().root();
        return new OutsideHome(outside.orElseGet(() -> root.resolveSibling(root.getFileName() + "-outside")));
    }

    /** Applies what waits, unless the open zone's own server has it: then that does. @return what was refused */
    private static Optional<List<Finding>> apply(OutsideHome outside) throws IOException {
        try (Zone zone = Zone.open(outside, Clock.systemUTC(), LuceneSearch.COMMAND_BUDGET)) {
            return Optional.of(zone.applier().applyWaiting().refused());
        } catch (ArchiveException.Locked e) {
            return Optional.empty();
        }
    }

    private static String text(OutsideHome outside, Publishing.Round round, boolean applied) {
        String waiting = round.waiting() == 0 ? "" : "; " + round.waiting() + " wait for their seal: sigill seal";
        if (round.bundles() == 0) {
            return "nothing has changed for anyone outside" + waiting;
        }
        return "told " + outside.root() + ": " + round.put() + " new or changed, " + round.removed() + " taken away"
                + (applied ? "" : "; its server applies it") + waiting;
    }
}
