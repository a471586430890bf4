package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.RecordId;
import se.sigill.formats.PageImages;
import se.sigill.search.lucene.LuceneSearch;
import se.sigill.zone.Applier;
import se.sigill.zone.Zone;

/**
 * The open zone of an archive, on the same machine. Its own server applies what it is told; where none runs, that is
 * done here. Safe for threads.
 */
public final class ZoneHere {
    /** Of a round: somebody who closes a record may wait for its end. */
    private static final Duration ROUND_MAX = Duration.ofMillis(400);

    /** What somebody waits for who withdraws a record. */
    private static final Duration APPLIED_MAX = Duration.ofSeconds(10);

    private final OpenArchive archive;
    private final OutsideHome outside;
    private final FolderDoor door;
    private final Publishing publishing;
    private final Set<RecordId> illustrated = new LinkedHashSet<>();
    /** Whoever waits longest has the next round. */
    private final ReentrantLock turn = new ReentrantLock(true);

    private final AtomicInteger telling = new AtomicInteger();
    private volatile Publishing.@Nullable Round last;

    public ZoneHere(OpenArchive archive, OutsideHome outside) {
        this.archive = archive;
        this.outside = outside;
        this.door = new FolderDoor(outside);
        this.publishing = new Publishing(archive, door);
    }

    /** The zone that the configuration names: one for each open archive, so that its bundles have one maker. */
    public static ZoneHere of(OpenArchive archive) {
        return archive.kept(
                ZoneHere.class,
                one -> new ZoneHere(one, new OutsideHome(one.config().servers().outside())));
    }

    /**
     * What came of telling.
     *
     * @param applied whether the zone has taken everything in: what was taken away is unreachable then
     * @param refused why it refused something
     */
    public record Told(Publishing.Round round, boolean applied, List<Finding> refused) {
        public Told {
            refused = List.copyOf(refused);
        }
    }

    /** Whether the zone has ever been told anything: if not, nothing can be visible there. */
    public boolean isInUse() {
        return Files.exists(Ledger.file(archive.home().outward()));
    }

    /** Whether something is shown of which there could be an image and is none yet. */
    public boolean isBare() {
        return publishing.illustrating().isDue();
    }

    /** Whether a round is under way at this moment. */
    public boolean isTelling() {
        return telling.get() > 0;
    }

    /** Whether it is being told something, or has not taken in yet what it was told. */
    public boolean isBehind() {
        Publishing.Round round = last;
        return isTelling() || (round != null && (round.more() || !hasTakenIn(round)));
    }

    /** Whether it has taken in everything up to the end of this round. */
    public boolean hasTakenIn(Publishing.Round round) {
        try {
            return round.upTo() == 0 || publishing.isApplied(round.upTo());
        } catch (IOException e) {
            // The next round says what is wrong; nobody waits for it.
            return true;
        }
    }

    /**
     * Makes images of first pages for as long as that; the next round tells of them.
     *
     * @param engine is asked for only where there is something to draw
     * @return how many were made
     */
    public int illustrate(Supplier<? extends PageImages> engine, Duration atMost) {
        List<RecordId> made = publishing.illustrating().make(engine, atMost);
        illustrated(made);
        return made.size();
    }

    /**
     * Tells what has changed for some time, and leaves it to the zone's own server to take it in. No more is told than
     * that does meanwhile: whoever withdraws a record does not wait for all that was told before.
     *
     * @return says whether there is more to be told
     */
    public Publishing.Round send() {
        try {
            return round(Publishing.Rest.IN_STEP);
        } catch (IOException e) {
            throw untold(e);
        }
    }

    /** Tells everything that has changed and sees to it that the zone takes it in. */
    public Told tell() {
        return tell(Publishing.Rest.ALL, Publishing.Round::more);
    }

    /**
     * Tells what decisions have closed and sees to it that the zone takes it in; where much is to be told, the rest is
     * left to whoever tells next.
     */
    public Told tellClosed() {
        return tell(Publishing.Rest.NONE_OF_MUCH, Publishing.Round::owing);
    }

    private Told tell(Publishing.Rest rest, Predicate<Publishing.Round> goesOn) {
        try {
            Publishing.Round round = rounds(rest, goesOn);
            try (Zone zone = Zone.open(outside, archive.clock(), LuceneSearch.COMMAND_BUDGET)) {
                Applier.Done done = zone.applier().applyWaiting();
                return new Told(round, publishing.awaitApplied(round.upTo(), Duration.ZERO), done.refused());
            } catch (ArchiveException.Locked e) {
                return new Told(round, publishing.awaitApplied(round.upTo(), APPLIED_MAX), List.of());
            }
        } catch (IOException e) {
            throw untold(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException.StorageFailed("waiting for the open zone was interrupted; run it again", e);
        }
    }

    private Publishing.Round rounds(Publishing.Rest rest, Predicate<Publishing.Round> goesOn) throws IOException {
        telling.incrementAndGet();
        try {
            Publishing.Round all = round(rest);
            while (goesOn.test(all)) {
                all = all.and(round(rest));
            }
            return all;
        } finally {
            telling.decrementAndGet();
        }
    }

    private Publishing.Round round(Publishing.Rest rest) throws IOException {
        telling.incrementAndGet();
        turn.lock();
        try {
            door.introduce(publishing.key(), publishing.logKey());
            List<RecordId> again = illustrated();
            try {
                Publishing.Round round = publishing.round(again, ROUND_MAX, rest);
                last = round;
                return round;
            } catch (RuntimeException e) {
                illustrated(again);
                throw e;
            }
        } finally {
            turn.unlock();
            telling.decrementAndGet();
        }
    }

    private synchronized void illustrated(List<RecordId> more) {
        illustrated.addAll(more);
    }

    private synchronized List<RecordId> illustrated() {
        List<RecordId> now = List.copyOf(illustrated);
        illustrated.clear();
        return now;
    }

    private ArchiveException.StorageFailed untold(IOException e) {
        return new ArchiveException.StorageFailed(
                "the open zone in " + outside.root() + " could not be told: " + e.getMessage(), e);
    }
}
