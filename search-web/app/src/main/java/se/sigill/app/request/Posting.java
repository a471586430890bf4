package se.sigill.app.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Proofs;
import se.sigill.core.ArchiveException;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxLine;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;
import se.sigill.core.store.Digests;

/**
 * What a requester finds outside with the code: how it stands, and the copies. Computed from the acts each time, so
 * that
 * a box that was lost or is behind is made again by posting once more.
 */
public final class Posting {
    private static final System.Logger LOG = System.getLogger(Posting.class.getName());

    private final OpenArchive archive;
    private final Boxes boxes;
    private final Path folder;
    /** Any number write to boxes; whoever sweeps them does so alone. */
    private final Lock writers;

    private final Lock sweeper;

    public Posting(OpenArchive archive, OutsideHome outside) {
        this.archive = archive;
        this.boxes = new Boxes(outside.boxes(), archive.archive().surroundings().random());
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
        Optional<RequestBook.Entry> entry = new RequestBook(archive).entry(id);
        Optional<BoxKey> key = entry.flatMap(
                e -> new Envelopes(archive).open(e.request().asked().envelope()).flatMap(Envelope::box));
        if (entry.isEmpty() || key.isEmpty()) {
            return false;
        }
        writers.lock();
        try {
            BoxState state = new Filling(key.get(), id).state(entry.get());
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

    /** Requests whose box is behind what was decided. */
    static Set<RecordId> due(OpenArchive archive) {
        return archive.kept(Due.class, _ -> new Due(ConcurrentHashMap.newKeySet()))
                .requests();
    }

    private record Due(Set<RecordId> requests) {}

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
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the box outside could not be deleted: " + e.getMessage(), e);
        } finally {
            writers.unlock();
        }
    }

    /** Lays what is missing in one box. */
    private final class Filling {
        private final BoxKey key;
        private final RecordId request;
        /** What lies there already, by name and digest. */
        private final Map<String, BoxFile> there = new HashMap<>();

        private final Proofs proofs = new Proofs(archive);

        Filling(BoxKey key, RecordId request) throws IOException {
            this.key = key;
            this.request = request;
            if (boxes.look(key) instanceof Boxes.Look.Here(BoxState state)) {
                Set<String> files = new HashSet<>(boxes.files(key.name()));
                state.files().stream()
                        .filter(file -> files.contains(file.id()))
                        .forEach(file -> there.put(file.name(), file));
            }
        }

        BoxState state(RequestBook.Entry entry) throws IOException {
            Request request = entry.request();
            RequestWords words = RequestWords.in(request.asked().language());
            List<BoxItem> items = new ArrayList<>();
            for (Decision decision : request.decisions()) {
                if (decision.stands()) {
                    items.add(item(entry, decision, words));
                }
            }
            List<BoxFile> letters = new ArrayList<>();
            for (Request.Letter letter : request.letters()) {
                letters.addAll(files(letter.record(), List.of()));
            }
            List<BoxLine> lines = new ArrayList<>();
            lines.add(new BoxLine(
                    request.asked().arrived(), BoxLine.Who.REQUESTER, "asked", words.asked(entry.number())));
            for (Request.Said said : request.said()) {
                lines.add(new BoxLine(
                        said.at(),
                        said.requester() ? BoxLine.Who.REQUESTER : BoxLine.Who.REGISTRAR,
                        said.kind(),
                        AskedLetter.plain(said.text())));
            }
            return new BoxState(
                    request.asked().language(),
                    entry.number(),
                    key.reference(),
                    request.state().word(),
                    archive.clock().instant(),
                    words.next(request.state()),
                    "",
                    lines,
                    items,
                    letters,
                    request.quote()
                            .map(quote -> new BoxFee(
                                    quote.ore(), quote.words(), quote.settled().isPresent()))
                            .orElse(BoxFee.NONE),
                    request.isAppealable() ? words.appeal(request.asked().authority()) : "",
                    openUntil(request));
        }

