package se.sigill.app.wiring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.delivery.DeliveryFinding;

/**
 * What was decided about records whose content is in no copy, so that it holds for the records that take their place.
 *
 * <p>Whatever closes is said again of the new record in the moment it is sealed: restrictions and holds that stand.
 * Nothing that opens is: an assessment was a person's answer about the other record, with all that was known of it, and
 * a person gives it again. A gap says so and names the lost record. Immutable.
 */
final class LostRecords {
    private static final Actor BY = Actor.system("taking-in");

    private final Map<RecordId, List<Act.OfRecord>> standing;

    private LostRecords(Map<RecordId, List<Act.OfRecord>> standing) {
        this.standing = standing;
    }

    /** Reads the acts of the lost records from the log. Costs nothing if there is none. */
    static LostRecords of(LogReader log, Set<RecordId> lost) {
        Map<RecordId, TreeMap<Long, Act.OfRecord>> acts = new HashMap<>();
        if (!lost.isEmpty()) {
            try (Stream<LogEntry> entries = log.entries(0, log.head().size())) {
                entries.forEach(entry -> {
                    if (entry instanceof LogEntry.Kept kept
                            && kept.act() instanceof Act.OfRecord act
                            && lost.contains(act.record())) {
                        take(acts.computeIfAbsent(act.record(), r -> new TreeMap<>()), kept.index(), act);
                    }
                });
            }
        }
        Map<RecordId, List<Act.OfRecord>> standing = new HashMap<>();
        acts.forEach((record, each) -> standing.put(record, List.copyOf(each.values())));
        return new LostRecords(Map.copyOf(standing));
    }

    private static void take(Map<Long, Act.OfRecord> standing, long index, Act.OfRecord act) {
        switch (act) {
            case Act.Restricted _, Act.HoldPlaced _ -> standing.put(index, act);
            case Act.RestrictionLifted lifted -> standing.remove(lifted.restriction());
            case Act.HoldLifted lifted -> standing.remove(lifted.hold());
            case Act.Sealed _,
                    Act.RenditionAdded _,
                    Act.Assessed _,
                    Act.Overridden _,
                    Act.GapOpened _,
                    Act.GapClosed _,
                    Act.Disposed _,
                    Act.Viewed _,
                    RequestAct _,
                    IncidentAct _ -> {}
        }
    }

    /** The version of a new record that takes the place of a lost one, with the acts that must be true with it. */
    NewVersion instead(RecordId lost, NewVersion version, Instant now) {
        RecordId record = version.description().id();
        List<Act.OfRecord> alongside = new ArrayList<>(version.alongside());
        // The delivery itself may say the same restriction.
        List<Act.OfRecord> said =
                alongside.stream().map(act -> of(act, record, now)).toList();
        standing.getOrDefault(lost, List.of()).stream()
                .map(act -> of(act, record, now))
                .filter(act -> !said.contains(act))
                .forEach(alongside::add);
        // Last, so that it is the latest word: what the delivery or a person said of the lost record opens nothing
        // here.
        alongside.add(new Act.Assessed(now, BY, record, false, false, "record " + lost + " is lost; assess anew"));
        alongside.add(new Act.GapOpened(
                now,
                BY,
                record,
                DeliveryFinding.TAKEN_IN_AGAIN.id(),
                "",
                "the content of record " + lost + " is in no copy; these are the bytes it was made of",
                ""));
        return new NewVersion(
                version.description(), version.files(), version.text(), version.events(), version.agents(), alongside);
    }

    private static Act.OfRecord of(Act.OfRecord act, RecordId record, Instant now) {
        return switch (act) {
            case Act.Restricted r ->
                new Act.Restricted(
                        now,
                        r.actor(),
                        record,
                        r.target(),
                        r.category(),
                        r.provision(),
                        r.reason(),
                        r.authority(),
                        r.markedOn(),
                        r.clockStart(),
                        r.existenceSecret());
            case Act.HoldPlaced h -> new Act.HoldPlaced(now, h.actor(), record, h.reason());
            default -> act;
        };
    }
}
