package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.json.Json;
import se.sigill.core.log.Act;

/** {@code sigill gaps}: what is missing and nobody has answered for; or answers for one. */
@Command(name = "gaps", description = "Show open gaps, or accept one with a reason.")
final class Gaps implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--accept", paramLabel = "ACT", description = "the gap that this act opened stands as it is")
    private Optional<Long> accept = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "why it is accepted")
    private String reason = "";

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            if (accept.isPresent()) {
                return accept(archive, accept.get());
            }
            long count = 0;
            List<Gap> page = archive.catalogue().openGaps(-1, Catalogue.PAGE_MAX);
            while (!page.isEmpty()) {
                page.forEach(this::show);
                count += page.size();
                page = archive.catalogue().openGaps(page.getLast().act(), Catalogue.PAGE_MAX);
            }
            print.say(count + " open gaps");
        }
        return ExitCode.OK;
    }

    private void show(Gap gap) {
        Json line = Json.object()
                .with("act", gap.act())
                .with("record", gap.record().value())
                .with("code", gap.code())
                .with("where", gap.where())
                .with("message", gap.message())
                .with("waitsFor", gap.waitsFor());
        print.result(
                line,
                gap.act() + "  " + gap.record() + "  " + gap.code() + ": " + gap.message()
                        + (gap.waitsFor().isEmpty() ? "" : " (waits for " + gap.waitsFor() + ")"));
    }

    private int accept(OpenArchive archive, long act) {
        if (reason.isBlank()) {
            throw new ArchiveException.WrongUsage(
                    "--accept needs --reason: a gap is accepted with a reason, or closed");
        }
        Gap gap = archive.catalogue().openGaps(act - 1, 1).stream()
                .filter(g -> g.act() == act)
                .findFirst()
                .orElseThrow(() -> new ArchiveException.WrongUsage("act " + act + " opened no gap that is open"));
        archive.archive()
                .decide(List.of(new Act.GapClosed(
                        archive.clock().instant(), archive.actor(), gap.record(), act, true, reason)));
        archive.catchUp();
        print.result(Json.object().with("act", act).with("outcome", "accepted"), "gap " + act + " is accepted");
        return ExitCode.OK;
    }
}
