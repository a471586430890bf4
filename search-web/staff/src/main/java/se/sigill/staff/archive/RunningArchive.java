package se.sigill.staff.archive;

import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import se.sigill.app.request.InboxRound;
import se.sigill.app.request.Purging;
import se.sigill.app.serve.ArchivePhase;
import se.sigill.app.serve.PrivateFile;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.app.wiring.User;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.request.PurgeRule;
import se.sigill.staff.intake.Intake;

/**
 * The archive of this server. Opening is done in the background, because it may take as long as making the projections
 * anew does; until then the server answers that it is not ready.
 *
 * <p>One thread opens, follows the days, seals, tells the open zone, and closes; any may ask how it stands.
 */
public final class RunningArchive {
    private static final System.Logger LOG = System.getLogger(RunningArchive.class.getName());

    private static final Duration LOCKED_RETRY = Duration.ofMillis(500);
    /** Whether a day has passed is asked so often; nothing is done on the same day. */
    private static final Duration DAY_LOOK = Duration.ofMinutes(1);
    /** How long what was decided may be unknown outside, where nobody waits for it. */
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    /** How long what somebody asked outside may lie there. */
    private static final Duration FETCH_EVERY = Duration.ofSeconds(2);
    /** The rule counts in days. */
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    /** How long what was committed may be unsealed. */
    private static final Duration SEAL_EVERY = Duration.ofMinutes(10);
    /** Closing waits for a batch that is being committed, not for a rebuild. */
    private static final Duration CLOSE_MAX = Duration.ofSeconds(60);

    private final Home home;
    private final ScheduledExecutorService thread;
    private volatile State state = new State.Waiting(ArchivePhase.OPENING);
    private final OutsideRounds outside;

    /** Of the home that the server was told. */
    RunningArchive() {
        this(new Home(Path.of(System.getProperty("sigill.home", ""))));
    }

    RunningArchive(Home home) {
        this.home = home;
        // Asked to stop while it opens, it begins nothing more, and closes.
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("archive").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
        this.outside = new OutsideRounds(thread, work -> once("outside-not-told", work));
    }

    /** The one of this server. Resources are made by the server for each request, and ask for it here. */
    public static RunningArchive current() {
        return CDI.current().select(RunningArchive.class).get();
    }

    /** How it stands. */
    public sealed interface State {
        /** Not open, or no longer: opening, locked, closed. */
        record Waiting(ArchivePhase phase) implements State {}

        record Open(OpenArchive archive, Token token) implements State {}

        /** @param exit with which a command would have ended */
        record Failed(int exit) implements State {}
    }

    public State state() {
        return state;
    }

    void start() {
        thread.execute(this::open);
    }

    /** Tries until nobody else works on the archive. */
    private void open() {
        // Providers of the database are found by it; a thread of a pool has whichever it began with.
        Thread.currentThread().setContextClassLoader(RunningArchive.class.getClassLoader());
        try {
            OpenArchive archive = OpenArchive.open(home);
            Token token = Token.random(new SecureRandom());
            PrivateFile.replace(home.token(), token.line());
            state = new State.Open(archive, token);
            LOG.log(
                    System.Logger.Level.INFO,
                    "archive-open acts={0}",
                    Long.toString(archive.archive().log().head().size()));
            archive.atStart()
                    .forEach(finding -> LOG.log(
                            System.Logger.Level.WARNING,
                            "archive-found code={0} where={1}",
                            finding.code().id(),
                            finding.where()));
            Intake.of(archive).takeInLeft();
            again(DAY_LOOK, "day-not-passed", OpenArchive::passTime);
            again(SEAL_EVERY, "not-sealed", RunningArchive::seal);
            again(TELL_EVERY, "outside-not-told", outside::tell);
            InboxRound inbox = InboxRound.of(archive);
            again(FETCH_EVERY, "inbox-not-fetched", _ -> inbox.run());
            again(PURGE_EVERY, "requesters-not-forgotten", RunningArchive::forget);
            again(TELL_EVERY, "no-images", open -> Intake.of(open).illustrate());
        } catch (ArchiveException.Locked e) {
            if (state instanceof State.Waiting(ArchivePhase phase) && phase == ArchivePhase.OPENING) {
                LOG.log(System.Logger.Level.WARNING, "archive-locked reason={0}", e.getMessage());
            }
            state = new State.Waiting(ArchivePhase.LOCKED);
            var _ = thread.schedule(this::open, LOCKED_RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ArchiveException e) {
            LOG.log(System.Logger.Level.ERROR, "archive-not-open reason={0}", e.getMessage());
            close(new State.Failed(e.exitCode()));
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "archive-not-open", e);
            close(new State.Failed(1));
        }
    }

    /** Does something again and again while the archive is open; what fails is done again the next time. */
    private void again(Duration every, String failure, Consumer<OpenArchive> work) {
        var _ = thread.scheduleWithFixedDelay(
                () -> once(failure, work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void once(String failure, Consumer<OpenArchive> work) {
        if (state instanceof State.Open(OpenArchive archive, Token _)) {
            try {
                work.accept(archive);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, failure + " reason={0}", String.valueOf(e.getMessage()));
            }
        }
    }

    /** Who asked, once nothing can be answered or appealed any more. */
    private static void forget(OpenArchive archive) {
        int forgotten = new Purging(archive.as(new User.OfServer("purge")), PurgeRule.USUAL).run();
        if (forgotten > 0) {
            LOG.log(System.Logger.Level.INFO, "requesters-forgotten count={0}", Integer.toString(forgotten));
        }
    }

    private static void seal(OpenArchive archive) {
        Sealing sealing = new Sealing(archive);
        if (!sealing.waiting().isEmpty()) {
            sealing.seal();
        }
    }

    void stop() {
        thread.execute(() -> close(new State.Waiting(ArchivePhase.CLOSED)));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "archive-left-open");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void close(State after) {
        State last = state;
        state = after;
        if (last instanceof State.Open(OpenArchive archive, Token _)) {
            try (archive;
                    Intake _ = Intake.of(archive)) {
                Files.deleteIfExists(home.token());
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "token-not-deleted", e);
            }
            LOG.log(System.Logger.Level.INFO, "archive-closed");
        }
    }
}
