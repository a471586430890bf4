package se.sigill.app.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Checking;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.check.Limits;
import se.sigill.core.check.Round;
import se.sigill.core.json.Json;

/** {@code sigill check}: a round of audit, or a part of one. */
@Command(
        name = "check",
        description =
                "Read every byte of the archive and compare it with what the log says; name what is damaged, missing,"
                        + " too much or open. Writes nothing but one act when a round is complete.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--bytes", paramLabel = "N", description = "stop after so many bytes; the next check goes on there")
    private Optional<Long> bytes = Optional.empty();

    @Option(names = "--time", paramLabel = "DURATION", description = "stop after so long (PT8H: a night)")
    private Optional<Duration> time = Optional.empty();

    @Option(names = "--older-than", paramLabel = "DURATION", description = "only what was checked longer ago (P90D)")
    private Optional<Duration> olderThan = Optional.empty();

    @Override
    public Integer call() {
        home.throughServer();
        Limits limits = Limits.none();
        limits = bytes.isPresent() ? limits.withBytes(bytes.get()) : limits;
        limits = time.isPresent() ? limits.withTime(time.get()) : limits;
        limits = olderThan.isPresent() ? limits.withOlderThan(olderThan.get()) : limits;
        Round round = new Checking(home.home()).run(limits, _ -> {});
        Json.Obj line = Json.object()
                .with("round", round.id())
                .with("complete", round.complete())
                .with("objects", round.objects())
                .with("files", round.files())
                .with("bytes", round.bytes())
                .with("disposed", round.disposed())
                .with("faults", round.faults());
        try {
            if (round.complete()) {
                commit(round, line);
            }
        } finally {
            // Whatever stopped the act: on a broken archive the report is what somebody needs.
            print.result(line.with("findings", Printing.json(round.findings())), words(round));
            print.findings(round.findings());
        }
        if (round.faults() > 0) {
            return ExitCode.FINDINGS;
        }
        return round.complete() && line.has("act") ? ExitCode.OK : ExitCode.PARTLY;
    }

    private void commit(Round round, Json.Obj line) {
        try (OpenArchive archive = home.open()) {
            line.with("act", Checking.commit(archive, round));
        } catch (ArchiveException e) {
            print.err()
                    .println("sigill: every object was read, but the act of the round could not be made; the next"
                            + " check makes it. " + e.getMessage());
        }
    }

    private static String words(Round round) {
        String text = round.objects() + " objects, " + round.files() + " files, " + round.bytes() + " bytes read; "
                + (round.faults() == 0 ? "no fault" : round.faults() + " faults");
        return round.complete()
                ? "round " + round.id() + ": " + text
                : "round " + round.id() + " so far: " + text + "; the next check goes on at act " + round.to() + " of "
                        + round.end();
    }
}
