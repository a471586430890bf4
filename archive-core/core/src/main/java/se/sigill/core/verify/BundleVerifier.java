package se.sigill.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.keys.Identity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.ProofBundle;
import se.sigill.core.proof.ProofFiles;
import se.sigill.core.proof.ProofFinding;
import se.sigill.core.proof.RootStatement;
import se.sigill.core.proof.Sha;
import se.sigill.core.proof.TreePath;
import se.sigill.core.seal.Pem;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFormats;
import se.sigill.core.store.Digests;

/** Checks one proof bundle (docs/formats/proof-bundle.md). For one run. */
final class BundleVerifier {
    private static final List<String> PARTS = List.of(
            ProofBundle.ABOUT,
            ProofBundle.LEAF,
            ProofBundle.PATH,
            ProofBundle.EVIDENCE,
            ProofBundle.ROOT,
            ProofBundle.SIGNATURE,
            ProofBundle.SEAL_CHAIN,
            ProofBundle.STAMP,
            ProofBundle.STAMP_CHAIN);

    private final ProofFiles files;
    private final SealFormats formats;
    private final FindingSink sink;
    private final Signers signers;
    private final Map<String, byte[]> parts = new HashMap<>();

    BundleVerifier(ProofFiles files, SealFormats formats, FindingSink sink, Signers signers) {
        this.files = files;
        this.formats = formats;
        this.sink = sink;
        this.signers = signers;
    }

    void verify() throws IOException {
        read(PARTS);
        if (files.names().stream().anyMatch(PublicProofVerifier.PARTS::contains)) {
            read(PublicProofVerifier.PARTS);
        }
        Optional<String> name = files.names().stream()
                .filter(n -> n.startsWith(ProofBundle.FILE_FOLDER))
                .findFirst();
        if (name.isEmpty()) {
            sink.add(ProofFinding.FILE_MISSING, ProofBundle.FILE_FOLDER, "the file itself is missing");
        }
        Map<String, String> sums = new HashMap<>();
        parts.forEach((part, bytes) -> sums.put(part, HexFormat.of().formatHex(Sha.sha256(bytes))));
        if (name.isPresent()) {
            verifyFile(name.get(), sums);
        }
        verifySums(sums);
        verifyNothingElse(name);
        if (parts.keySet().containsAll(PARTS)) {
            verifyProof();
        }
    }

    private void read(List<String> names) throws IOException {
        for (String part : names) {
            files.small(part)
                    .ifPresentOrElse(
                            bytes -> parts.put(part, bytes),
                            () -> sink.add(ProofFinding.FILE_MISSING, part, "it is missing or too large"));
        }
    }

    private byte[] part(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }

    private void verifyFile(String name, Map<String, String> sums) throws IOException {
        Digests digests;
        try (InputStream in = files.open(name)) {
            digests = Digests.of(in);
        }
        sums.put(name, digests.sha256());
        Optional<LeafText> leaf = LeafText.parse(part(ProofBundle.LEAF));
        if (leaf.isPresent()
                && !(leaf.get().sha256().equals(digests.sha256())
                        && leaf.get().sha512().equals(digests.sha512()))) {
            sink.add(ProofFinding.DIGEST, name, "the file is not the one that was sealed");
        }
        try {
            var about = JsonReader.parse(part(ProofBundle.ABOUT)).asObject();
            byte[] exact = ProofBundle.about(name.substring(ProofBundle.FILE_FOLDER.length()), about.text("origin"));
            if (!Arrays.equals(exact, part(ProofBundle.ABOUT))) {
                sink.add(
                        ProofFinding.FORM, ProofBundle.ABOUT, "it does not name the file in file/, or not in its form");
            }
        } catch (JsonException e) {
            sink.add(ProofFinding.FORM, ProofBundle.ABOUT, "it is not in its form");
        }
    }

    private void verifySums(Map<String, String> sums) throws IOException {
        Optional<byte[]> bytes = files.small(ProofBundle.SUMS);
        if (bytes.isEmpty()) {
            sink.add(ProofFinding.FILE_MISSING, ProofBundle.SUMS, "it is missing");
            return;
        }
        Map<String, String> said = new HashMap<>();
        for (String line :
                new String(bytes.get(), StandardCharsets.UTF_8).lines().toList()) {
            String[] halves = line.split("  ", 2);
            if (halves.length != 2 || !halves[0].matches("[0-9a-f]{64}") || said.put(halves[1], halves[0]) != null) {
                sink.add(ProofFinding.FORM, ProofBundle.SUMS, "a line is not in its form");
                return;
            }
        }
        if (!said.keySet().equals(sums.keySet()) || bytes.get()[bytes.get().length - 1] != '\n') {
            sink.add(ProofFinding.FORM, ProofBundle.SUMS, "it does not name exactly the files of the bundle");
        }
        sums.forEach((name, sum) -> {
            if (said.containsKey(name) && !sum.equals(said.get(name))) {
                sink.add(ProofFinding.FILE_CHANGED, name, "it is not what SHA256SUMS says");
            }
        });
    }

