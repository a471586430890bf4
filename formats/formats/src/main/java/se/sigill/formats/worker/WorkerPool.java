package se.sigill.formats.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.FormatFinding;

/** A few workers and the jobs that wait for them. Safe for many threads. */
final class WorkerPool implements AutoCloseable {
    static final String READ = "read";
    static final String MAKE = "make";

    /** Jobs under way in one worker: enough that it never waits for us, few enough that the others get some. */
    private static final int WINDOW_JOBS = 16;

    /** Of one window; below a pipe's buffer, so that writing a window never waits for a worker that waits for us. */
    private static final int WINDOW_BYTES = 16 << 10;

    /** A second or three of reading signatures and classes, on a machine that may be busy with other things. */
    private static final Duration START_MAX = Duration.ofMinutes(4);

    /** How many times its limit a job may take when the machine did not let it run. */
    private static final int STARVED_FACTOR = 4;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(WorkerPool.class.getName());

    private final WorkerSettings settings;
    private final SpareWorkers spares;
    private final Duration idleMax;
    private final int size;
    private final BlockingDeque<Job> waiting = new LinkedBlockingDeque<>();
    private final List<Thread> lanes = new ArrayList<>();
    private volatile boolean closed;

    /**
     * @param spares where workers may be taken from, and go when this is closed
     * @param name of the work, {@link #READ} or {@link #MAKE}; the worker opens the engines it needs
     * @param idleMax after which a worker without work is stopped
     * @param warm whether the workers start now and not with the first job
     */
    WorkerPool(WorkerSettings settings, SpareWorkers spares, String name, Duration idleMax, boolean warm) {
        this.settings = settings;
        this.spares = spares;
        this.idleMax = idleMax;
        this.size = name.equals(READ) ? settings.readers() : settings.makers();
        for (int i = 1; i <= size; i++) {
            String lane = name + "-" + i;
            lanes.add(Thread.ofPlatform().daemon().name(lane).start(() -> run(new Lane(lane, name), warm)));
        }
    }

    CompletableFuture<Answer> submit(Json.Obj job, String where, Duration limit) {
        String body = JsonWriter.compact(job);
        Job queued = new Job(body, where, limit, false, new CompletableFuture<>());
        waiting.addLast(queued);
        if (closed) {
            refuseWaiting();
        }
        return queued.answer();
    }

    private void run(Lane lane, boolean warm) {
        try {
            if (warm && !closed) {
                lane.ensureStarted();
            }
            long idleSince = System.nanoTime();
            while (!closed) {
                Job first = waiting.pollFirst(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    lane.work(window(first));
                    idleSince = System.nanoTime();
                } else if (System.nanoTime() - idleSince > idleMax.toNanos()) {
                    lane.stop();
                }
            }
        } catch (InterruptedException e) {
            // Only close interrupts a lane.
            Thread.currentThread().interrupt();
        } finally {
            lane.leave();
            refuseWaiting();
        }
    }

    private Deque<Job> window(Job first) {
        Deque<Job> window = new ArrayDeque<>();
        window.add(first);
        // A fair share of what waits: a slow file must not hold many others behind it while a worker is idle.
        int share = Math.min(WINDOW_JOBS, 1 + waiting.size() / (2 * size));
        int bytes = first.body().length();
        while (window.size() < share && !first.again()) {
            Job next = waiting.pollFirst();
            if (next == null) {
                break;
            }
            bytes += next.body().length();
            if (bytes > WINDOW_BYTES || next.again()) {
                waiting.addFirst(next);
                break;
            }
            window.add(next);
        }
        return window;
    }

    private void refuseWaiting() {
        for (Job job = waiting.pollFirst(); job != null; job = waiting.pollFirst()) {
            job.answer().complete(failed(FormatFinding.ENGINE_MISSING, job, "the workers are stopped"));
        }
    }

    private static Answer failed(FormatFinding code, Job job, String message) {
        return new Answer.Failed(Finding.of(code, job.where(), message));
    }

