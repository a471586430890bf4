package se.sigill.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Endpoint;
import se.sigill.core.config.Home;
import se.sigill.core.keys.ServerKey;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.store.Lease;

/**
 * The two servers of one archive: starts those that do not run, waits until they are ready, stops them.
 *
 * <p>A process that was killed leaves nothing that hinders the next start: numbers of processes are compared with what
 * runs, files are written anew, and locks end with their process.
 */
public final class Servers {
    private static final System.Logger LOG = System.getLogger(Servers.class.getName());
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FAILED_WAIT = Duration.ofSeconds(10);
    /** So many processors at least start both servers at once without one waiting for the other. */
    private static final int PROCESSORS_FOR_BOTH = 4;

    private final Home home;
    private final ArchiveConfig config;

    private Servers(Home home, ArchiveConfig config) {
        this.home = home;
        this.config = config;
    }

    public static Servers of(Home home) {
        return new Servers(home, ConfigReader.read(home.config()));
    }

    /** What came of starting one server. */
    public sealed interface Started {
        Server server();

        /** @param before it ran already, and was left as it is */
        record Ready(Server server, String address, String certificate, long pid, Duration took, boolean before)
                implements Started {}

        /** @param lastLines of its log, errors if there are any @param exit with which the command ends */
        record Failed(Server server, String why, List<String> lastLines, Path log, int exit) implements Started {}
    }

    /**
     * What came of stopping one server.
     *
     * @param ended false if it still runs after the time given
     * @param cached false if Java could not keep its classes, as it was told to: the next start takes longer
     * @param console what Java says of it
     */
    public record Stopped(Server server, long pid, boolean ended, Duration took, boolean cached, Path console) {}

    /**
     * Starts what does not run and waits until both are ready. If one does not start, what this call started is stopped
     * again, and the one that did not start is told last.
     *
     * @param passedOn system properties that the staff server gets as this process has them
     * @param lockedMax how long another process may keep the archive
     * @throws ArchiveException.WrongUsage if an address is in use
     * @throws ArchiveException.Locked if another command starts the servers at this moment, or one that was told to end
     *     has not ended within {@code lockedMax}
     */
    public List<Started> start(Installation installation, Map<String, String> passedOn, Duration lockedMax) {
        List<ServerSettings> all = List.of(ServerSettings.open(config), ServerSettings.staff(home, config, passedOn));
        try {
            PrivateFile.folder(home.run());
            try (Lease _ = Lease.take(
                    home.run().resolve("serve.lock"),
                    "another command starts the servers of " + home.root() + "; see sigill status")) {
                return start(all, installation, lockedMax);
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    home.run() + " cannot be written: is the disk full or read-only, is the home somebody else's?", e);
        }
    }

    private List<Started> start(List<ServerSettings> all, Installation installation, Duration lockedMax) {
        List<Started> started = new ArrayList<>();
        List<ServerSettings> missing = new ArrayList<>();
        for (ServerSettings each : all) {
            Optional<ProcessHandle> before = ServerProcess.of(each.place());
            if (before.isEmpty() || hasEnded(each.place(), before.get(), lockedMax)) {
                missing.add(each);
            } else {
                started.add(ready(each, before.get(), Duration.ZERO, true));
            }
        }
        missing.forEach(Servers::refuseTaken);
        List<Watch> watched = new ArrayList<>();
        List<Started> ready = new ArrayList<>();
        boolean whole = false;
        try {
            for (List<ServerSettings> together :
                    inTurn(missing, Runtime.getRuntime().availableProcessors())) {
                Function<ServerSettings, Watch> begin = settings -> {
                    Watch begun = begin(settings, installation, lockedMax);
                    watched.add(begun);
                    return begun;
                };
                // What a server logs of its end is not why it failed: that is read before.
                Optional<Started> failed = watch(together.stream().map(begin).toList(), begin, ready);
                if (failed.isPresent()) {
                    started.add(failed.get());
                    return started;
                }
            }
            whole = true;
        } finally {
            if (!whole) {
                watched.forEach(Servers::end);
            }
            watched.forEach(Watch::close);
        }
        started.addAll(ready);
        return started;
    }

    /**
     * A start keeps two processors busy. Where there are no more, two at once only hinder each other, and the open
     * server, which is ready first, lets the public in while the other starts.
     *
     * @return who starts together, and then who after them
     */
    static <T> List<List<T>> inTurn(List<T> missing, int processors) {
        return processors < PROCESSORS_FOR_BOTH || missing.isEmpty()
                ? missing.stream().map(List::of).toList()
                : List.of(missing);
    }

    /** One that was told to end answers for a while: it is waited for, and another takes its place. */
    private static boolean hasEnded(ServerPlace place, ProcessHandle process, Duration waitMax) {
        if (!ServerProcess.isEnding(place, process)) {
            return false;
        }
        if (!ended(process, waitMax)) {
            throw new ArchiveException.Locked("the " + place.server().word() + " server (pid " + process.pid()
                    + ") was told to end and has not ended yet; wait, and start again. Its log is " + place.log());
        }
        ServerProcess.forget(place);
        boolean _ = ClassCache.keep(place);
        return true;
    }

