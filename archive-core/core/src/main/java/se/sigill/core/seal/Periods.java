package se.sigill.core.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The periods of an evidence folder, each read once: what {@code period.json} says never changes under its name, and a
 * time-stamp that is there stays. An archive that answers requests seals one for each, so there are thousands of them.
 * Whoever checks whether the disk still has them asks {@link PeriodFolder} instead. Safe for threads.
 */
public final class Periods {
    private final Path folder;
    private final Map<Path, Period> read = new ConcurrentHashMap<>();
    private final Set<Path> stamped = ConcurrentHashMap.newKeySet();

    /** @param folder {@code archive/evidence}; may be absent */
    public Periods(Path folder) {
        this.folder = folder;
    }

    /** A period's folder. @param period empty if {@code period.json} is missing or not exact */
    public record Known(Path folder, Optional<Period> period) {}

    Path folder() {
        return folder;
    }

    /**
     * All that there are now, in the order of what they cover. Names alone do not tell it: two periods may be sealed in
     * the same second. One that cannot be read stays behind the one before it by name.
     */
    List<Known> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> byName;
        try (var entries = Files.list(folder)) {
            byName = entries.filter(p -> PeriodFolder.isName(p.getFileName().toString()))
                    .sorted()
                    .toList();
        }
        List<Ranged> ranged = new ArrayList<>(byName.size());
        long first = 0;
        long end = 0;
        for (Path each : byName) {
            Optional<Period> period = period(each);
            first = period.map(Period::first).orElse(first);
            end = period.map(Period::end).orElse(end);
            ranged.add(new Ranged(new Known(each, period), first, end));
        }
        return ranged.stream()
                .sorted(Comparator.comparingLong(Ranged::first).thenComparingLong(Ranged::end))
                .map(Ranged::known)
                .toList();
    }

    private record Ranged(Known known, long first, long end) {}

    private Optional<Period> period(Path each) throws IOException {
        Period known = read.get(each);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Period> period = PeriodFolder.period(each);
        period.ifPresent(there -> read.put(each, there));
        return period;
    }

    /** Whether a period has its time-stamp. */
    boolean isStamped(Path period) {
        if (stamped.contains(period)) {
            return true;
        }
        boolean there = PeriodFolder.isStamped(period);
        if (there) {
            stamped.add(period);
        }
        return there;
    }
}
