package se.sigill.app.outward;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
    /** What somebody waits for who withdraws a record. */
    private static final Duration APPLIED_MAX = Duration.ofSeconds(10);

    private final OpenArchive archive;
    private final OutsideHome outside;
    private final FolderDoor door;
    private final Publishing publishing;
    private final Set<RecordId> illustrated = new LinkedHashSet<>();
    private volatile boolean telling;

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
        return telling;
    }

    /**
     * Makes images of first pages for as long as that; the next round tells of them.
     *
     * @param engine is asked for only where there is something to draw
     * @return how many were made
     */
    public int illustrate(Supplier<? extends PageImages> engine, Duration atMost) {
        List<RecordId> made = publishing.illustrating().make(engine, atMost);
        synchronized (this) {
            illustrated.addAll(made);
        }
        return made.size();
    }

    /** Tells what has changed, and leaves it to the zone's own server to take it in. */
    public Publishing.Round send() {
        try {
            return round();
        } catch (IOException e) {
            throw untold(e);
        }
    }

    /** Tells what has changed and sees to it that the zone takes it in. */
    public Told tell() {
        try {
            Publishing.Round round = round();
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

    private synchronized Publishing.Round round() throws IOException {
        telling = true;
        try {
            door.introduce(publishing.key(), publishing.logKey());
            Publishing.Round round = publishing.round(illustrated);
            illustrated.clear();
            return round;
        } finally {
            telling = false;
        }
    }

    private ArchiveException.StorageFailed untold(IOException e) {
        return new ArchiveException.StorageFailed(
                "the open zone in " + outside.root() + " could not be told: " + e.getMessage(), e);
    }
}
