package se.sigill.app.wiring;

import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.AccessState;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.MemoryCatalogue;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.RequestAct;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.FileContentStore;
import se.sigill.search.SearchReader;
import se.sigill.search.lucene.LuceneSearch;

/**
 * An archive as its files stand at one moment, beside whoever works on it: takes no lock, opens no database, writes
 * nothing. Roles, rules and what is decided of a record are read from the log, which is the truth; so nothing here is
 * ever more open than the log is. For one thread.
 */
public final class Glance {
    private static final List<String> RULES =
            List.of("\"act\":\"Adopted\"", "\"act\":\"Restored\"", "\"act\":\"RestoreAccepted\"");

    private final Home home;
    private final ArchiveConfig config;
    private final LogReader log;
    private final long end;
    private final StoredRecords records;
    private final ContentStore store;
    private final Sight sight;

    private Glance(Home home, Clock clock) {
        this.home = home;
        this.config = ConfigReader.read(home.config());
        this.log = LogReader.open(home.log());
        this.end = log.head().size();
        this.store = FileContentStore.open(home.ocfl(), home.work());
        this.records = new StoredRecords(store);
        LocalDate day = LocalDate.ofInstant(clock.instant(), config.archive().zone());
        MemoryCatalogue rules = rules();
        this.sight = Sight.of(
                User.operator(),
                rules,
                AdoptedRules.of(rules),
                day,
                config.archive().authority());
    }

    /** @throws ArchiveException.NoArchive if there is none */
    public static Glance at(Home home) {
        return at(home, Clock.systemUTC());
    }

    static Glance at(Home home, Clock clock) {
        if (!home.exists()) {
            throw OpenArchive.noArchive(home);
        }
        return new Glance(home, clock);
    }

    public Sight sight() {
        return sight;
    }

    public ContentStore store() {
        return store;
    }

    /** A catalogue without records: what was adopted and restored. */
    private MemoryCatalogue rules() {
        MemoryCatalogue catalogue = new MemoryCatalogue(records);
        catalogue.apply(
                acts(
                        text -> RULES.stream().anyMatch(text::contains),
                        act -> act instanceof Act.Adopted
                                || act instanceof Act.Restored
                                || act instanceof Act.RestoreAccepted),
                end);
        return catalogue;
    }

    /** The record, if there is one and the acting user may know of it. */
    public Optional<CatalogueRecord> find(String id) {
        if (!RecordId.isId(id)) {
            return Optional.empty();
        }
        MemoryCatalogue catalogue = new MemoryCatalogue(records);
        RecordId record = new RecordId(id);
        catalogue.apply(
                acts(
                        text -> text.contains(id),
                        act -> act instanceof Act.OfRecord of && of.record().equals(record)),
                end);
        return catalogue.find(record).filter(entry -> sight.rights(entry).exists());
    }

    /**
     * Acts that are looked for.
     *
     * @param hint what the text of every such act has in it, so that others need not be understood
     */
    private List<IndexedAct> acts(Predicate<String> hint, Predicate<Act> wanted) {
        List<IndexedAct> acts = new ArrayList<>();
        try (Stream<LogEntry> entries = log.entries(0, end)) {
            entries.forEach(entry -> {
                if (entry instanceof LogEntry.Kept kept && hint.test(kept.text())) {
                    Act act = kept.act();
                    if (wanted.test(act)) {
                        acts.add(new IndexedAct(kept.index(), act));
                    }
                }
            });
        }
        return acts;
    }

    /** The records whose register entry the acting user may see, as the log says now. */
    private Set<RecordId> seen() {
        Map<RecordId, AccessState> states = new HashMap<>();
        try (Stream<LogEntry> entries = log.entries(0, end)) {
            entries.forEach(entry -> {
                if (entry instanceof LogEntry.Kept kept && kept.act() instanceof Act.OfRecord of) {
                    states.computeIfAbsent(of.record(), _ -> new AccessState()).apply(kept.index(), of);
                }
            });
        }
        states.values()
                .removeIf(state ->
                        !sight.rights(state.facts(sight.rules().plan())).metadata());
        return states.keySet();
    }

    /**
     * The acts as they stand, those about records left out whose register entry the acting user may not see.
     *
     * @param from first index
     * @param to index after the last
     */
    public Stream<LogEntry> entries(long from, long to) {
        if (sight.seesEveryEntry()) {
            return log.entries(from, to);
        }
        Set<RecordId> seen = seen();
        return log.entries(from, to)
                .filter(entry -> !(entry instanceof LogEntry.Kept kept
                        && kept.act() instanceof Act.OfRecord of
                        && !seen.contains(of.record())));
    }

    /**
     * The index, if it may be asked: its labels are of today, and no later act may have taken from anybody what they
     * allow. Records that were taken in since are not in it yet. The caller closes it.
     *
     * @param behind whether it may be behind the log at all: somebody works, and will bring it up
     */
    public Optional<SearchReader> index(boolean behind) {
        if (!Files.isDirectory(home.index())
                || !(LuceneSearch.read(home.index(), config.search().timeMax())
                        instanceof LuceneSearch.Opened<SearchReader>(SearchReader reader))) {
            return Optional.empty();
        }
        // The head is read behind the index: what was decided before that is seen here.
        long position = reader.cursor().position();
        boolean current = position == log.head().size() || (behind && position > 0 && nothingTaken(position));
        if (current && reader.cursor().note().equals(sight.day().toString())) {
            return Optional.of(reader);
        }
        reader.close();
        return Optional.empty();
    }

    private boolean nothingTaken(long position) {
        long head = log.head().size();
        if (position > head) {
            return false;
        }
        Set<RecordId> taken = new HashSet<>();
        for (IndexedAct act : new LogActs(log).read(position, head)) {
            boolean harmless =
                    switch (act.act()) {
                        // The index does not know a new record; whatever is said of it here takes nothing away there.
                        case Act.Sealed of -> of.version() == 1 && taken.add(of.record());
                        case Act.RenditionAdded _,
                                Act.GapOpened _,
                                Act.GapClosed _,
                                Act.HoldPlaced _,
                                Act.HoldLifted _,
                                Act.Viewed _,
                                RequestAct _,
                                IncidentAct _ -> true;
                        case Act.OfRecord of -> taken.contains(of.record());
                        case Act.Founded _, Act.Rejected _, Act.Audited _, Act.KeyRotated _ -> true;
                        case Act.Adopted _, Act.Restored _, Act.RestoreAccepted _ -> false;
                    };
            if (!harmless) {
                return false;
            }
        }
        return true;
    }
}
