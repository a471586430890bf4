package se.sigill.app.wiring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.AipExport;
import se.sigill.core.archive.LogKeys;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.ExportedActs;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.ExportedEvidence;
import se.sigill.core.seal.Leaf;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.PeriodFolder;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Inventory;
import se.sigill.core.tlog.SignedNote;

/** Writes records out as packages that prove themselves: E-ARK AIP, evidence, acts, and proof bundles beside. */
public final class RecordExport {
    private final OpenArchive archive;
    private final Proofs prover;
    private final ActsByRecord acts;
    private final Set<RecordId> announced = new HashSet<>();

    /** @param expected records that will be written: their acts are found in one pass over the log */
    public RecordExport(OpenArchive archive, Collection<RecordId> expected) {
        this.archive = archive;
        this.acts = new ActsByRecord(archive.archive().log().reader(), expected);
        this.prover = new Proofs(archive);
    }

    /**
     * What was written.
     *
     * @param sealed whether the package holds evidence for every file; if not, it holds none and no proofs were made
     * @param acts how many acts of the log stand in it
     * @param proofs proof bundles, one for each data file
     */
    public record Written(Path folder, int version, boolean sealed, int acts, List<Path> proofs) {}

    /**
     * Commits that these records are seen, in one step, for those that are guarded and that the acting user may read.
     * {@link #write} does it for a record that was not among them.
     */
    public void announce(Collection<CatalogueRecord> entries) {
        Sight sight = archive.sight();
        Instant now = archive.clock().instant();
        List<Act.OfRecord> acts = new ArrayList<>();
        for (CatalogueRecord entry : entries) {
            if (sight.rights(entry).content() && sight.guarded(entry) && announced.add(entry.id())) {
                acts.add(new Act.Viewed(now, archive.actor(), entry.id(), "", "sigill export"));
            }
        }
        if (!acts.isEmpty()) {
            archive.archive().decide(acts);
            archive.catchUp();
        }
    }

    /**
     * Writes the newest version of a record. If it is guarded, the act that it was seen is committed first.
     *
     * @param target made if it is not there
     * @param withProofs also a proof bundle for each data file
     * @throws ArchiveException.Refused if the acting user may not read the record, or it was exported there before
     */
    public Written write(CatalogueRecord entry, Path target, boolean withProofs) {
        if (!archive.sight().rights(entry).content()) {
            throw new ArchiveException.Refused("record " + entry.id() + " is not open to you; a decision-maker of its"
                    + " authority may export it (see sigill adopt roles)");
        }
        Instant now = archive.clock().instant();
        announce(List.of(entry));
        ContentStore store = archive.archive().store();
        int version = entry.newest().version();
        Map<String, FileProof> proofs = proofs(entry);
        List<LogEntry> acts = this.acts.of(entry.id());
        try {
            Files.createDirectories(target);
            Path folder = new AipExport(store, PackageContent.SOFTWARE_VERSION)
                    .export(entry.id(), version, target, into -> enclose(into, proofs, acts), now);
            List<Path> bundles = withProofs ? bundles(entry, folder, proofs) : List.of();
            return new Written(folder, version, !proofs.isEmpty(), acts.size(), bundles);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("exporting record " + entry.id() + " failed", e);
        }
    }

    /** Place in the package to the proof of the file there; empty unless every file is sealed and time-stamped. */
    private Map<String, FileProof> proofs(CatalogueRecord entry) {
        Inventory inventory = archive.archive()
                .store()
                .inventory(entry.id(), entry.newest().version())
                .orElseThrow(() -> new ArchiveException.Damaged("record " + entry.id() + " is not there; run check"));
        Map<String, FileProof> proofs = new TreeMap<>();
        for (String path : inventory.files().keySet()) {
            Optional<FileProof> proof = prover.of(entry, inventory, path);
            if (proof.isEmpty()) {
                return Map.of();
            }
            proofs.put(AipExport.placeOf(path), proof.get());
        }
        return proofs;
    }

    private void enclose(Path folder, Map<String, FileProof> proofs, List<LogEntry> acts) throws IOException {
        Optional<Period> sealing = proofs.isEmpty() ? Optional.empty() : sealing(acts);
        encloseActs(folder, acts, sealing);
        if (proofs.isEmpty()) {
            return;
        }
        ExportedEvidence exported = new ExportedEvidence(folder);
        for (Map.Entry<String, FileProof> proof : proofs.entrySet()) {
            exported.add(proof.getKey(), proof.getValue());
        }
        if (sealing.isPresent()) {
            exported.add(
                    ExportedActs.FOLDER + "/" + ExportedActs.CHECKPOINT,
                    prover.opened(sealing.get()).prove(Leaf.CHECKPOINT).orElseThrow());
        }
        exported.finish();
    }

    /** The newest period, if its checkpoint covers these acts and is one of this log. */
    private Optional<Period> sealing(List<LogEntry> acts) throws IOException {
        Head head = archive.archive().log().head();
        List<Period> periods = prover.stamped();
        if (periods.isEmpty()) {
            return Optional.empty();
        }
        Head sealed = sealedHead(periods.getLast());
        boolean covers = acts.getLast().index() < sealed.size()
                && sealed.size() <= head.size()
                && archive.archive()
                        .log()
                        .reader()
                        .root(sealed.size(), head)
                        .equals(sealed.checkpoint().root());
        return covers ? Optional.of(periods.getLast()) : Optional.empty();
    }

    private Head sealedHead(Period period) throws IOException {
        Path folder = archive.home().evidence().resolve(period.id());
        return Head.of(SignedNote.parse(Files.readAllBytes(folder.resolve(PeriodFolder.CHECKPOINT))));
    }

    /**
     * Writes the acts with the checkpoint of a period, or else with the log's own, which nothing but the log key
     * vouches for.
     */
    private void encloseActs(Path folder, List<LogEntry> acts, Optional<Period> sealing) throws IOException {
        Path place = Files.createDirectories(folder.resolve(ExportedActs.FOLDER));
        LogReader log = archive.archive().log().reader();
        Head head = archive.archive().log().head();
        if (sealing.isPresent()) {
            ExportedActs.write(place, acts, sealedHead(sealing.get()), head, log);
            return;
        }
        ExportedActs.write(place, acts, head, head, log);
        String key = LogKeys.signer(archive.archive().keys(), head.archive()).key() + "\n";
        Files.write(place.resolve(ExportedActs.KEY), key.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> bundles(CatalogueRecord entry, Path folder, Map<String, FileProof> proofs)
            throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (FileFact file : entry.description().files()) {
            FileProof proof = proofs.get(file.path());
            if (proof != null) {
                String name = file.path().substring(file.path().lastIndexOf('/') + 1);
                Path bundle = folder.resolveSibling(
                        folder.getFileName() + "-" + file.role().word() + "-" + (bundles.size() + 1) + ".proof.zip");
                try (OutputStream out = Files.newOutputStream(bundle)) {
                    ProofBundle.writeZip(out, name, folder.resolve(file.path()), proof);
                }
                bundles.add(bundle);
            }
        }
        return bundles;
    }
}
