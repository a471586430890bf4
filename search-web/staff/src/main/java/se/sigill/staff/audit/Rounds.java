package se.sigill.staff.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.sigill.app.wiring.Checking;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.check.Limits;
import se.sigill.core.check.Progress;
import se.sigill.core.check.Round;

/** The round of checking that goes on now, and the last one: one at a time, for each open archive. */
public final class Rounds {
    private static final System.Logger LOG = System.getLogger(Rounds.class.getName());

    /** What somebody begins in the morning is over in the evening; the next one goes on where it stopped. */
    private static final Duration TIME_MAX = Duration.ofHours(8);

    private final OpenArchive archive;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile @Nullable Progress progress;
    private volatile @Nullable Round last;
    private volatile String problem = "";

    /** @param archive as the server has it */
    public Rounds(OpenArchive archive) {
        this.archive = archive;
    }

    /** The one of this archive, whichever user asks. */
    public static Rounds of(OpenArchive archive) {
        return archive.kept(Rounds.class, Rounds::new);
    }

    /** Begins, or goes on with, a round as somebody; does nothing while one goes on. */
    public void begin(OpenArchive as) {
        if (running.compareAndSet(false, true)) {
            progress = null;
            problem = "";
            Thread _ = Thread.ofPlatform().name("check").daemon().start(() -> run(as));
        }
    }

    private void run(OpenArchive as) {
        try {
            Round round = new Checking(archive.home()).run(Limits.none().withTime(TIME_MAX), each -> progress = each);
            if (round.complete()) {
                Checking.commit(as, round);
            }
            last = round;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "check-interrupted reason={0}", String.valueOf(e.getMessage()));
            problem = String.valueOf(e.getMessage());
        } finally {
            running.set(false);
        }
    }

    public boolean isRunning() {
        return running.get();
    }

    /** How far the one that goes on has come; empty at its beginning. */
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /** The last one that ended since the server began. */
    public Optional<Round> last() {
        return Optional.ofNullable(last);
    }

    /** Why the last one ended before its end; empty if it did not. */
    public String problem() {
        return problem;
    }
}
