package se.sigill.staff.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.Engines;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Renewing;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.RecordId;
import se.sigill.formats.PageImages;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;
import se.sigill.formats.worker.WorkerFormats;
import se.sigill.ingest.pipeline.TakingIn;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/**
 * Receives deliveries and takes them in, seals them and makes them last, in the background and in their order. The
 * engines' processes start with the first delivery and end when none has come for a while. One for each open archive.
 */
public final class Intake implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Intake.class.getName());

    private static final Duration IDLE_MAX = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofMinutes(1);
    /** What a delivery that comes meanwhile waits for: a second or two. */
    private static final int LASTING_AT_ONCE = 16;

    /** Longer than from one round of telling the open zone to the next: what was sealed now is told first. */
    private static final Duration TOLD_SOON = Duration.ofSeconds(6);

    private static final Duration YIELDING = Duration.ofMillis(500);
    /** However much there is to tell, so long after some renditions more are made. */
    private static final Duration YIELDING_MAX = Duration.ofMinutes(2);

    private static final int CLOSE_SECONDS_MAX = 30;
    /** A delivery that comes meanwhile waits no longer. */
    private static final Duration ILLUSTRATING_MAX = Duration.ofSeconds(2);

    private final OpenArchive archive;
    private final Journal journal = new Journal();
    private final DueRenditions due;
    /** Deliveries whose renditions were begun with since the start. By the thread alone. */
    private final Set<String> begun = new HashSet<>();

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("intake").daemon().factory());
    private final AtomicInteger lent = new AtomicInteger();
    private volatile boolean closing;
    private @Nullable WorkerFormats engines;
    private @Nullable ScheduledFuture<?> ending;

    /** @param archive as the server has it */
    public Intake(OpenArchive archive) {
        this.archive = archive;
        this.due = new DueRenditions(archive.home());
        // Whoever closes waits for the work at hand, not for what was to be done in some minutes.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        ClassLoader own = Intake.class.getClassLoader();
        thread.execute(() -> Thread.currentThread().setContextClassLoader(own));
    }

    /** The one of this archive, whichever user asks; the server made it at its start. */
    public static Intake of(OpenArchive archive) {
        return archive.kept(Intake.class, Intake::new);
    }

    public Journal journal() {
        return journal;
    }

    /** Whether somebody may wait for what was handed in to be sealed. */
    public boolean isTakingIn() {
        return journal.isTakingIn();
    }

    /** What an earlier stop left in the spool, and then the renditions that it left. */
    public void takeInLeft() {
        if (!archive.spool().waiting().isEmpty()) {
            thread.execute(() -> guarded("", () -> {
                List<TakingIn.Taken> all;
                try (Depositing depositing = new Depositing(archive, engines())) {
                    all = depositing.takeInWaiting();
                }
                all.forEach(taken ->
                        due.begin(taken.delivery(), List.copyOf(taken.records().values())));
                seal();
                makeLeftLast();
            }));
        } else {
            thread.execute(() -> guarded("", this::makeLeftLast));
        }
    }

    /** Renditions that this server has not begun with since its start. */
    private void makeLeftLast() {
        due.left().forEach((delivery, records) -> {
            if (begun.add(delivery)) {
                makeLast(delivery, records);
            }
        });
    }

    /**
     * First durable moment: the receipt. The rest follows in the background.
     *
     * @param as who hands it in
     * @param authority whose records those are that name none
     * @param source a folder, a zip or a file; not needed any more on return
     * @return the refusal, or what was received
     */
    public Deposit receive(OpenArchive as, String by, Path source, String system, String authority) {
        Depositing depositing = new Depositing(as, engines());
        Deposit deposit;
        try {
            deposit = depositing.receive(source, system, authority);
        } catch (RuntimeException e) {
            depositing.close();
            throw e;
        }
        if (deposit instanceof Deposit.Received(Receipt receipt)) {
            journal.add(new Delivery(receipt, by, authority, Delivery.Stage.RECEIVED, Map.of(), ""));
            thread.execute(() -> takeIn(depositing, receipt.delivery()));
        } else {
            depositing.close();
        }
        return deposit;
    }

    private void takeIn(Depositing depositing, String delivery) {
        guarded(delivery, () -> {
            journal.change(delivery, each -> each.at(Delivery.Stage.TAKING_IN));
            Map<String, RecordId> records;
            try (depositing) {
                records = depositing.takeIn(delivery).records();
            }
            journal.change(delivery, each -> each.with(records).at(Delivery.Stage.SEALING));
            begun.add(delivery);
            due.begin(delivery, List.copyOf(records.values()));
            seal();
            journal.change(delivery, each -> each.at(Delivery.Stage.MAKING_LAST));
            // Behind the deliveries that wait already: none of them waits for engines that only renditions need.
            Duration pause = ZoneHere.of(archive).isInUse() ? TOLD_SOON : Duration.ZERO;
            List<RecordId> all = List.copyOf(records.values());
            yielding(pause, ZoneHere.of(archive)::isBehind, delivery, () -> makeLast(delivery, all));
        });
    }

    /** Renditions yield to the open zone, which somebody outside may wait for: both need the processors. */
    private void yielding(Duration pause, BooleanSupplier zoneIsBusy, String delivery, Runnable work) {
        yielding(pause, zoneIsBusy, System.nanoTime() + YIELDING_MAX.toNanos(), delivery, work);
    }

    private void yielding(Duration pause, BooleanSupplier zoneIsBusy, long endNanos, String delivery, Runnable work) {
        Runnable look = () -> {
            if (zoneIsBusy.getAsBoolean() && System.nanoTime() - endNanos < 0) {
                yielding(YIELDING, zoneIsBusy, endNanos, delivery, work);
            } else {
                work.run();
            }
        };
        var _ = thread.schedule(() -> guarded(delivery, look), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Second lane: a few records, then the rest behind whatever else waits, so that no delivery waits for the
     * renditions of an earlier one.
     */
    private void makeLast(String delivery, List<RecordId> left) {
        if (left.isEmpty()) {
            seal();
            due.end(delivery);
            journal.change(delivery, each -> each.at(Delivery.Stage.DONE));
            return;
        }
        int now = Math.min(left.size(), LASTING_AT_ONCE);
        List<String> ids = there(left.subList(0, now));
        if (!ids.isEmpty()) {
            new Renewing(archive, engines(), archive.config().workers().count()).run(ids, _ -> {});
        }
        List<RecordId> rest = left.subList(now, left.size());
        // The zone's server may be stopped: only the first ones wait until it has taken in what it was told.
        yielding(Duration.ZERO, ZoneHere.of(archive)::isTelling, delivery, () -> makeLast(delivery, rest));
    }

    /** Not those that were disposed of meanwhile. */
    private List<String> there(List<RecordId> records) {
        return records.stream()
                .map(RecordId::value)
                .filter(id -> archive.find(id).isPresent())
                .toList();
    }

    /** Has images made of what is public and has none, when nothing else is to be done. */
    public void illustrate() {
        ZoneHere zone = ZoneHere.of(archive);
        if (zone.isBare() && !journal.isWorking()) {
            thread.execute(() -> guarded("", () -> {
                int _ = zone.illustrate(this::engines, ILLUSTRATING_MAX);
            }));
        }
    }

    private void seal() {
        Sealing sealing = new Sealing(archive);
        if (!sealing.waiting().isEmpty()) {
            sealing.seal();
        }
    }

    /** Nothing received is lost by a failure: it lies in the spool, and is tried again. */
    private void guarded(String delivery, Runnable work) {
        if (closing) {
            return;
        }
        try {
            work.run();
        } catch (RejectedExecutionException e) {
            // The server stops: what waits here is done after the next start.
            LOG.log(System.Logger.Level.DEBUG, "intake-ends");
        } catch (ArchiveException e) {
            LOG.log(System.Logger.Level.WARNING, "intake-interrupted reason={0}", e.getMessage());
            journal.change(delivery, each -> each.stopped(String.valueOf(e.getMessage())));
            begun.remove(delivery);
            var _ = thread.schedule(this::takeInLeft, RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "intake-failed", e);
            journal.change(delivery, each -> each.stopped("unexpected; the log of the server has a line"));
        }
    }

    /** What draws pages for whoever looks at them now: the engines, which do not end meanwhile. */
    public PageImages images() {
        return (file, number, folder) -> {
            // Counted before they are asked for: they are ended only while nobody is counted.
            lent.incrementAndGet();
            try {
                return engines(false).page(file, number, folder);
            } finally {
                lent.decrementAndGet();
            }
        };
    }

    /** What makes letters for whoever decides now: the engines, which do not end meanwhile. */
    public Letters letters() {
        return (letter, target) -> {
            lent.incrementAndGet();
            try {
                return engines(false).make(letter, target);
            } finally {
                lent.decrementAndGet();
            }
        };
    }

    /** What makes copies in part for whoever hands out now: the engines, which do not end meanwhile. */
    public Withholding copies() {
        return (source, what, target) -> {
            lent.incrementAndGet();
            try {
                return engines(false).withhold(source, what, target);
            } finally {
                lent.decrementAndGet();
            }
        };
    }

    private WorkerFormats engines() {
        return engines(true);
    }

    /** @param warm whether something is read soon: readers then start now, beside whatever is done before */
    private synchronized WorkerFormats engines(boolean warm) {
        if (ending != null) {
            ending.cancel(false);
        }
        WorkerFormats running = engines;
        if (running == null) {
            running = Engines.startBeside(archive.config(), warm);
            engines = running;
        }
        endLater();
        return running;
    }

    private void endLater() {
        ending = thread.schedule(this::endIdleEngines, IDLE_MAX.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** By the thread that works with them, so that none works meanwhile. */
    private synchronized void endIdleEngines() {
        WorkerFormats running = engines;
        if (running == null) {
            return;
        }
        if (journal.isWorking() || lent.get() > 0) {
            endLater();
        } else {
            engines = null;
            running.close();
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "intake-left-behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            WorkerFormats running = engines;
            if (running != null) {
                running.close();
            }
        }
    }
}
