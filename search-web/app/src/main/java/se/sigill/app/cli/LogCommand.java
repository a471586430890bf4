package se.sigill.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.sigill.app.wiring.Glance;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;

/**
 * {@code sigill log}: shows acts as they stand in the log. Reads the files; needs neither catalogue nor lock. Acts
 * about a record whose register entry the acting user may not see are left out: their numbers are missing, and say no
 * more than that something happened.
 */
@Command(name = "log", description = "Show acts as they stand in the log, or the signed checkpoint.")
final class LogCommand implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--from", paramLabel = "N", description = "first act shown")
    private long from;

    @Option(names = "--to", paramLabel = "N", description = "the act after the last one shown")
    private Optional<Long> to = Optional.empty();

    @Option(names = "--record", paramLabel = "ID", description = "only acts about this record")
    private Optional<String> record = Optional.empty();

    @Option(names = "--checkpoint", description = "the signed checkpoint and nothing else: an anchor to keep outside")
    private boolean checkpoint;

    @Override
    public Integer call() {
        Head head = LogReader.open(home.home().log()).head();
        if (checkpoint) {
            print.out().print(head.note().toString());
            return ExitCode.OK;
        }
        long end = Math.min(to.orElse(head.size()), head.size());
        if (from < 0 || from > end) {
            throw new ArchiveException.WrongUsage("--from is a number from 0 to " + end);
        }
        String about = record.map(id -> "\"record\":\"" + id + "\"").orElse("");
        try (Stream<LogEntry> entries = Glance.at(home.home()).entries(from, end)) {
            entries.filter(e -> about.isEmpty() || e.line().contains(about)).forEach(this::show);
        }
        return ExitCode.OK;
    }

    private void show(LogEntry entry) {
        if (print.asJson()) {
            print.out().println(entry.line());
            return;
        }
        print.say(
                switch (entry) {
                    case LogEntry.Kept kept -> kept.index() + "  " + Printing.oneLine(kept.text());
                    case LogEntry.Erased erased -> erased.index() + "  erased by act " + erased.by();
                });
    }
}
