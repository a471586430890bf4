package se.sigill.core.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.sigill.core.keys.Identity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.proof.LeafText;
import se.sigill.core.proof.ProofFinding;
import se.sigill.core.proof.RootStatement;
import se.sigill.core.seal.ExportedEvidence;
import se.sigill.core.seal.Pem;
import se.sigill.core.seal.PeriodFolder;
import se.sigill.core.seal.Reading;
import se.sigill.core.seal.SealFormats;
import se.sigill.core.store.Digests;

/** Checks an exported record by the evidence that lies in it. For one run. */
final class ExportVerifier {
    /** A record of 100,000 files has some 40 MB of lines. */
    private static final long LINES_BYTES_MAX = 128L << 20;

    private static final int DEPTH_MAX = 64;

    private final Path export;
    private final Path evidence;
    private final SealFormats formats;
    private final FindingSink sink;
    private final Signers signers;
    /** What belongs into the export. */
    private final Set<String> known = new TreeSet<>();
    /** Path in the export to what the evidence says of the file. */
    private final Map<String, LeafText> proved = new TreeMap<>();

    ExportVerifier(Path export, SealFormats formats, FindingSink sink, Signers signers) {
        this.export = export;
        this.evidence = export.resolve(ExportedEvidence.FOLDER);
        this.formats = formats;
        this.sink = sink;
        this.signers = signers;
    }

    static boolean isExport(Path path) {
        return Files.isRegularFile(path.resolve(ExportedEvidence.FOLDER).resolve(ExportedEvidence.FILES));
    }

    void verify() throws IOException {
        String where = ExportedEvidence.FOLDER + "/" + ExportedEvidence.FILES;
        known.add(where);
        Path file = evidence.resolve(ExportedEvidence.FILES);
        if (Files.size(file) > LINES_BYTES_MAX) {
            sink.add(ProofFinding.FORM, where, "it is too large");
            return;
        }
        Set<String> periods = new HashSet<>();
        int number = 0;
        for (String text : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            number++;
            Optional<ExportedEvidence.Line> line = ExportedEvidence.Line.parse(text);
            if (line.isEmpty()
                    || !PeriodFolder.isName(line.get().period())
                    || !isInside(line.get().path())) {
                sink.add(ProofFinding.FORM, where + ":" + number, "the line is not in its form");
                continue;
            }
            if (periods.add(line.get().period())) {
                verifyPeriod(line.get().period());
            }
            verifyFile(line.get(), where + ":" + number);
        }
        ExportedPackage contents = new ExportedPackage(export, proved, sink, signers);
        known.addAll(contents.verify(known));
        verifyNothingElse();
    }

    private boolean isInside(String path) {
        return List.of(path.split("/", -1)).stream()
                .noneMatch(n -> n.isEmpty() || n.equals(".") || n.equals("..") || n.indexOf('\0') >= 0);
    }

    private void verifyFile(ExportedEvidence.Line line, String where) throws IOException {
        known.add(line.path());
        proved.put(line.path(), line.leaf());
        known.add(ExportedEvidence.FOLDER + "/" + line.record());
        Path file = export.resolve(line.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            sink.add(ProofFinding.FILE_MISSING, line.path(), "the file is missing");
            return;
        }
        Digests digests = Digests.of(file);
        boolean same = digests.sha256().equals(line.leaf().sha256())
                && digests.sha512().equals(line.leaf().sha512());
        Optional<byte[]> record = line.record().matches("[0-9]{1,9}\\.ers") ? small(line.record()) : Optional.empty();
        if (record.isEmpty()) {
            sink.add(ProofFinding.FILE_MISSING, where, "the evidence record " + line.record() + " is missing");
            return;
        }
        String at = ExportedEvidence.FOLDER + "/" + line.record();
        switch (formats.readEvidenceRecord(line.leaf().bytes(), record.get())) {
            case Reading.Broken(String why) -> {
                sink.add(ProofFinding.EVIDENCE_BROKEN, at, "it does not prove " + line.path() + ": " + why);
                if (!same) {
                    sink.add(ProofFinding.FORM, where, "nothing proves what the line says of " + line.path());
                }
            }
            case Reading.Holds _ -> {
                verifySameStamp(line, record.get(), at);
                if (!same) {
                    sink.add(ProofFinding.DIGEST, line.path(), "the file is not the one that was sealed");
                }
            }
        }
    }