    private Watch begin(ServerSettings settings, Installation installation, Duration lockedMax) {
        makeKey(settings);
        new LibertyFiles(settings, installation).write();
        return new Watch(settings, ServerProcess.start(settings.place(), installation), lockedMax);
    }

    /**
     * Until all are ready, which it adds. One that ended may have done so for its class cache: it begins again without.
     *
     * @return the first that will not be ready
     */
    private static Optional<Started> watch(
            List<Watch> watched, Function<ServerSettings, Watch> begin, List<Started> ready) {
        List<Watch> waiting = new ArrayList<>(watched);
        while (!waiting.isEmpty()) {
            for (Watch each : List.copyOf(waiting)) {
                switch (each.look()) {
                    case Watch.State.Starting() -> {}
                    case Watch.State.Ready(Duration took) -> {
                        ready.add(ready(each.settings(), each.process(), took, false));
                        waiting.remove(each);
                    }
                    case Watch.State.Ended() -> {
                        ServerPlace place = each.settings().place();
                        if (!ClassCache.discard(place)) {
                            return Optional.of(failed(place, Watch.State.Ended.WHY, Watch.FAILED));
                        }
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "class-cache-discarded server={0}",
                                place.server().word());
                        waiting.set(waiting.indexOf(each), begin.apply(each.settings()));
                    }
                    case Watch.State.Failed(String why, int exit) -> {
                        return Optional.of(failed(each.settings().place(), why, exit));
                    }
                }
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return Optional.empty();
    }

    private static Started ready(ServerSettings settings, ProcessHandle process, Duration took, boolean before) {
        Endpoint endpoint = settings.endpoint();
        return new Started.Ready(
                settings.place().server(),
                endpoint.address(),
                endpoint.plain() ? "" : settings.place().key().identity().fingerprint(),
                process.pid(),
                took,
                before);
    }

    private static Started failed(ServerPlace place, String why, int exit) {
        Path log = Files.exists(place.log()) ? place.log() : place.console();
        return new Started.Failed(place.server(), why, LogEnd.of(place), log, exit);
    }

    private void makeKey(ServerSettings settings) {
        if (!settings.endpoint().plain()) {
            SecureRandom random = new SecureRandom();
            settings.place()
                    .key()
                    .make(new ServerKey.Maker(
                            config.archive().name(),
                            settings.hosts(),
                            BouncySeal.issuer(random),
                            Clock.systemUTC(),
                            random));
        }
    }

    /** Liberty goes on without the address; nobody would know why nothing answers. */
    private static void refuseTaken(ServerSettings settings) {
        Endpoint endpoint = settings.endpoint();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    endpoint.host().equals(Endpoint.EVERYWHERE)
                            ? new InetSocketAddress(endpoint.port())
                            : new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port()));
        } catch (IOException e) {
            String key = settings.place().server().word() + ".listen";
            throw new ArchiveException.WrongUsage(
                    "the " + settings.place().server().word() + " server cannot listen at " + endpoint.host() + " port "
                            + endpoint.port() + " (" + e.getMessage()
                            + "): end the program that does, or set another address as " + key + " in sigill.conf",
                    e);
        }
    }

    /** Whether a server that runs keeps its classes when it ends: once a build, for most of a minute. */
    public boolean keepsClasses() {
        return places().anyMatch(place -> ServerProcess.of(place).isPresent() && ClassCache.isBeingMade(place));
    }

    private Stream<ServerPlace> places() {
        return Stream.of(ServerPlace.open(config), ServerPlace.staff(home));
    }

    /**
     * Asks the servers that run to end in good order, and waits.
     *
     * @param waitMax for each; none is ended by force
     */
    public List<Stopped> stop(Duration waitMax) {
        record Asked(ServerPlace place, ProcessHandle process) {}
        long began = System.nanoTime();
        List<Asked> asked = new ArrayList<>();
        places().forEach(place -> ServerProcess.of(place).ifPresent(process -> {
            ServerProcess.tellToEnd(place, process);
            asked.add(new Asked(place, process));
        }));
        List<Stopped> stopped = new ArrayList<>();
        for (Asked each : asked) {
            boolean ended = ended(each.process(), waitMax);
            boolean cached = true;
            if (ended) {
                ServerProcess.forget(each.place());
                cached = ClassCache.keep(each.place());
            }
            stopped.add(new Stopped(
                    each.place().server(),
                    each.process().pid(),
                    ended,
                    Duration.ofNanos(System.nanoTime() - began),
                    cached,
                    each.place().console()));
        }
        return stopped;
    }

    /**
     * What this call started and will not be used. The archive bears a kill, and a server that failed may not listen.
     */
    private static void end(Watch watch) {
        watch.process().destroy();
        if (!ended(watch.process(), FAILED_WAIT)) {
            watch.process().destroyForcibly();
            ended(watch.process(), FAILED_WAIT);
        }
        ServerProcess.forget(watch.settings().place());
    }

    private static boolean ended(ProcessHandle process, Duration waitMax) {
        try {
            process.onExit().get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the system does not tell when a process ends", e);
        }
    }

    /** The processes that run, to wait for. */
    public List<ProcessHandle> processes() {
        return places().flatMap(place -> ServerProcess.of(place).stream()).toList();
    }
}
