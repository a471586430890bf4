package se.sigill.core.archive;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.VersionRef;

/** Which versions the log has: read once, and only if a stop left something behind that must be decided about. */
final class CommittedVersions {
    private final LogReader log;
    private @Nullable Set<VersionRef> versions;

    CommittedVersions(LogReader log) {
        this.log = log;
    }

    boolean has(RecordId id, int version) {
        Set<VersionRef> known = versions;
        if (known == null) {
            known = read();
            versions = known;
        }
        return known.contains(new VersionRef(id, version));
    }

    private Set<VersionRef> read() {
        Set<VersionRef> found = new HashSet<>();
        try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
            entries.forEach(entry -> {
                if (entry instanceof LogEntry.Kept kept) {
                    switch (kept.act()) {
                        case Act.Sealed a -> found.add(new VersionRef(a.record(), a.version()));
                        case Act.RenditionAdded a -> found.add(new VersionRef(a.record(), a.version()));
                        default -> {}
                    }
                }
            });
        }
        return found;
    }
}
