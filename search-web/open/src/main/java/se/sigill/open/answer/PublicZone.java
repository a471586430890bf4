package se.sigill.open.answer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.open.ask.AskDesk;
import se.sigill.open.ask.FollowDesk;
import se.sigill.open.ask.Letterbox;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;
import se.sigill.open.page.ResultsPage;
import se.sigill.open.page.StartPage;
import se.sigill.open.page.Surround;
import se.sigill.zone.Applier;
import se.sigill.zone.Zone;

/**
 * The open zone of this server, and the threads that apply what the inside sends and expunge what it took away. The
 * pages only read; what else is written are letters, one by one, into the inbox, and how often what lies in a box was
 * fetched on which day.
 */
@ApplicationScoped
public class PublicZone {
    private static final System.Logger LOG = System.getLogger(PublicZone.class.getName());

    /** A withdrawal is acknowledged when it is applied, and somebody waits for that. */
    private static final Duration POLL = Duration.ofMillis(100);

    /** How often is looked whether words are to be expunged. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    /** What a question may take, on a machine that does other work too. */
    private static final Duration QUESTION_MAX = Duration.ofSeconds(1);

    /** Questions that are asked before anybody's, so that the first visitor is not the one who warms the server. */
    private static final int WARMING = 20;

    /** After a disk that refused. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final OutsideHome home;
    private final String authority;
    private final String address;
    private final SecureRandom random = new SecureRandom();
    private final Letterbox letterbox;
    private final FollowDesk followDesk;
    private volatile @Nullable Zone zone;
    /** Names of work that failed when it was tried last. */
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<Thread> working = new ArrayList<>();

    /** As the server was told. */
    public PublicZone() {
        this.home = new OutsideHome(
                Path.of(Objects.requireNonNull(System.getProperty("sigill.outside"), "sigill.outside is not set")));
        this.authority = System.getProperty("sigill.authority", "");
        this.address = System.getProperty("sigill.open.address", "");
        this.letterbox = new Letterbox(home, random);
        this.followDesk = new FollowDesk(
                new Boxes(home.boxes(), random), new FetchCounts(home.fetched()), letterbox, Clock.systemUTC());
    }

    /** The one of this server. Resources are made by the server for each request, and ask for it here. */
    static PublicZone current() {
        return CDI.current().select(PublicZone.class).get();
    }

    @PostConstruct
    void open() {
        Zone opened = Zone.open(home, Clock.systemUTC(), QUESTION_MAX);
        zone = opened;
        var applier = opened.applier();
        begin("applier", POLL, () -> {
            Applier.Done _ = applier.applyWaiting();
        });
        begin("expunger", LOOK, opened.expunging()::whenQuiet);
        Thread.ofPlatform().name("warming").daemon().start(() -> warm(opened));
    }

    /** Behind the start: nobody waits for it, and whoever comes meanwhile is served. */
    private void warm(Zone opened) {
        try {
            for (int i = 0; i < WARMING; i++) {
                Language language = i % 2 == 0 ? Language.SV : Language.EN;
                Surround around = new Surround(language, authority, true, false);
                Asked asked = Asked.of(Map.of("q", List.of("allmän handling " + i)));
                String _ = Pages.html(ResultsPage.of(opened, around, asked));
                String _ = Pages.html(StartPage.of(opened, around, true));
            }
        } catch (RuntimeException e) {
            // The zone was closed meanwhile, or cannot be read: whoever asks next is told.
            LOG.log(System.Logger.Level.DEBUG, "not-warmed", e);
        }
    }

    /** What is done again and again. */
    private interface Work {
        void once() throws IOException;
    }

    /** Whatever it meets, it must not end: what is taken away inside would stay visible here. */
    private void begin(String name, Duration pause, Work work) {
        working.add(Thread.ofPlatform().name(name).daemon().start(() -> repeat(name, pause, work)));
    }

    private void repeat(String name, Duration pause, Work work) {
        boolean ending = false;
        while (!ending) {
            try {
                work.once();
                failing.remove(name);
                ending = isEnding(pause);
            } catch (IOException | RuntimeException e) {
                ending = isEnding(Duration.ZERO);
                if (!ending) {
                    // What was to be done stays marked on disk, and the zone is as it was.
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "{0}-failed type={1} why={2}",
                            name,
                            e.getClass().getName(),
                            String.valueOf(e.getMessage()));
                    failing.add(name);
                    ending = isEnding(PAUSE);
                }
            }
        }
    }

    /** Whether the server ends within that time. Nothing is interrupted: that would close files amid a write. */
    private boolean isEnding(Duration within) {
        try {
            return ending.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @PreDestroy
    void close() {
        ending.countDown();
        try {
            for (Thread thread : working) {
                thread.join(STOP_MAX);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Zone opened = zone;
        if (opened != null) {
            opened.close();
        }
    }

    /** @throws IllegalStateException if the zone could not be opened: the server is not ready then */
    Zone zone() {
        Zone opened = zone;
        if (opened == null) {
            throw new IllegalStateException("the open zone is not open");
        }
        return opened;
    }

    /** Where somebody asks: from here letters go into the inbox. */
    AskDesk askDesk() {
        return new AskDesk(zone(), letterbox, Clock.systemUTC(), random);
    }

    /** Where somebody comes with a code. */
    FollowDesk followDesk() {
        return followDesk;
    }

    /** Where the public finds this site, without a path; empty if that was not said. */
    Optional<String> address() {
        return Optional.of(address).filter(known -> !known.isEmpty());
    }

    /** Whether what is published can be read and bundles can be applied. */
    boolean isWorking() {
        return zone != null && failing.isEmpty();
    }

    /** How far the zone has come; empty if nothing was ever published. */
    Optional<ZoneHead> head() {
        try {
            return zone().head();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file is a trace on a screen that others use. */
    Response notKeptHere(Language language) {
        return Answers.page(Response.Status.FORBIDDEN, language, Pages.html(PlainPage.notKeptHere(around(language))));
    }

    /** What a page is made in now. A zone that nothing was sent to is not out of date, but empty. */
    Surround around(Language language) {
        boolean atTerminal = Visit.current().isAtTerminal();
        try {
            boolean fresh = zone().head().isEmpty() || zone().isFresh();
            return new Surround(language, authority, fresh, atTerminal);
        } catch (IOException e) {
            return new Surround(language, authority, false, atTerminal);
        }
    }
}
