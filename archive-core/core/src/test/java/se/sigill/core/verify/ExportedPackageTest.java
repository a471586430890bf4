package se.sigill.core.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.AipExport;
import se.sigill.core.aip.AipSamples;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.finding.Severity;
import se.sigill.core.log.ExportedActs;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.ExportedEvidence;
import se.sigill.core.seal.Leaf;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.store.Digests;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.VersionFile;

/** Proved files must belong together, and nothing else in a package may say more than they do. */
final class ExportedPackageTest {
    private static final String ORIGINAL_TEXT = "Remiss av översiktsplan\n\nSvar senast den 1 juni.\n";

    @TempDir
    Path dir;

    private SampleArchive archive;
    private Path folder;

    @BeforeEach
    void export() throws IOException {
        archive = new SampleArchive(dir.resolve("home"));
        archive.commit("b1", letter());
        archive.sealPeriod();
        folder = export(dir, true);
        archive.log().close();
    }

    private ObjectVersion letter() throws IOException {
        RecordDescription record = AipSamples.record();
        Path source = Files.createDirectories(dir.resolve("spool")).resolve("remiss.txt");
        Files.writeString(source, ORIGINAL_TEXT);
        Premis premis = new Premis(record.id().urn(), record.files(), List.of(), List.of());
        List<VersionFile> files = new ArrayList<>(
                RecordPackage.first(record, "@sigill/text/1\n", premis, AipSamples.VERSION, AipSamples.RECEIVED));
        files.add(VersionFile.linked(record.files().getFirst().path(), source, Digests.of(source)));
        return new ObjectVersion(record.id(), 1, AipSamples.RECEIVED, "taken in", files);
    }

    private Path export(Path target, boolean sealedActs) {
        FileContentStore store = FileContentStore.open(archive.archive().resolve("ocfl"), archive.home.resolve("work"));
        return new AipExport(store, AipSamples.VERSION)
                .export(AipSamples.ID, 1, target, into -> enclose(into, sealedActs), AipSamples.RENDERED);
    }

    private void enclose(Path into, boolean sealedActs) throws IOException {
        Path acts = Files.createDirectories(into.resolve(ExportedActs.FOLDER));
        Head head = archive.log().head();
        List<LogEntry> own = List.of(archive.log().reader().entry(1));
        ExportedActs.write(acts, own, head, head, archive.log().reader());
        Evidence.OpenPeriod period = new Evidence(archive.archive().resolve("evidence"), BouncySeal.formats())
                .open(archive.periods.getFirst());
        ExportedEvidence evidence = new ExportedEvidence(into);
        List<String> paths = new ArrayList<>(
                List.of(RecordPackage.METS, RecordPackage.PREMIS, RecordPackage.RECORD, RecordPackage.TEXT));
        AipSamples.record().files().stream().map(FileFact::path).forEach(paths::add);
        for (String path : paths) {
            evidence.add(
                    AipExport.placeOf(path),
                    period.prove(SealItem.reference(AipSamples.ID, 1, path)).orElseThrow());
        }
        if (sealedActs) {
            evidence.add(
                    ExportedActs.FOLDER + "/checkpoint",
                    period.prove(Leaf.CHECKPOINT).orElseThrow());
        } else {
            Files.writeString(acts.resolve(ExportedActs.KEY), archive.logKey.key() + "\n");
        }
        evidence.finish();
    }

    private List<String> faults(Path path) {
        TreeSet<String> faults = new TreeSet<>();
        new Verifier(BouncySeal.formats(), Optional.of(archive.trust()), Optional.empty())
                .verify(path).findings().stream()
                        .filter(f -> f.severity() != Severity.INFO)
                        .forEach(f -> faults.add(f.code().id() + " " + f.where()));
        return List.copyOf(faults);
    }

    private void replace(String path, String from, String to) throws IOException {
        Path file = folder.resolve(path);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void hangsTogether() {
        assertEquals(List.of(), faults(folder));
    }

    @Test
    void isNotWrittenOverAnother() {
        assertThrows(ArchiveException.Refused.class, () -> export(dir, true));
    }

    @ParameterizedTest
    @CsvSource({
        "METS.xml, 0.1.0, 0.1.1, METS.xml",
        "METS.xml, LASTMODDATE=\"2026, LASTMODDATE=\"2027, METS.xml",
        "METS.xml, LASTMODDATE=\"2026-03, LASTMODDATE=\"2026-99, METS.xml",
        "METS.xml, SIZE=\", SIZE=\"9, METS.xml",
        "METS.xml, <fileSec, <fileSex, METS.xml",
        "METS.xml, LABEL=\"Metadata\", LABEL=\"Mexadata\", METS.xml",
        "representations/original/METS.xml, 0.1.0, 0.1.1, representations/original/METS.xml",
        "representations/original/METS.xml, LASTMODDATE, LASTMODDATA, representations/original/METS.xml",
        "representations/original/METS.xml, Data, Date, representations/original/METS.xml",
    })
    void namesTheMetsThatSaysSomethingElse(String path, String from, String to, String named) throws IOException {
        replace(path, from, to);

        assertEquals(List.of("PROOF-METS " + named), faults(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "METS.xml",
        "representations/original/METS.xml",
        "metadata/other/acts/acts",
        "metadata/other/acts/checkpoint",
        "metadata/other/sealed/METS.xml",
        "metadata/descriptive/record.json",
    })
    void namesWhatIsMissing(String path) throws IOException {
        Files.delete(folder.resolve(path));

        assertEquals(List.of("PROOF-FILE-MISSING " + path), faults(folder));
    }

    @Test
    void needsALineForEachFileThatTheSealedMetsNames() throws IOException {
        Path lines = folder.resolve("metadata/other/evidence/files");
        try (Stream<String> all = Files.lines(lines)) {
            Files.write(lines, all.filter(line -> !line.contains("/text.txt")).toList());
        }

        assertEquals(
                List.of(
                        "PROOF-FILE-CHANGED metadata/other/evidence/files",
                        "PROOF-FILE-EXTRA metadata/other/evidence/4.ers",
                        "PROOF-FILE-EXTRA metadata/other/text.txt",
                        "PROOF-FILE-MISSING metadata/other/text.txt"),
                faults(folder).stream()
                        .filter(f -> !f.equals("PROOF-METS METS.xml"))
                        .toList());
    }

    @Test
    void takesTheLogKeyWhereNoPeriodCoversTheActs() throws IOException {
        Path other = Files.createDirectory(dir.resolve("other"));
        folder = export(other, false);
        assertEquals(List.of(), faults(folder));

        replace("metadata/other/acts/checkpoint", "\n2\n", "\n3\n");
        assertEquals(List.of("PROOF-SIGNATURE-BROKEN metadata/other/acts/checkpoint"), faults(folder));

        Files.writeString(folder.resolve("metadata/other/acts/key"), "no key", UTF_8);
        assertEquals(
                List.of("PROOF-FORM metadata/other/acts/checkpoint"),
                faults(folder).stream().filter(f -> f.contains("FORM")).toList());
    }
}
