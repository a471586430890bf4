package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.project.ActSource;
import se.sigill.core.project.IndexedAct;

/** The log as projections read it: acts up to the checkpoint, without what was erased. */
public final class LogActs implements ActSource {
    private final LogReader log;

    public LogActs(LogReader log) {
        this.log = log;
    }

    @Override
    public long size() {
        return log.head().size();
    }

    @Override
    public List<IndexedAct> read(long from, long to) {
        List<IndexedAct> acts = new ArrayList<>();
        try (Stream<LogEntry> entries = log.entries(from, to)) {
            entries.forEach(entry -> {
                if (entry instanceof LogEntry.Kept kept) {
                    acts.add(new IndexedAct(kept.index(), kept.act()));
                }
            });
        }
        return acts;
    }
}