    @Override
    public void close() {
        closed = true;
        lanes.forEach(Thread::interrupt);
        for (Thread lane : lanes) {
            try {
                lane.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        refuseWaiting();
    }

    /** One place for a worker process and the thread that feeds it. */
    private final class Lane {
        private final String name;
        private final String work;
        private Optional<WorkerProcess> current = Optional.empty();
        private FormatFinding whyNot = FormatFinding.ENGINE_MISSING;

        Lane(String name, String work) {
            this.name = name;
            this.work = work;
        }

        /** The running worker, or a reason why there is none. */
        private Optional<WorkerProcess> ensureStarted() throws InterruptedException {
            if (current.isPresent() && current.get().alive() && current.get().jobs() < settings.jobsMax()) {
                return current;
            }
            stop();
            try {
                Optional<WorkerProcess> spare = spares.take(settings, work);
                WorkerProcess started = spare.isPresent() ? spare.get() : WorkerProcess.start(settings, name, work);
                current = Optional.of(started);
                if (started.isIdle()) {
                    return current;
                }
                WorkerProcess.Waited first = started.receive(START_MAX);
                if (first instanceof WorkerProcess.Waited.Got) {
                    return current;
                }
                boolean signatures = first instanceof WorkerProcess.Waited.Ended
                        && started.cause() == WorkerProcess.FormatCause.SIGNATURES;
                whyNot = signatures ? FormatFinding.SIGNATURES_UNUSABLE : FormatFinding.ENGINE_MISSING;
                LOG.log(System.Logger.Level.ERROR, "worker-start-failed worker={0}", name);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.ERROR, "worker-start-failed worker=" + name, e);
            }
            stop();
            return Optional.empty();
        }

        void work(Deque<Job> window) throws InterruptedException {
            try {
                if (window.getFirst().again()) {
                    stop();
                }
                Optional<WorkerProcess> worker = ensureStarted();
                if (worker.isEmpty()) {
                    Job job = window.removeFirst();
                    job.answer().complete(failed(whyNot, job, "the worker does not start"));
                    return;
                }
                serve(worker.get(), window);
            } finally {
                // What was not answered waits again, in front and in the same order.
                while (!window.isEmpty()) {
                    waiting.addFirst(window.removeLast());
                }
            }
        }

        private void serve(WorkerProcess worker, Deque<Job> window) throws InterruptedException {
            int before = worker.jobs();
            try {
                for (Job job : window) {
                    worker.send(job.body());
                }
                worker.flush();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "worker-gone worker={0}", name);
            }
            while (!window.isEmpty()) {
                Job job = window.getFirst();
                switch (receive(worker, job)) {
                    case WorkerProcess.Waited.Got(String body) -> {
                        window.removeFirst();
                        job.answer().complete(answer(job, body));
                        before++;
                    }
                    case WorkerProcess.Waited.Late() -> {
                        window.removeFirst();
                        stop();
                        String message = "no answer within " + job.limit().toSeconds() + " s";
                        job.answer().complete(failed(FormatFinding.ENGINE_TIMEOUT, job, message));
                        return;
                    }
                    case WorkerProcess.Waited.Ended() -> {
                        window.removeFirst();
                        ended(worker, job, before > 0);
                        return;
                    }
                }
            }
        }

        /**
         * Waits for an answer; longer than the limit if the worker was given less than half of it as computing time.
         */
        private WorkerProcess.Waited receive(WorkerProcess worker, Job job) throws InterruptedException {
            Duration before = worker.computed();
            WorkerProcess.Waited waited = worker.receive(job.limit());
            for (int more = 1; more < STARVED_FACTOR && waited instanceof WorkerProcess.Waited.Late; more++) {
                if (worker.computed().minus(before).multipliedBy(2).compareTo(job.limit()) >= 0) {
                    return waited;
                }
                waited = worker.receive(job.limit());
            }
            return waited;
        }

        /** The worker ended at this job. One that had a history may have been full or ill already: try again, alone. */
        private void ended(WorkerProcess worker, Job job, boolean history) throws InterruptedException {
            WorkerProcess.FormatCause cause = worker.cause();
            stop();
            if (history && !job.again() && cause != WorkerProcess.FormatCause.OUTPUT) {
                waiting.addFirst(job.secondTry());
                return;
            }
            job.answer()
                    .complete(
                            switch (cause) {
                                case OUTPUT ->
                                    failed(
                                            FormatFinding.OUTPUT_LIMIT,
                                            job,
                                            "the answer is more than " + settings.answerBytesMax() + " bytes");
                                case MEMORY ->
                                    failed(
                                            FormatFinding.ENGINE_OUT_OF_MEMORY,
                                            job,
                                            "the engine needs more than " + settings.heapMegabytes() + " MB");
                                case CRASH, SIGNATURES ->
                                    failed(FormatFinding.ENGINE_CRASHED, job, "the worker process ended");
                            });
        }

        private Answer answer(Job job, String body) {
            try {
                return new Answer.Done(JsonReader.parse(body).asObject());
            } catch (JsonException e) {
                return failed(FormatFinding.ENGINE_FAILED, job, "the worker's answer is no JSON object");
            }
        }

        /** Stops for good: others may have use of the worker. */
        void leave() {
            current.ifPresent(worker -> spares.give(settings, work, worker));
            current = Optional.empty();
        }

        void stop() {
            current.ifPresent(WorkerProcess::close);
            current = Optional.empty();
        }
    }
}
