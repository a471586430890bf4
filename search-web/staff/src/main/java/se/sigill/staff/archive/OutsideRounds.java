package se.sigill.staff.archive;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import se.sigill.app.outward.Publishing;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.staff.intake.Intake;

/**
 * Tells the open zone, round by round. Where much is to be told, the rest stands in the queue of the one thread behind
 * whatever else is due by now, and waits for no clock, but for two things: the zone, which is to take in first what it
 * was told; and for a while, where nothing that was closed may be among it, what is being taken in: both need the
 * processors. For that thread alone.
 */
final class OutsideRounds {
    /** How long the rest waits for what is being taken in; some is told meanwhile at each {@link #tell}. */
    private static final Duration YIELDING_MAX = Duration.ofSeconds(30);

    /** The zone takes in two bundles in about a second. */
    private static final long PAUSE_MILLIS = 250;

    /** A zone that stands still so many times, as where no server of it runs, is asked at the next {@link #tell}. */
    private static final int STANDSTILLS_MAX = 40;

    private final ScheduledExecutorService thread;
    private final Consumer<Consumer<OpenArchive>> once;
    private final Yielding yielding = new Yielding(YIELDING_MAX);
    /** Whether the rest stands in the queue. */
    private boolean queued;
    /** Whether in the rest may be what rules have closed. */
    private boolean owing;
    /** Rounds in a row in which nothing could be told because the zone had not taken in what it was told before. */
    private int standstills;

    /**
     * @param thread calls {@link #tell}
     * @param once does something with the archive while it is open, and tells of what fails
     */
    OutsideRounds(ScheduledExecutorService thread, Consumer<Consumer<OpenArchive>> once) {
        this.thread = thread;
        this.once = once;
    }

    /** One round; the rest follows by itself. */
    void tell(OpenArchive archive) {
        ZoneHere zone = ZoneHere.of(archive);
        Publishing.Round round = zone.send();
        owing = round.owing();
        standstills = round.bundles() == 0 && !zone.hasTakenIn(round) ? standstills + 1 : 0;
        if (!round.more()) {
            yielding.done();
        } else if (standstills < STANDSTILLS_MAX) {
            queue(archive);
        }
    }

    private void queue(OpenArchive archive) {
        if (queued || thread.isShutdown()) {
            return;
        }
        queued = true;
        boolean waits = !owing && yielding.waits(Intake.of(archive).isTakingIn(), System.nanoTime());
        Runnable next = () -> {
            queued = false;
            once.accept(waits ? this::queue : this::tell);
        };
        var _ = thread.schedule(next, waits || standstills > 0 ? PAUSE_MILLIS : 0, TimeUnit.MILLISECONDS);
    }
}
