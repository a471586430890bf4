package se.sigill.app.request;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.inbox.FetchCounts;
import se.sigill.core.project.IndexedAct;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Request;

/**
 * What a requester finds outside with the code: how it stands, and the copies. Computed from the acts each time, so
 * that a box that was lost or is behind is made again by posting once more.
 */
public final class Posting {
    private static final System.Logger LOG = System.getLogger(Posting.class.getName());

    private static final List<Object> LOCKS =
            IntStream.range(0, 64).mapToObj(_ -> new Object()).toList();

    private final OpenArchive archive;
    private final Boxes boxes;
    private final FetchCounts counts;
    private final Path folder;
    /** Any number write to boxes; whoever sweeps them does so alone. */
    private final Lock writers;

    private final Lock sweeper;

    public Posting(OpenArchive archive, OutsideHome outside) {
        this.archive = archive;
        this.boxes = new Boxes(outside.boxes(), archive.archive().surroundings().random());
        this.counts = new FetchCounts(outside.fetched());
        this.folder = archive.home().work().resolve("requests");
        this.writers = writing(archive).readLock();
        this.sweeper = writing(archive).writeLock();
    }

    /**
     * Brings the box of a request up to date: copies first, then the state that names them, then whatever is in it that
     * no state names any more goes.
     *
     * @return false if there is no box: nobody asked on the web, or who asked is forgotten
     */
    public boolean post(RecordId id) {
        // One at a time for each box, and each with what is decided by then: nobody lays again what was taken back.
        synchronized (lock(id)) {
            return postNow(id);
        }
    }

    /** Held by whoever changes the box of a request. */
    static Object lock(RecordId request) {
        return LOCKS.get(Math.floorMod(request.hashCode(), LOCKS.size()));
    }

    private boolean postNow(RecordId id) {
        Optional<RequestBook.Entry> entry = new RequestBook(archive).entry(id);
        Optional<BoxKey> key = entry.flatMap(
                e -> new Envelopes(archive).open(e.request().asked().envelope()).flatMap(Envelope::box));
        if (entry.isEmpty() || key.isEmpty()) {
            return false;
        }
        writers.lock();
        try {
            BoxFilling filling = new BoxFilling(archive, boxes, folder, key.get(), id);
            BoxState state = filling.state(entry.get());
            if (filling.lacksProof()) {
                due(archive).add(id);
            }
            boxes.putState(key.get(), state);
            Set<String> named = new HashSet<>();
            state.files().forEach(file -> named.add(file.id()));
            for (String file : boxes.files(key.get().name())) {
                if (!named.contains(file)) {
                    boxes.deleteFile(key.get().name(), file);
                }
            }
            return true;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the answer could not be laid outside: " + e.getMessage(), e);
        } finally {
            writers.unlock();
        }
    }

    /**
     * {@link #post}, and if the outside cannot take it now it is done with the next round: what was decided stands
     * whether or not the outside answers.
     *
     * @return whether it was laid
     */
    public boolean postSoon(RecordId id) {
        try {
            return post(id);
        } catch (ArchiveException.StorageFailed e) {
            LOG.log(System.Logger.Level.WARNING, "box-not-laid reason={0}", e.getMessage());
            due(archive).add(id);
            return false;
        }
    }

    /**
     * Whether the box may tell less than the acts: it is not there, does not tell of a later time, or a copy was taken
     * back, which is not left to any clock.
     *
     * @param acts of the request
     */
    boolean isBehind(List<IndexedAct> acts) {
        Optional<Request> request = Request.of(acts).filter(each -> !each.forgotten());
        Optional<BoxKey> key = request.flatMap(
                        each -> new Envelopes(archive).open(each.asked().envelope()))
                .flatMap(Envelope::box);
        try {
            if (request.isEmpty() || key.isEmpty()) {
                return false;
            }
            Instant newest = acts.getLast().act().at();
            return request.get().copies().stream().anyMatch(Request.Copy::stopped)
                    || !(boxes.look(key.get()) instanceof Boxes.Look.Here(BoxState state))
                    || !state.asOf().isAfter(newest);
        } catch (IOException e) {
            return true;
        }
    }

    /** Requests whose box is behind what was decided. */
    static Set<RecordId> due(OpenArchive archive) {
        return archive.kept(Due.class, _ -> new Due(ConcurrentHashMap.newKeySet()))
                .requests();
    }

