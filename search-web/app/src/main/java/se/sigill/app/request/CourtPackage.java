package se.sigill.app.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Proofs;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;

/**
 * What goes to the court with an appeal (FL 46 §): the decisions, the appeal, the request, what was said and decided,
 * and the records that were refused, with all that is secret in them, each with its proof. Only who may read all of it
 * can put it together; that it was taken out is noted for each record before the first byte leaves.
 */
public final class CourtPackage {
    /** It travels as one file; larger records are sent on a carrier by hand. */
    static final long BYTES_MAX = 2L << 30;

    private static final String PURPOSE = "court package";

    private final OpenArchive archive;

    public CourtPackage(OpenArchive archive) {
        this.archive = archive;
    }

    /** What came of it. */
    public sealed interface Made {
        /** There is no such request, or none that is the user's to answer. */
        record Unknown() implements Made {}

        record IsNot(Wording why) implements Made {}

        /** @param content from its beginning; whoever takes it closes it, and then nothing is left of it here */
        record Is(String name, String sha256, long sizeBytes, InputStream content) implements Made {}
    }

    private static final String RECORDS = "5-handlingar/";

    /** Where the files of a record are put, and what they are. */
    private record Place(String folder, String what) {}

    private record Item(CatalogueRecord record, Place place) {
        boolean isAsked() {
            return place.folder().startsWith(RECORDS);
        }
    }

