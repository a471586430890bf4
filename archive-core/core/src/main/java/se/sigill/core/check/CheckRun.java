package se.sigill.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonException;
import se.sigill.core.log.Act;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.ContentStore;
import se.sigill.core.verify.FileDigest;
import se.sigill.core.verify.LogActs;
import se.sigill.core.verify.RecordFacts;

/** One run of a round. For one thread, once. */
final class CheckRun {
    /** What is done again after a stop; at the end of a window some thread waits, so not too small. */
    private static final long WINDOW_BYTES_MAX = 4L << 30;

    /** More do not help: the disk is the limit then. */
    private static final int THREADS_MAX = 16;

    /** An object that acts keep changing is left to the next round. */
    private static final int TURNS_MAX = 5;

    private final Home home;
    private final ContentStore store;
    private final Clock clock;
    private final RoundPaper paper;
    private final LogReader log;
    private final Instant started;
    private final long startedNanos = System.nanoTime();
    /** One a thread. */
    private final List<FileDigest> digests;

    CheckRun(Home home, ContentStore store, Clock clock, RoundPaper paper) {
        this.home = home;
        this.store = store;
        this.clock = clock;
        this.paper = paper;
        this.log = LogReader.open(home.log());
        this.started = clock.instant();
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, THREADS_MAX);
        this.digests = Stream.generate(FileDigest::new).limit(threads).toList();
    }

    Round run(Limits limits, Supplier<String> ids, Consumer<Progress> progress) throws IOException {
        Tally tally = tally(ids);
        long from = tally.next;
        if (!tally.done && visit(tally, limits, progress)) {
            new Closing(home, store, clock, log).close(tally, limits.unsealedMax());
            tally.done = true;
            tally.closedAt = log.head().size();
            // If we stop here, the closing is done again: it only reads.
            paper.write(tally);
        }
        return tally.round(from);
    }

    /** The round that is under way, or a new one. */
    private Tally tally(Supplier<String> ids) throws IOException {
        Optional<Tally> kept = paper.read();
        String origin = log.head().checkpoint().origin();
        long size = log.head().size();
        Optional<Tally> usable = kept.filter(t -> t.origin.equals(origin) && t.end <= size && t.closedAt <= size);
        if (usable.isPresent() && !isCommitted(usable.get(), size)) {
            return usable.get();
        }
        Tally next = new Tally(ids.get(), origin, started, size);
        usable.ifPresent(t -> next.before.addAll(t.checked));
        if (usable.isEmpty() && paper.exists()) {
            String message = kept.isEmpty()
                    ? "the paper of the round cannot be read; it begins anew"
                    : "the paper of the round speaks of another log; it begins anew";
            next.add(Finding.of(CheckFinding.CURSOR_DAMAGED, "work/check/round", message));
        }
        return next;
    }

    private boolean isCommitted(Tally tally, long size) {
        AtomicBoolean found = new AtomicBoolean();
        if (tally.done) {
            LogActs.pass(log, tally.closedAt, size, entry -> {
                if (entry instanceof LogEntry.Kept kept && isAudit(kept, tally.id)) {
                    found.set(true);
                }
            });
        }
        return found.get();
    }

    private static boolean isAudit(LogEntry.Kept kept, String round) {
        try {
            return kept.act() instanceof Act.Audited audited && audited.round().equals(round);
        } catch (JsonException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Visits objects until the round's last or a limit. @return whether all were visited */
    private boolean visit(Tally tally, Limits limits, Consumer<Progress> progress) throws IOException {
        long before = tally.bytes;
        Sight sight = new Sight(tally, progress);
        try (ExecutorService pool = Executors.newFixedThreadPool(digests.size())) {
            while (tally.next < tally.end) {
                RoundFacts facts = RoundFacts.read(log, tally.next, tally.end, RoundFacts.RECORDS_MAX);
                Stretch stretch = new Stretch(
                        facts, new Ages(tally.before, limits.olderThan().map(started::minus)));
                while (!stretch.isEmpty()) {
                    // Never none: then nobody would ask the stretch whether it is empty.
                    long bytesMax = Math.clamp(limits.bytesMax() - (tally.bytes - before), 1, WINDOW_BYTES_MAX);
                    Window window = new Window(home.archive(), stretch, bytesMax);
                    settle(window.run(pool, digests), facts, 0).forEach(look -> look.addTo(tally));
                    keep(tally, stretch);
                    sight.tell();
                    if (isSpent(limits, tally.bytes - before) && tally.next < tally.end) {
                        return false;
                    }
                }
                if (stretch.isYoung()) {
                    return false;
                }
            }
        }
        return true;
    }

    private void keep(Tally tally, Stretch stretch) throws IOException {
        if (stretch.reached() > tally.next) {
            tally.reached(stretch.reached(), started);
            paper.write(tally);
        }
    }

    private boolean isSpent(Limits limits, long bytes) {
        return bytes >= limits.bytesMax()
                || System.nanoTime() - startedNanos >= limits.timeMax().toNanos()
                || Thread.currentThread().isInterrupted();
    }

    /**
     * Tells faults from what a writer was doing just then. A note lies there before the first byte changes and goes
     * after the commit; so who reads first the notes and then the log sees one or the other.
     */
    private List<ObjectLook> settle(List<ObjectLook> looks, RoundFacts facts, int turn) {
        if (looks.stream().allMatch(ObjectLook::isClean)) {
            return looks;
        }
        Set<RecordId> underWay = store.underWay();
        facts.refresh();
        List<ObjectLook> settled = new ArrayList<>(looks.size());
        for (ObjectLook look : looks) {
            RecordFacts now = facts.of(look.due().facts().id());
            if (look.isClean()) {
                settled.add(look);
            } else if (!now.equals(look.due().facts()) && turn < TURNS_MAX) {
                settled.addAll(settle(List.of(again(look, now)), facts, turn + 1));
            } else {
                if (underWay.contains(now.id()) || isBeingDisposed(now.id()) || turn == TURNS_MAX) {
                    look.excuse();
                } else {
                    look.lookAgain();
                }
                settled.add(look);
            }
        }
        return settled;
    }

    private ObjectLook again(ObjectLook look, RecordFacts now) {
        ObjectLook again = new ObjectLook(home.archive(), new Due(look.due().position(), now));
        FileDigest digest = digests.getFirst();
        again.begin(digest);
        again.large().forEach(file -> again.read(file, digest));
        return again;
    }

    private boolean isBeingDisposed(RecordId id) {
        Path note = home.work().resolve("dispose-" + id);
        return Files.exists(note);
    }

    /** Tells who watches what this run did. */
    private static final class Sight {
        private final Tally tally;
        private final Consumer<Progress> progress;
        private final long objects;
        private final long files;
        private final long bytes;

        Sight(Tally tally, Consumer<Progress> progress) {
            this.tally = tally;
            this.progress = progress;
            this.objects = tally.objects;
            this.files = tally.files;
            this.bytes = tally.bytes;
        }

        void tell() {
            progress.accept(new Progress(
                    tally.objects - objects, tally.files - files, tally.bytes - bytes, tally.next, tally.end));
        }
    }
}
