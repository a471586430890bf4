package se.sigill.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.PeriodFolder;
import se.sigill.core.seal.Reach;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.StoreFinding;
import se.sigill.core.verify.VerifyFinding;

/** What is looked for once a round, when every object was visited: orphans, open gaps, versions without a seal. */
final class Closing {
    private final Home home;
    private final ContentStore store;
    private final Clock clock;
    private final LogReader log;

    Closing(Home home, ContentStore store, Clock clock, LogReader log) {
        this.home = home;
        this.store = store;
        this.clock = clock;
        this.log = log;
    }

    void close(Tally tally, Duration unsealedMax) {
        Head head = log.head();
        StandingActs acts = new StandingActs(Reach.of(sealed(tally)));
        acts.read(log, head.size());
        if (!acts.isComplete()) {
            String message = "acts cannot be read; nothing is said of objects that no readable act names";
            tally.add(Finding.of(CheckFinding.LOG_UNREADABLE, "log", message));
        } else {
            if (!acts.root().equals(head.checkpoint().root())) {
                String message = "the first " + head.size() + " acts are not those that the checkpoint signs";
                tally.add(Finding.of(CheckFinding.LOG_ROOT, "log/checkpoint", message));
            }
            orphans(acts, tally);
        }
        acts.gaps().forEach(tally::add);
        acts.unsealed(clock.instant().minus(unsealedMax)).ifPresent(tally::add);
    }

    private void orphans(StandingActs acts, Tally tally) {
        try {
            // A later version than the acts know was told when the object was visited.
            List<Finding> found = store.findOrphans(acts.versions()).stream()
                    .filter(f -> f.code() != StoreFinding.ORPHAN_VERSION)
                    .toList();
            if (!found.isEmpty()) {
                Set<String> known = knownMeanwhile(acts);
                found.stream()
                        .filter(f -> !known.contains(f.where())
                                && Files.exists(home.ocfl().resolve(f.where())))
                        .map(f -> new Finding(f.code(), f.severity(), "ocfl/" + f.where(), f.message()))
                        .forEach(tally::add);
            }
        } catch (ArchiveException.StorageFailed e) {
            tally.add(Finding.of(VerifyFinding.UNREADABLE, "ocfl", "the store cannot be listed; look for the cause"));
        }
    }

    /** Objects that a writer put there meanwhile, and those that a disposal should have removed: told already. */
    private Set<String> knownMeanwhile(StandingActs acts) {
        Set<RecordId> known = new HashSet<>(store.underWay());
        acts.read(log, log.head().size());
        known.addAll(acts.versions().keySet());
        known.addAll(acts.disposed());
        Set<String> places = new HashSet<>();
        known.forEach(id -> places.add(FileContentStore.placeOf(id)));
        return places;
    }

    /** What the periods cover that can be read. */
    private List<Coverage> sealed(Tally tally) {
        List<Coverage> sealed = new ArrayList<>();
        try {
            for (Path folder : PeriodFolder.all(home.evidence())) {
                Optional<Period> period = PeriodFolder.period(folder);
                String where = "evidence/" + folder.getFileName();
                if (period.isEmpty()) {
                    tell(tally, VerifyFinding.UNREADABLE, where, "the period cannot be read");
                } else if (!PeriodFolder.isStamped(folder)) {
                    tell(tally, CheckFinding.UNSTAMPED, where, "it has no time-stamp yet");
                }
                period.map(Period::coverage).ifPresent(sealed::add);
            }
        } catch (IOException e) {
            tell(tally, VerifyFinding.UNREADABLE, "evidence", "the periods cannot be listed");
        }
        return sealed;
    }

    private static void tell(Tally tally, FindingCode code, String where, String message) {
        tally.add(Finding.of(code, where, message));
    }
}
