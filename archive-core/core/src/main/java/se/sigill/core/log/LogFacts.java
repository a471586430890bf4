package se.sigill.core.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.json.JsonException;

/** What the acts of a log say about the log itself, gathered in one pass in their order. */
final class LogFacts {
    /** Clocks of well-run machines differ by seconds; an act may wait minutes for its commit. An hour is neither. */
    static final Duration BACKDATED_TOLERANCE = Duration.ofHours(1);

    /** A log key and the acts it signs. @param from index of the act that brought it, 0 for the first */
    record KeyUse(String key, long from, boolean vouched) {}

    /** An epoch after the first. @param from index of the act {@link Act.Restored} */
    record Epoch(long from, Act.Restored act) {}

    final List<KeyUse> keys = new ArrayList<>();
    final List<Epoch> epochs = new ArrayList<>();
    private final Map<Long, List<Long>> erasedBy = new TreeMap<>();
    private final FindingList findings;
    private String archive = "";
    private Instant latest = Instant.MIN;
    private long latestIndex = -1;

    LogFacts(FindingList findings) {
        this.findings = findings;
    }

    /** The archive's name, empty if the first act does not say it. */
    String archive() {
        return archive;
    }

    void take(long index, LogEntry entry) {
        switch (entry) {
            case LogEntry.Erased erased ->
                erasedBy.computeIfAbsent(erased.by(), by -> new ArrayList<>()).add(index);
            case LogEntry.Kept kept -> {
                try {
                    take(index, kept.act());
                } catch (JsonException e) {
                    findings.add(LogFinding.ACT_UNKNOWN, "log:" + index, "The act cannot be read by this version.");
                }
            }
        }
    }

    private void take(long index, Act act) {
        clock(index, act.at());
        switch (act) {
            case Act.Founded founded
            when index == 0 -> {
                archive = founded.archive();
                keys.add(new KeyUse(founded.logKey(), 0, true));
            }
            case Act.KeyRotated rotated
            when rotated.key().equals("log") ->
                keys.add(new KeyUse(
                        rotated.newKey(), index, rotated.compromisedSince().isEmpty()));
            case Act.Restored restored -> epochs.add(new Epoch(index, restored));
            case Act.Disposed disposed -> erasedBy.remove(index);
            default -> {}
        }
    }

    /** A clock that was set back is named once, not at every act until it has caught up. */
    private void clock(long index, Instant at) {
        boolean back = latestIndex >= 0 && at.isBefore(latest.minus(BACKDATED_TOLERANCE));
        if (back) {
            findings.add(
                    LogFinding.ACT_BACKDATED,
                    "log:" + index,
                    "The act claims " + at + ", but act " + latestIndex + " before it claims " + latest + ".");
        }
        if (back || at.isAfter(latest)) {
            latest = at;
            latestIndex = index;
        }
    }

    /** Names the erasures that no disposal orders. An order comes after what it erases, so this is known at the end. */
    void finish() {
        erasedBy.forEach((by, indexes) -> indexes.forEach(index -> findings.add(
                LogFinding.ERASED_UNFOUNDED,
                "log:" + index,
                "The act is erased by order of act " + by + ", which is no disposal.")));
    }

    /** The key that signs a log of that size; empty if the acts do not say. */
    String keyAt(long size) {
        String key = "";
        for (KeyUse use : keys) {
            if (use.from() < Math.max(1, size)) {
                key = use.key();
            }
        }
        return key;
    }

    /** The epoch that a log of that size is in. */
    int epochAt(long size) {
        return 1 + (int) epochs.stream().filter(epoch -> epoch.from() < size).count();
    }
}
