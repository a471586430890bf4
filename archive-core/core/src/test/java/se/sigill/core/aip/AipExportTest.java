package se.sigill.core.aip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;
import se.sigill.core.store.FileContentStore;

/** An exported record is a package that another program, written by others, accepts. */
final class AipExportTest {
    private static final Instant EXPORTED = Instant.parse("2026-04-01T12:00:00Z");

    @TempDir
    Path dir;

    private Path export(int version) throws IOException {
        FileContentStore store = FileContentStore.create(dir.resolve("ocfl"), dir.resolve("work"));
        AipSamples.store(store, dir.resolve("spool"));
        Path out = Files.createDirectories(dir.resolve("out"));
        return new AipExport(store, AipSamples.VERSION)
                .export(AipSamples.ID, version, out, AipExportTest::enclose, EXPORTED);
    }

    private static void enclose(Path folder) throws IOException {
        Path evidence = Files.createDirectories(folder.resolve("metadata/other/evidence"));
        Files.writeString(evidence.resolve("note.txt"), "evidence");
    }

    private static ValidationReportOutputJson validate(Path folder) throws Exception {
        ValidationReportOutputJson report = new ValidationReportOutputJson(folder, new ByteArrayOutputStream());
        new EARKSIPValidator(report, "2.2.0").validate("2.2.0");
        return report;
    }

    @Test
    void isAnAipWithoutErrorForCommonsIp() throws Exception {
        ValidationReportOutputJson report = validate(export(2));

        assertEquals(0, report.getErrors());
        // What is left are things the specification says a package MAY or SHOULD have: compression, folders for
        // metadata,
        // schemas and documentation in each representation, a rights section.
        assertEquals(
                Set.of("CSIPSTR3", "CSIPSTR13", "CSIPSTR15", "CSIPSTR16", "CSIP45"),
                report.getResults().entrySet().stream()
                        .filter(e -> !e.getValue().isValid())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    void isNoAipForCommonsIpWhenAFileWasChanged() throws Exception {
        Path folder = export(2);
        Files.writeString(folder.resolve(AipSamples.ORIGINAL), "changed");

        assertNotEquals(0, validate(folder).getErrors());
    }

    @Test
    void carriesTheSealedFilesByteForByteAndTheirMetsBesideThem() throws Exception {
        Path folder = export(2);

        try (var paths = Files.walk(folder)) {
            TreeSet<String> files = new TreeSet<>(paths.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString())
                    .toList());
            assertEquals(
                    new TreeSet<>(List.of(
                            "METS.xml",
                            "metadata/other/evidence/note.txt",
                            "metadata/other/sealed/METS.xml",
                            "metadata/descriptive/record.json",
                            "metadata/other/text.txt",
                            "metadata/preservation/premis.xml",
                            "representations/original/METS.xml",
                            AipSamples.ORIGINAL,
                            "representations/preservation/METS.xml",
                            AipSamples.RENDITION)),
                    files);
        }
        assertArrayEquals(
                AipSamples.ORIGINAL_TEXT.getBytes(UTF_8), Files.readAllBytes(folder.resolve(AipSamples.ORIGINAL)));
    }

    @Test
    void theRootMetsNamesEveryFileThatIsNotNamedByARepresentation() throws Exception {
        Path folder = export(1);

        MetsXml.Read mets = MetsXml.read(Files.readAllBytes(folder.resolve("METS.xml")));

        assertTrue(mets.files().stream()
                .map(MetsXml.NamedFile::path)
                .toList()
                .containsAll(List.of(
                        "metadata/other/evidence/note.txt",
                        "metadata/preservation/premis.xml",
                        "representations/original/METS.xml")));
    }
}