    /** The record ends with the time-stamp of its period, byte for byte. */
    private void verifySameStamp(ExportedEvidence.Line line, byte[] record, String at) throws IOException {
        Optional<byte[]> token = small(line.period() + "/" + PeriodFolder.STAMP);
        if (token.isPresent()) {
            int from = record.length - token.get().length;
            if (from < 0 || !Arrays.equals(record, from, record.length, token.get(), 0, token.get().length)) {
                sink.add(ProofFinding.EVIDENCE_BROKEN, at, "its time-stamp is not that of the period");
            }
        }
    }

    private void verifyPeriod(String period) throws IOException {
        String where = ExportedEvidence.FOLDER + "/" + period + "/";
        byte[][] parts = new byte[5][];
        List<String> names = List.of(
                PeriodFolder.ROOT,
                PeriodFolder.SIGNATURE,
                PeriodFolder.SEAL_CHAIN,
                PeriodFolder.STAMP,
                PeriodFolder.STAMP_CHAIN);
        for (int i = 0; i < parts.length; i++) {
            known.add(where + names.get(i));
            Optional<byte[]> part = small(period + "/" + names.get(i));
            if (part.isEmpty()) {
                sink.add(ProofFinding.FILE_MISSING, where + names.get(i), "the file is missing");
                return;
            }
            parts[i] = part.get();
        }
        Optional<RootStatement> root = RootStatement.parse(parts[0]);
        if (root.isEmpty() || !root.get().period().equals(period)) {
            sink.add(ProofFinding.FORM, where + PeriodFolder.ROOT, "it is not the statement of this period");
            return;
        }
        Instant proved = verifyStamp(root.get(), parts[3], parts[4], where);
        switch (formats.readSignature(parts[0], parts[1])) {
            case Reading.Broken(String why) ->
                sink.add(ProofFinding.SIGNATURE_BROKEN, where + PeriodFolder.SIGNATURE, "it does not hold: " + why);
            case Reading.Holds holds -> {
                signers.saw(
                        TrustFile.Kind.SEAL,
                        Identity.fingerprint(holds.chain().getFirst()),
                        proved,
                        where + PeriodFolder.SIGNATURE);
                tellChain(parts[2], holds, where + PeriodFolder.SEAL_CHAIN);
            }
        }
    }

    private Instant verifyStamp(RootStatement root, byte[] token, byte[] chain, String where) {
        return switch (formats.readTimeStamp(root.rootHash(), token)) {
            case Reading.Broken(String why) -> {
                sink.add(ProofFinding.TIMESTAMP_BROKEN, where + PeriodFolder.STAMP, "it does not hold: " + why);
                yield Instant.MAX;
            }
            case Reading.Holds holds -> {
                signers.sawStamp(holds, where + PeriodFolder.STAMP);
                tellChain(chain, holds, where + PeriodFolder.STAMP_CHAIN);
                yield holds.at();
            }
        };
    }

    private void tellChain(byte[] chain, Reading.Holds holds, String where) {
        if (!Arrays.equals(chain, Pem.bytes(holds.chain()))) {
            sink.add(ProofFinding.FORM, where, "not the certificates that the signature carries");
        }
    }

    private void verifyNothingElse() throws IOException {
        try (var walk = Files.walk(export, DEPTH_MAX)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                String name = export.relativize(path).toString().replace('\\', '/');
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !known.contains(name)) {
                    sink.add(ProofFinding.FILE_EXTRA, name, "nothing proves this file");
                }
            }
        }
    }

    private Optional<byte[]> small(String name) throws IOException {
        return PeriodFolder.small(evidence.resolve(name));
    }
}