        private BoxItem item(RequestBook.Entry entry, Decision decision, RequestWords words) throws IOException {
            Terms terms = Terms.of(archive, request, decision);
            List<BoxFile> files = new ArrayList<>();
            for (Request.Copy copy : entry.request().copies()) {
                // Nothing lies outside before who asked has agreed to the conditions.
                if (!terms.waits() && copy.decision() == decision.act() && !copy.stopped() && !isPast(copy.until())) {
                    files.addAll(files(copy.copy(), copy.files()));
                }
            }
            return new BoxItem(
                    title(decision.of(), words),
                    decision.outcome().word(),
                    decision.provision(),
                    AskedLetter.plain(new OutcomeWords(words).told(decision, terms)),
                    files,
                    terms.reservation()
                            .filter(each -> !each.conditions().isBlank())
                            .map(each -> new BoxReservation(each.conditions(), each.isAccepted())));
        }

        /** By its number and title where anybody may know them: a refused record is named as it was asked for. */
        private String title(String of, RequestWords words) {
            Optional<CatalogueRecord> record =
                    RecordId.isId(of) ? archive.catalogue().find(new RecordId(of)) : Optional.empty();
            return record.map(r -> words.named(r, archive.rules(), archive.today()))
                    .orElse(words.nothing());
        }

        private boolean isPast(String until) {
            return !until.isEmpty() && LocalDate.parse(until).isBefore(archive.today());
        }

        /** The files of a record with the proof of each. @param wanted by digest; empty: all */
        private List<BoxFile> files(String record, List<String> wanted) throws IOException {
            Optional<CatalogueRecord> found =
                    RecordId.isId(record) ? archive.catalogue().find(new RecordId(record)) : Optional.empty();
            List<BoxFile> files = new ArrayList<>();
            if (found.isPresent()) {
                for (FileFact file : found.get().description().files()) {
                    if (wanted.isEmpty() || wanted.contains(file.sha256())) {
                        files.addAll(file(found.get(), file));
                    }
                }
            }
            return files;
        }

        private List<BoxFile> file(CatalogueRecord record, FileFact file) throws IOException {
            List<BoxFile> laid = new ArrayList<>();
            Path place = Files.createDirectories(folder).resolve("." + record.id() + ".copy");
            try {
                Files.deleteIfExists(place);
                if (!archive.archive()
                        .store()
                        .place(record.id(), record.description().version(), file.path(), place)) {
                    throw new IOException("record " + record.id() + " lacks " + file.path());
                }
                laid.add(laid(file.name(), file.format().mime(), place));
                Optional<FileProof> proof = archive.archive()
                        .store()
                        .inventory(record.id(), record.description().version())
                        .flatMap(inventory -> proofs.of(record, inventory, file.path()));
                if (proof.isPresent()) {
                    laid.add(bundle(file, place, proof.get()));
                } else {
                    // Its time-stamp has not come yet: the proof follows.
                    due(archive).add(request);
                }
                return laid;
            } finally {
                Files.deleteIfExists(place);
            }
        }

        /** The proof of a file, with the file in it, as anyone can check it without us. */
        private BoxFile bundle(FileFact file, Path content, FileProof proof) throws IOException {
            String name = file.name() + ".bevis.zip";
            BoxFile known = there.get(name);
            if (known != null) {
                return known;
            }
            Path zip = content.resolveSibling(content.getFileName() + ".zip");
            try {
                try (OutputStream out = Files.newOutputStream(zip)) {
                    ProofBundle.writeZip(out, ProofBundle.isName(file.name()) ? file.name() : "file", content, proof);
                }
                return laid(name, "application/zip", zip);
            } finally {
                Files.deleteIfExists(zip);
            }
        }

        private BoxFile laid(String name, String mime, Path content) throws IOException {
            Digests digests = Digests.of(content);
            BoxFile known = there.get(name);
            if (known != null && known.sha256().equals(digests.sha256())) {
                return known;
            }
            try (InputStream in = Files.newInputStream(content)) {
                return new BoxFile(boxes.putFile(key, in), name, mime, digests.sizeBytes(), digests.sha256(), 0);
            }
        }

        private String openUntil(Request request) {
            return request.copies().stream()
                    .map(Request.Copy::until)
                    .filter(until -> !until.isEmpty())
                    .max(String::compareTo)
                    .orElse("");
        }
    }
}