    public Made make(String id, long appeal) {
        Optional<RequestBook.Entry> entry = new RequestBook(archive).find(id);
        if (entry.isEmpty()) {
            return new Made.Unknown();
        }
        Optional<Appeal> open = entry.get().request().appeals().stream()
                .filter(each -> each.act() == appeal && each.isOpen())
                .findFirst();
        if (open.isEmpty() || archive.actor().kind() != Actor.Kind.PERSON) {
            return no("Överklagandet är avgjort.", "The appeal is settled.");
        }
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Place> wanted :
                wanted(entry.get().request(), open.get()).entrySet()) {
            Optional<CatalogueRecord> record = archive.find(wanted.getKey())
                    .filter(each -> archive.sight().rights(each).content());
            if (record.isEmpty()) {
                return no(
                        "Paketet innehåller något som du inte får läsa. Låt den som får läsa allt hämta det.",
                        "There is something in the package that you may not read. Let somebody fetch it who may.");
            }
            items.add(new Item(record.get(), wanted.getValue()));
        }
        return size(items) > BYTES_MAX
                ? no(
                        "Handlingarna är för stora för en fil. Exportera dem (sigill export) och skicka dem för sig.",
                        "The records are too large for one file. Export them (sigill export) and send them apart.")
                : made(entry.get(), open.get(), items);
    }

    private static Made no(String swedish, String english) {
        return new Made.IsNot(new Wording(swedish, english));
    }

    /** Ids of records, each with its folder and what it is, in the order of the package. */
    private static Map<String, Place> wanted(Request request, Appeal appeal) {
        Map<String, Place> wanted = new LinkedHashMap<>();
        request.letters()
                .forEach(letter -> wanted.put(letter.record(), new Place("1-beslut/", "beslut av myndigheten")));
        wanted.put(appeal.document(), new Place("2-overklagande/", "överklagandet"));
        wanted.put(request.id().value(), new Place("3-begaran/", "begäran som den kom in"));
        int number = 0;
        for (Decision decision : request.decisions()) {
            if (!decision.of().isEmpty()
                    && decision.stands()
                    && decision.outcome().isNo()) {
                number++;
                wanted.putIfAbsent(
                        decision.of(),
                        new Place(
                                String.format(Locale.ROOT, "%s%03d/", RECORDS, number),
                                "SEKRETESS: handling som beslutet gäller"));
            }
        }
        wanted.remove("");
        return wanted;
    }

    private static long size(List<Item> items) {
        return items.stream()
                .flatMap(item -> item.record().description().files().stream())
                .mapToLong(FileFact::sizeBytes)
                .sum();
    }

    private Made made(RequestBook.Entry entry, Appeal appeal, List<Item> items) {
        HandingOut.seal(archive);
        Path folder = archive.home().work().resolve("requests");
        Path file = folder.resolve("." + entry.request().id() + ".court");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String sha256 = write(file, entry, appeal, items);
            note(entry, appeal, items, sha256);
            long size = Files.size(file);
            InputStream content = Files.newInputStream(file, StandardOpenOption.READ);
            return new Made.Is(name(entry), sha256, size, content);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the package for the court could not be written", e);
        } finally {
            // What is open can still be read; without a name nothing of it stays, however the sending ends.
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.getLogger(CourtPackage.class.getName()).log(System.Logger.Level.WARNING, "court-file-stays", e);
            }
        }
    }

    private static String name(RequestBook.Entry entry) {
        return "SEKRETESS " + CourtZip.safe(entry.number()) + " till kammarrätten.zip";
    }

    private void note(RequestBook.Entry entry, Appeal appeal, List<Item> items, String sha256) {
        Instant now = archive.clock().instant();
        List<Act.OfRecord> acts = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Item item : items) {
            shown.add(item.record().id().value());
            if (archive.sight().guarded(item.record())) {
                acts.add(new Act.Viewed(now, archive.actor(), item.record().id(), "", PURPOSE));
            }
        }
        acts.add(new RequestAct.AppealPackaged(
                now, archive.actor(), entry.request().id(), appeal.act(), sha256, String.join(" ", shown)));
        archive.archive().decide(acts);
        archive.catchUp();
    }

    private String write(Path file, RequestBook.Entry entry, Appeal appeal, List<Item> items) throws IOException {
        MessageDigest digest = CourtZip.sha256();
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
            DigestOutputStream hashing = new DigestOutputStream(out, digest);
            CourtZip zip = new CourtZip(hashing);
            Proofs proofs = new Proofs(archive);
            CourtText text = new CourtText(archive, entry, appeal);
            for (Item item : items.stream().filter(each -> !each.isAsked()).toList()) {
                files(zip, item, proofs, file);
            }
            zip.text("4-handlaggning/", "handlaggning.txt", "vad som har sagts och beslutats", text.handling());
            for (Item item : items.stream().filter(Item::isAsked).toList()) {
                files(zip, item, proofs, file);
            }
            zip.text("", "INNEHALL.txt", "den här förteckningen", text.contents(zip.lines()));
            zip.finish();
            hashing.flush();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void files(CourtZip zip, Item item, Proofs proofs, Path beside) throws IOException {
        CatalogueRecord record = item.record();
        RecordId id = record.id();
        int version = record.newest().version();
        for (FileFact fact : record.description().files()) {
            Path copy = beside.resolveSibling("." + id + ".court-copy");
            Path bundle = beside.resolveSibling("." + id + ".court-proof");
            try {
                Files.deleteIfExists(copy);
                if (!archive.archive().store().place(id, version, fact.path(), copy)) {
                    throw new IOException("record " + id + " lacks " + fact.path());
                }
                zip.file(item.place().folder(), fact.name(), item.place().what(), copy);
                Optional<FileProof> proof = archive.archive()
                        .store()
                        .inventory(id, version)
                        .flatMap(inventory -> proofs.of(record, inventory, fact.path()));
                if (proof.isPresent()) {
                    try (OutputStream out = Files.newOutputStream(bundle)) {
                        String name = ProofBundle.isName(fact.name()) ? fact.name() : "file";
                        ProofBundle.writeZip(out, name, copy, proof.get());
                    }
                    zip.file(
                            item.place().folder(),
                            fact.name() + ".bevis.zip",
                            "bevis för filen ovan, med filen i",
                            bundle);
                }
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(bundle);
            }
        }
    }
}