    private void verifyNothingElse(Optional<String> name) {
        for (String each : files.names()) {
            boolean known = PARTS.contains(each)
                    || PublicProofVerifier.PARTS.contains(each)
                    || each.equals(ProofBundle.SUMS)
                    || name.equals(Optional.of(each));
            if (!known) {
                sink.add(ProofFinding.FILE_EXTRA, each, "it does not belong into a bundle");
            }
        }
    }

    private void verifyProof() {
        Optional<LeafText> leaf = LeafText.parse(part(ProofBundle.LEAF));
        Optional<TreePath> path = TreePath.parse(part(ProofBundle.PATH));
        Optional<RootStatement> root = RootStatement.parse(part(ProofBundle.ROOT));
        tellForm(ProofBundle.LEAF, leaf.isPresent());
        tellForm(ProofBundle.PATH, path.isPresent());
        tellForm(ProofBundle.ROOT, root.isPresent());
        if (leaf.isEmpty() || path.isEmpty() || root.isEmpty()) {
            return;
        }
        if (!Arrays.equals(path.get().rootOf(leaf.get().hash()), root.get().rootHash())) {
            sink.add(ProofFinding.PATH_BROKEN, ProofBundle.PATH, "it does not lead from the leaf to the root");
        }
        Instant proved = verifyStamp(root.get());
        verifyEvidence(leaf.get(), path.get());
        verifySignature(proved);
        if (parts.keySet().containsAll(PublicProofVerifier.PARTS)) {
            new PublicProofVerifier(parts, sink, signers).verify(leaf.get(), root.get());
        }
    }

    private Instant verifyStamp(RootStatement root) {
        return switch (formats.readTimeStamp(root.rootHash(), part(ProofBundle.STAMP))) {
            case Reading.Broken(String why) -> {
                sink.add(ProofFinding.TIMESTAMP_BROKEN, ProofBundle.STAMP, "it does not hold: " + why);
                yield Instant.MAX;
            }
            case Reading.Holds holds -> {
                tellForm(
                        ProofBundle.STAMP_CHAIN,
                        Arrays.equals(part(ProofBundle.STAMP_CHAIN), Pem.bytes(holds.chain())));
                signers.sawStamp(holds, ProofBundle.STAMP);
                yield holds.at();
            }
        };
    }

    /** The record is made again from its parts, so that no byte of it can be another; and read by the library. */
    private void verifyEvidence(LeafText leaf, TreePath path) {
        Reading reading = formats.readEvidenceRecord(leaf.bytes(), part(ProofBundle.EVIDENCE));
        if (reading instanceof Reading.Broken(String why)) {
            sink.add(ProofFinding.EVIDENCE_BROKEN, ProofBundle.EVIDENCE, "it does not prove the leaf: " + why);
            return;
        }
        try {
            byte[] exact = formats.evidenceRecord(leaf.hash(), path, part(ProofBundle.STAMP));
            tellForm(ProofBundle.EVIDENCE, Arrays.equals(exact, part(ProofBundle.EVIDENCE)));
        } catch (IllegalArgumentException e) {
            tellForm(ProofBundle.STAMP, false);
        }
    }

    private void verifySignature(Instant proved) {
        switch (formats.readSignature(part(ProofBundle.ROOT), part(ProofBundle.SIGNATURE))) {
            case Reading.Broken(String why) ->
                sink.add(ProofFinding.SIGNATURE_BROKEN, ProofBundle.SIGNATURE, "it does not hold: " + why);
            case Reading.Holds holds -> {
                tellForm(ProofBundle.SEAL_CHAIN, Arrays.equals(part(ProofBundle.SEAL_CHAIN), Pem.bytes(holds.chain())));
                signers.saw(
                        TrustFile.Kind.SEAL,
                        Identity.fingerprint(holds.chain().getFirst()),
                        proved,
                        ProofBundle.SIGNATURE);
            }
        }
    }

    private void tellForm(String part, boolean right) {
        if (!right) {
            sink.add(ProofFinding.FORM, part, "it is not in its form, or not what it must be beside the others");
        }
    }
}