    private record Due(Set<RecordId> requests) {}

    /** Posts to the outside that the configuration names. */
    static Posting of(OpenArchive archive) {
        return new Posting(archive, new OutsideHome(archive.config().servers().outside()));
    }

    /**
     * Takes these files of a request out of its box at once, with the proofs that hold them too: on return nobody can
     * fetch them, whatever the state there names.
     *
     * @param digests SHA-256 of each
     * @return how often each was fetched on which day until now
     * @throws ArchiveException.StorageFailed if the outside refuses: then they may still be there
     */
    SortedMap<LocalDate, Long> takeBack(Request request, Set<String> digests) {
        try {
            Optional<Box> box = box(request);
            List<BoxFile> files = box.map(each -> each.filesOf(digests)).orElse(List.of());
            for (BoxFile file : files) {
                boxes.deleteFile(box.orElseThrow().key().name(), file.id());
            }
            // Whoever opened a file before it was deleted had been counted before that.
            return fetched(box, files);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "the box outside could not be changed: " + e.getClass().getSimpleName(), e);
        }
    }

    /** How often these files were fetched on which day; empty if never, or if nothing of them is outside. */
    SortedMap<LocalDate, Long> fetched(Request request, Set<String> digests) {
        try {
            Optional<Box> box = box(request);
            return fetched(box, box.map(each -> each.filesOf(digests)).orElse(List.of()));
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "fetches-unread type={0}",
                    e.getClass().getName());
            return new TreeMap<>();
        }
    }

    private SortedMap<LocalDate, Long> fetched(Optional<Box> box, List<BoxFile> files) throws IOException {
        SortedMap<LocalDate, Long> days = new TreeMap<>();
        for (BoxFile file : files) {
            counts.of(box.orElseThrow().key().name(), file.id())
                    .forEach((day, often) -> days.merge(day, often, Long::sum));
        }
        return days;
    }

    /** Whether somebody with the code could fetch one of these files now. */
    boolean isThere(Request request, Set<String> digests) {
        try {
            Optional<Box> box = box(request);
            if (box.isEmpty()) {
                return false;
            }
            Set<String> there = new HashSet<>(boxes.files(box.get().key().name()));
            return box.get().filesOf(digests).stream().map(BoxFile::id).anyMatch(there::contains);
        } catch (IOException e) {
            // Nobody can say that it is not.
            return true;
        }
    }

    /** What lies outside of a request. */
    private record Box(BoxKey key, BoxState state) {
        /** Of each item and of the letters: a copy, and behind it the proof that holds it too. */
        List<BoxFile> filesOf(Set<String> digests) {
            List<BoxFile> found = new ArrayList<>();
            boolean wanted = false;
            for (BoxFile file : state.files()) {
                wanted = digests.contains(file.sha256())
                        || (wanted && file.name().endsWith(BoxFilling.PROOF));
                if (wanted) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    private Optional<Box> box(Request request) throws IOException {
        Optional<BoxKey> key =
                new Envelopes(archive).open(request.asked().envelope()).flatMap(Envelope::box);
        return key.isPresent() && boxes.look(key.get()) instanceof Boxes.Look.Here(BoxState state)
                ? Optional.of(new Box(key.get(), state))
                : Optional.empty();
    }

    /** Takes the box of a request away, with all that is in it and what was counted of it. */
    private record Writing(ReadWriteLock lock) {}

    /** Whoever writes to boxes of this archive has it as a reader, whoever sweeps them as its writer. */
    static ReadWriteLock writing(OpenArchive archive) {
        return archive.kept(Writing.class, _ -> new Writing(new ReentrantReadWriteLock()))
                .lock();
    }

    /**
     * Takes away what a stop has left half written or half deleted, if nobody writes at this moment.
     *
     * @return false if somebody does: it is for another time
     */
    boolean sweep() throws IOException {
        if (!sweeper.tryLock()) {
            return false;
        }
        try {
            boxes.sweep();
            return true;
        } finally {
            sweeper.unlock();
        }
    }

    /** Takes the box of a request away, with all that is in it. */
    public void remove(BoxKey key) {
        writers.lock();
        try {
            boxes.deleteBox(key.name());
            counts.forget(key.name());
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the box outside could not be deleted: " + e.getMessage(), e);
        } finally {
            writers.unlock();
        }
    }
}
