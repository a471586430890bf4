package se.sigill.core.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.AipException;
import se.sigill.core.aip.AipExport;
import se.sigill.core.aip.ExportMets;
import se.sigill.core.aip.MetsXml;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.json.JsonException;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.ExportedActs;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.ProofFinding;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.Digests;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/**
 * Checks that the proved files of an exported record belong together, and that what is not proved says nothing else:
 * the sealed METS must name each file at its place, and the METS that were made for the export are made again from the
 * proved files and compared byte for byte. For one run, after every file was compared with its evidence.
 */
final class ExportedPackage {
    private static final long METS_BYTES_MAX = 256L << 20;
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");
    /** METS has the other digest only. */
    private static final String NO_SHA256 = "0".repeat(64);

    private static final String ACTS = ExportedActs.FOLDER + "/";

    private final Path export;
    private final Map<String, LeafText> proved;
    private final FindingSink sink;
    private final Signers signers;
    private final Set<String> more = new TreeSet<>();

    /** @param proved path in the export to what the evidence says of the file there */
    ExportedPackage(Path export, Map<String, LeafText> proved, FindingSink sink, Signers signers) {
        this.export = export;
        this.proved = proved;
        this.sink = sink;
        this.signers = signers;
    }

    /**
     * Checks all of it.
     *
     * @param known the proved files and the files of the evidence
     * @return what belongs into the export besides
     */
    Set<String> verify(Set<String> known) throws IOException {
        more.add(RecordPackage.METS);
        Optional<RecordDescription> record = record();
        if (record.isEmpty()) {
            // Nothing can be said of what hangs on it, and the fault itself is told.
            claimed(bytes(RecordPackage.METS).orElse(new byte[0])).keySet().forEach(more::add);
            return more;
        }
        verifyPlaces(record.get());
        verifyActs(record.get());
        Set<String> metadata = new TreeSet<>(known);
        metadata.addAll(more);
        metadata.removeIf(path -> !path.startsWith("metadata/"));
        verifyMets(record.get(), metadata);
        return more;
    }

    /** The description, if the one that was sealed is there. */
    private Optional<RecordDescription> record() throws IOException {
        String place = AipExport.placeOf(RecordPackage.RECORD);
        if (!proved.containsKey(place)) {
            sink.add(ProofFinding.FILE_MISSING, place, "nothing proves a description of the record");
            return Optional.empty();
        }
        Optional<byte[]> bytes = sink.isFaulty(place) ? Optional.empty() : bytes(place);
        try {
            return bytes.map(b -> RecordJson.read(new String(b, StandardCharsets.UTF_8)));
        } catch (JsonException | IllegalArgumentException e) {
            sink.add(ProofFinding.FORM, place, "it does not describe a record");
            return Optional.empty();
        }
    }

    private void verifyPlaces(RecordDescription record) throws IOException {
        Optional<byte[]> bytes = proved.containsKey(AipExport.SEALED_METS) && !sink.isFaulty(AipExport.SEALED_METS)
                ? bytes(AipExport.SEALED_METS)
                : Optional.empty();
        if (bytes.isEmpty()) {
            if (!sink.isFaulty(AipExport.SEALED_METS)) {
                sink.add(ProofFinding.FILE_MISSING, AipExport.SEALED_METS, "nothing proves where the files belong");
            }
            return;
        }
        Set<String> left = new HashSet<>(proved.keySet());
        left.removeAll(Set.of(AipExport.SEALED_METS, ACTS + ExportedActs.CHECKPOINT));
        try {
            MetsXml.Read sealed = MetsXml.read(bytes.get());
            if (!sealed.objectId().equals(record.id().urn())) {
                sink.add(ProofFinding.PLACE, AipExport.SEALED_METS, "it is that of another record");
            }
            for (MetsXml.NamedFile file : sealed.files()) {
                String place = AipExport.placeOf(file.path());
                LeafText leaf = proved.get(place);
                if (leaf == null) {
                    sink.add(ProofFinding.FILE_MISSING, place, "the sealed METS names it, and nothing proves it");
                } else if (!leaf.sha512().equals(file.checksum()) && !sink.isFaulty(place)) {
                    sink.add(ProofFinding.PLACE, place, "it was sealed, but the sealed METS names another file here");
                }
                left.remove(place);
            }
        } catch (AipException e) {
            sink.add(ProofFinding.FORM, AipExport.SEALED_METS, "it is no METS");
            return;
        }
        left.forEach(place -> sink.add(ProofFinding.PLACE, place, "the sealed METS names no file here"));
    }

