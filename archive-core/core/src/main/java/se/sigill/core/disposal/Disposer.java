package se.sigill.core.disposal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.AccessState;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogEntry;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.ContentStore;

/**
 * Carries out disposals (gallring): the only caller of {@link ContentStore#erase} and {@link ArchiveLog#erase}.
 *
 * <p>Order: a note {@code work/dispose-ID}, the act {@code Disposed} (and its second copy), the content, the places,
 * the texts of the acts, and the note goes. If we stop after the act is committed, {@link #finish} carries on at the
 * next start; if we stop before, it takes the note away and nothing has happened. Projections follow the act by
 * themselves. For one thread.
 */
public final class Disposer {
    private static final String NOTE = "dispose-";
    /** How acts begin that dispose of something, as they are stored. */
    private static final String DISPOSED = "{\"act\":\"Disposed\"";
    /** What stands before the id in an act about a record; within a text its quotes would be escaped. */
    private static final String RECORD = "\"record\":\"";

    private final ArchiveLog log;
    private final ContentStore store;
    private final List<Place> places;
    private final Path work;
    private final Clock clock;

    /** @param places what else keeps something of records, in the order in which they are asked to forget */
    public Disposer(ArchiveLog log, ContentStore store, List<Place> places, Path work, Clock clock) {
        this.log = log;
        this.store = store;
        this.places = List.copyOf(places);
        this.work = work;
        this.clock = clock;
    }

    /** One order with the facts it is checked against. */
    public record Case(DisposalFacts facts, DisposalOrder order) {}

    /**
     * Carries out those orders that nothing forbids, each record once; the log is read through one time for all of
     * them.
     *
     * @return an outcome for each case, in order
     * @throws ArchiveException.StorageFailed if the machine refused half-way; {@link #finish} carries on
     */
    public List<DisposalOutcome> dispose(List<Case> cases) {
        LocalDate today = AccessState.day(clock.instant());
        List<DisposalOutcome> outcomes = new ArrayList<>();
        Set<RecordId> seen = new HashSet<>();
        for (Case each : cases) {
            List<Finding> findings = new ArrayList<>(DisposalCheck.check(each.facts(), each.order(), today));
            RecordId record = each.order().record();
            if (!seen.add(record)) {
                findings.add(Finding.of(DisposalFinding.ORDERED_TWICE, record.value(), "two orders name the record"));
            }
            outcomes.add(findings.isEmpty() ? commit(each.order()) : new DisposalOutcome.Forbidden(record, findings));
        }
        finish();
        boolean erasuresShipped = log.awaitShipped();
        return outcomes.stream().map(o -> settle(o, erasuresShipped)).toList();
    }

    private DisposalOutcome commit(DisposalOrder order) {
        write(note(order.record()), order.authority());
        Act.Disposed act = new Act.Disposed(
                clock.instant(), order.first(), order.second(), order.record(), order.authority(), order.reason());
        // From here on the record is disposed of, whatever happens; what is left to do, the note tells the next start.
        Appended appended = log.appendShipped(List.of(act));
        return new DisposalOutcome.Done(order.record(), appended.first(), appended.shipped() != Appended.Shipped.LATE);
    }

    private static DisposalOutcome settle(DisposalOutcome outcome, boolean erasuresShipped) {
        return outcome instanceof DisposalOutcome.Done done
                ? new DisposalOutcome.Done(done.record(), done.act(), done.shipped() && erasuresShipped)
                : outcome;
    }

    /**
     * Finishes what notes name: at a start, before anything is readable. A note whose act was never committed is
     * taken away.
     *
     * @return how many records were erased
     */
    public int finish() {
        Set<RecordId> noted = noted();
        if (noted.isEmpty()) {
            return 0;
        }
        int erased = erase(found -> noted.contains(found.record())).size();
        noted.forEach(id -> remove(note(id)));
        return erased;
    }

    /**
     * Carries out every disposal of the log again: after a restore, before anything is readable. Changes nothing where
     * everything is gone already.
     *
     * @return those records of which acts could still be read, in order
     */
    public List<RecordId> carryOutAgain() {
        return erase(found -> true).stream()
                .filter(found -> found.readable() > 0)
                .map(Committed::record)
                .toList();
    }

    /** A disposal that the log has, the acts it is about, erased ones too, and how many of them can be read. */
    private record Committed(RecordId record, long disposal, List<Long> acts, int readable) {
        Committed with(long act, boolean isReadable) {
            acts.add(act);
            return new Committed(record, disposal, acts, readable + (isReadable ? 1 : 0));
        }
    }

    private List<Committed> erase(Predicate<Committed> wanted) {
        List<Committed> committed = committed().stream().filter(wanted).toList();
        for (Committed each : committed) {
            store.erase(each.record());
            for (Place place : places) {
                place.erase(each.record(), each.acts(), each.disposal());
            }
            // Last, because the places are found by the acts: stopped before this, the next start finds them again.
            if (each.readable() > 0) {
                log.erase(each.acts(), each.disposal());
            }
        }
        return committed;
    }

    private List<Committed> committed() {
        Map<Long, Committed> byDisposal = new TreeMap<>();
        Map<String, Long> byRecord = new HashMap<>();
        scan(entry -> {
            if (entry instanceof LogEntry.Kept kept
                    && kept.text().startsWith(DISPOSED)
                    && kept.act() instanceof Act.Disposed act) {
                byDisposal.put(kept.index(), new Committed(act.record(), kept.index(), new ArrayList<>(), 0));
                byRecord.putIfAbsent(act.record().value(), kept.index());
            }
        });
        if (!byDisposal.isEmpty()) {
            scan(entry -> disposalOf(entry, byRecord)
                    .ifPresent(by -> byDisposal.computeIfPresent(
                            by, (same, found) -> found.with(entry.index(), entry instanceof LogEntry.Kept))));
        }
        return List.copyOf(byDisposal.values());
    }

    /** The disposal that an act falls under. The text is enough: to parse every act of a large log takes minutes. */
    private static Optional<Long> disposalOf(LogEntry entry, Map<String, Long> byRecord) {
        return switch (entry) {
            case LogEntry.Erased erased -> Optional.of(erased.by());
            case LogEntry.Kept kept -> {
                int at = kept.text().indexOf(RECORD) + RECORD.length();
                boolean about = at >= RECORD.length()
                        && at + RecordId.LENGTH <= kept.text().length()
                        && !kept.text().startsWith(DISPOSED);
                yield about
                        ? Optional.ofNullable(byRecord.get(kept.text().substring(at, at + RecordId.LENGTH)))
                                .filter(by -> kept.index() < by)
                        : Optional.empty();
            }
        };
    }

    private void scan(Consumer<LogEntry> then) {
        try (Stream<LogEntry> entries = log.reader().entries(0, log.head().size())) {
            entries.forEach(then);
        }
    }

    private Path note(RecordId record) {
        return work.resolve(NOTE + record.value());
    }

    private Set<RecordId> noted() {
        Set<RecordId> out = new HashSet<>();
        try (Stream<Path> files = Files.list(work)) {
            files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith(NOTE) && RecordId.isId(name.substring(NOTE.length())))
                    .forEach(name -> out.add(new RecordId(name.substring(NOTE.length()))));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The folder " + work + " cannot be listed.", e);
        }
        return out;
    }

    private static void write(Path note, String authority) {
        try {
            Durable.replace(note, (authority + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The note " + note + " cannot be written; nothing was done.", e);
        }
    }

    private static void remove(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "The note " + note + " cannot be removed; the next start does.", e);
        }
    }
}
