package se.sigill.app.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Proofs;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.BoxFee;
import se.sigill.core.inbox.BoxFile;
import se.sigill.core.inbox.BoxItem;
import se.sigill.core.inbox.BoxKey;
import se.sigill.core.inbox.BoxReservation;
import se.sigill.core.inbox.BoxState;
import se.sigill.core.inbox.Boxes;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;
import se.sigill.core.store.Digests;

/** Lays what is missing in one box, and says what its state is then. For one thread, which has the box alone. */
final class BoxFilling {
    /** Behind the name of a file: its proof, which holds the file too. */
    static final String PROOF = ".bevis.zip";

    private final OpenArchive archive;
    private final Boxes boxes;
    private final Path folder;
    private final BoxKey key;
    private final RecordId request;
    /** What lies there already: by name and digest, a proof by those of its file. In the order of the state. */
    private final Map<String, Deque<BoxFile>> there = new HashMap<>();

    private final Proofs proofs;
    private boolean late;

    /** @param folder where copies lie for a moment, inside */
    BoxFilling(OpenArchive archive, Boxes boxes, Path folder, BoxKey key, RecordId request) throws IOException {
        this.archive = archive;
        this.boxes = boxes;
        this.folder = folder;
        this.proofs = new Proofs(archive);
        this.key = key;
        this.request = request;
        if (boxes.look(key) instanceof Boxes.Look.Here(BoxState state)) {
            Set<String> files = new HashSet<>(boxes.files(key.name()));
            String name = "";
            String sha256 = "";
            for (BoxFile file : state.files()) {
                boolean proof = file.name().equals(name + PROOF);
                if (files.contains(file.id())) {
                    there.computeIfAbsent(named(file.name(), proof ? sha256 : file.sha256()), _ -> new ArrayDeque<>())
                            .add(file);
                }
                name = file.name();
                sha256 = file.sha256();
            }
        }
    }

    private static String named(String name, String sha256) {
        return sha256 + " " + name;
    }

    /** What lies there already of this name; two records may have files that are called the same. */
    private Optional<BoxFile> known(String name, String sha256) {
        Deque<BoxFile> known = there.get(named(name, sha256));
        return known == null ? Optional.empty() : Optional.ofNullable(known.poll());
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
        return new BoxState(
                request.asked().language(),
                entry.number(),
                key.reference(),
                request.state().word(),
                archive.clock().instant(),
                words.next(request),
                "",
                new BoxLines(words).of(request, entry.number()),
                items,
                letters,
                request.quote()
                        .filter(quote -> quote.ore() > 0 && !quote.isWaived())
                        .map(quote -> new BoxFee(quote.ore(), quote.words(), !quote.isUnanswered()))
                        .orElse(BoxFee.NONE),
                request.isAppealable() ? words.appeal(request.asked().authority()) : "",
                openUntil(request));
    }

    /** Whether a time-stamp had not come yet: then a proof is to follow. */
    boolean lacksProof() {
        return late;
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
                AskedLetter.plain(leftOut(decision, words) + new OutcomeWords(words).told(decision, terms)),
                files,
                terms.reservation()
                        .filter(each -> !each.conditions().isBlank())
                        .map(each -> new BoxReservation(each.conditions(), each.isAccepted())));
    }

    /** What a copy in part is without, on a line of its own; empty for others. */
    private String leftOut(Decision decision, RequestWords words) {
        return decision.outcome() == Outcome.PART ? words.leftOut(archive, decision) + "\n" : "";
    }

    /** By its number and title where anybody may know them: a refused record is named as it was asked for. */
    private String title(String of, RequestWords words) {
        Optional<CatalogueRecord> record =
                RecordId.isId(of) ? archive.catalogue().find(new RecordId(of)) : Optional.empty();
        return record.map(r -> words.named(r, archive.rules(), archive.today())).orElse(words.nothing());
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

    /** A file and its proof. What lies there is not read again: to find a proof is work. */
    private List<BoxFile> file(CatalogueRecord record, FileFact file) throws IOException {
        Optional<BoxFile> copy = known(file.name(), file.sha256());
        Optional<BoxFile> proof = known(file.name() + PROOF, file.sha256());
        if (copy.isPresent() && proof.isPresent()) {
            return List.of(copy.get(), proof.get());
        }
        Path place = Files.createDirectories(folder).resolve("." + record.id() + ".copy");
        try {
            Files.deleteIfExists(place);
            if (!archive.archive()
                    .store()
                    .place(record.id(), record.description().version(), file.path(), place)) {
                throw new IOException("record " + record.id() + " lacks " + file.path());
            }
            List<BoxFile> laid = new ArrayList<>();
            laid.add(
                    copy.isPresent()
                            ? copy.get()
                            : laid(file.name(), file.format().mime(), place));
            (proof.isPresent() ? proof : bundle(record, file, place)).ifPresent(laid::add);
            late |= laid.size() == 1;
            return laid;
        } finally {
            Files.deleteIfExists(place);
        }
    }

    /** The proof of a file, with the file in it, as anyone can check it without us; empty without a time-stamp. */
    private Optional<BoxFile> bundle(CatalogueRecord record, FileFact file, Path content) throws IOException {
        Optional<FileProof> proof = archive.archive()
                .store()
                .inventory(record.id(), record.description().version())
                .flatMap(inventory -> proofs.of(record, inventory, file.path()));
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        Path zip = content.resolveSibling(content.getFileName() + ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(zip)) {
                ProofBundle.writeZip(out, ProofBundle.isName(file.name()) ? file.name() : "file", content, proof.get());
            }
            return Optional.of(laid(file.name() + PROOF, "application/zip", zip));
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private BoxFile laid(String name, String mime, Path content) throws IOException {
        Digests digests = Digests.of(content);
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