    private void verifyActs(RecordDescription record) throws IOException {
        if (!Files.isDirectory(export.resolve(ExportedActs.FOLDER), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Map<String, byte[]> parts = new HashMap<>();
        List<String> names = List.of(ExportedActs.ACTS, ExportedActs.PROOFS, ExportedActs.CHECKPOINT);
        names.forEach(name -> more.add(ACTS + name));
        if (!proved.containsKey(ACTS + ExportedActs.CHECKPOINT)) {
            more.add(ACTS + ExportedActs.KEY);
        }
        for (String name : names) {
            Optional<byte[]> bytes = bytes(ACTS + name);
            if (bytes.isEmpty()) {
                sink.add(ProofFinding.FILE_MISSING, ACTS + name, "the file is missing");
                return;
            }
            parts.put(name, bytes.get());
        }
        byte[] acts = parts.getOrDefault(ExportedActs.ACTS, new byte[0]);
        byte[] proofs = parts.getOrDefault(ExportedActs.PROOFS, new byte[0]);
        Optional<Checkpoint> checkpoint = checkpoint(parts.getOrDefault(ExportedActs.CHECKPOINT, new byte[0]));
        if (checkpoint.isPresent()) {
            List<String> faults = ExportedActs.faults(record.id(), acts, proofs, checkpoint.get());
            faults.forEach(fault -> sink.add(ProofFinding.ACTS, ACTS + ExportedActs.ACTS, fault));
        }
    }

    /** The checkpoint of the acts; empty, and said, if nothing proves it. */
    private Optional<Checkpoint> checkpoint(byte[] bytes) throws IOException {
        String where = ACTS + ExportedActs.CHECKPOINT;
        try {
            SignedNote note = SignedNote.parse(bytes);
            if (!proved.containsKey(where)) {
                String key = ACTS + ExportedActs.KEY;
                String text = new String(bytes(key).orElse(new byte[0]), StandardCharsets.UTF_8);
                NoteKey log = NoteKey.parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : "");
                if (note.verifiedBy(List.of(log)).isEmpty() || !Arrays.equals(note.bytes(), bytes)) {
                    sink.add(ProofFinding.SIGNATURE_BROKEN, where, "the key beside it did not sign this checkpoint");
                    return Optional.empty();
                }
                signers.saw(TrustFile.Kind.LOG, log.toString(), Instant.MAX, where);
            }
            return Optional.of(Checkpoint.of(note));
        } catch (TlogFormatException e) {
            sink.add(ProofFinding.FORM, where, "it is no checkpoint with its key beside it: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void verifyMets(RecordDescription record, Set<String> metadata) throws IOException {
        Optional<byte[]> root = bytes(RecordPackage.METS);
        if (root.isEmpty()) {
            sink.add(ProofFinding.FILE_MISSING, RecordPackage.METS, "the file is missing");
        }
        Map<String, Digests> claimed = claimed(root.orElse(new byte[0]));
        Optional<ExportMets.Header> header = root.flatMap(ExportMets::headerOf);
        Map<String, Digests> representations = new HashMap<>();
        for (String role : ExportMets.roles(record)) {
            Optional<Digests> digests = verifyRepresentation(record, role, header, claimed);
            digests.ifPresent(d -> representations.put(role, d));
        }
        if (root.isEmpty() || sink.isFaulty(RecordPackage.METS)) {
            return;
        }
        TreeMap<String, Digests> named = new TreeMap<>();
        for (String path : metadata) {
            digests(path, claimed).ifPresent(d -> named.put(path, d));
        }
        boolean whole = header.isPresent()
                && representations.keySet().containsAll(ExportMets.roles(record))
                && Arrays.equals(root.get(), ExportMets.root(record, named, representations, header.get()));
        if (!whole) {
            sink.add(ProofFinding.METS, RecordPackage.METS, "it is not the METS that the sealed files give");
        }
    }

    /**
     * Checks the METS of a representation by its own header, then the header by that of the root. Where the two
     * headers differ, the checksum in the root tells which one was changed.
     *
     * @return what the METS of the root should say of it
     */
    private Optional<Digests> verifyRepresentation(
            RecordDescription record, String role, Optional<ExportMets.Header> rootHeader, Map<String, Digests> claimed)
            throws IOException {
        String place = ExportMets.place(role);
        more.add(place);
        Optional<Digests> claim = Optional.ofNullable(claimed.get(place));
        Optional<byte[]> bytes = bytes(place);
        if (bytes.isEmpty()) {
            sink.add(ProofFinding.FILE_MISSING, place, "the file is missing");
            return claim;
        }
        Optional<ExportMets.Header> header = ExportMets.headerOf(bytes.get());
        if (header.isEmpty() || !Arrays.equals(bytes.get(), representation(record, role, header.get()))) {
            sink.add(ProofFinding.METS, place, "it is not the METS that the sealed files give");
            return claim;
        }
        Digests digests = Digests.of(bytes.get());
        if (rootHeader.isPresent() && !rootHeader.equals(header)) {
            boolean rootChanged =
                    claim.map(c -> c.sha512().equals(digests.sha512())).orElse(false);
            sink.add(
                    ProofFinding.METS,
                    rootChanged ? RecordPackage.METS : place,
                    "its header is not that of the other METS of the export");
            return claim;
        }
        return Optional.of(digests);
    }

    private static byte[] representation(RecordDescription record, String role, ExportMets.Header header) {
        try {
            return ExportMets.representation(record, role, header);
        } catch (ArchiveException.Damaged e) {
            return new byte[0];
        }
    }

    /**
     * What the METS should say of a file: of a file that is found faulty or missing, what it does say. Of a file of
     * the evidence or the acts that differs from the METS, the file is to blame if anything was found before, else the
     * METS.
     */
    private Optional<Digests> digests(String path, Map<String, Digests> claimed) throws IOException {
        Optional<Digests> claim = Optional.ofNullable(claimed.get(path));
        Path file = export.resolve(path);
        if (sink.isFaulty(path) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return claim;
        }
        Digests digests = Digests.of(file);
        boolean differs = claim.map(c -> !c.sha512().equals(digests.sha512())).orElse(false);
        if (differs && !proved.containsKey(path) && sink.isBroken()) {
            sink.add(ProofFinding.FILE_CHANGED, path, "it is not what METS.xml says");
            return claim;
        }
        return Optional.of(digests);
    }

    private static Map<String, Digests> claimed(byte[] mets) {
        Map<String, Digests> claimed = new HashMap<>();
        try {
            for (MetsXml.NamedFile file : MetsXml.read(mets).files()) {
                if (file.sizeBytes() >= 0 && SHA512.matcher(file.checksum()).matches()) {
                    claimed.put(file.path(), new Digests(file.sizeBytes(), NO_SHA256, file.checksum()));
                }
            }
        } catch (AipException e) {
            // What is no METS says nothing; that it is none is told when it is compared.
            return Map.of();
        }
        return claimed;
    }

    private Optional<byte[]> bytes(String path) throws IOException {
        Path file = export.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > METS_BYTES_MAX) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file));
    }
}
