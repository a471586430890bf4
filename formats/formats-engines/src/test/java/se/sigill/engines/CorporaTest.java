package se.sigill.engines;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.engines.tika.Charsets;
import se.sigill.formats.Extraction;
import se.sigill.formats.FileInput;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;
import se.sigill.formats.worker.WorkerFormats;

/** Scores against material that nobody here made; skipped by name where it is not to be had. */
class CorporaTest {
    @TempDir
    Path folder;

    private record Row(Path file, String expected) {}

    @Test
    void identifiesTheSkeletonsOfPronom() throws IOException {
        Optional<Path> pronom =
                Optional.ofNullable(System.getenv("SIGILL_PRONOM")).map(Path::of);
        assumeTrue(pronom.filter(Files::isDirectory).isPresent(), "skipped: no newer signatures (SIGILL_PRONOM)");
        List<Row> rows = rows("puid-skeletons").stream()
                .filter(row -> row.file().toString().contains("siegfried-skeletons"))
                .toList();

        List<Identification> answers;
        try (WorkerFormats formats = WorkerFormats.start(TestEngines.settings().withSignatures(pronom.get()))) {
            answers = formats.identifyAll(
                    rows.stream().map(row -> FileInput.of(row.file())).toList());
        }

        int right = 0;
        for (int i = 0; i < rows.size(); i++) {
            right += answers.get(i).puid().equals(rows.get(i).expected()) ? 1 : 0;
        }
        assertTrue(right >= 0.986 * rows.size(), right + " of " + rows.size());
    }

    @Test
    void readsEveryMailOfTheCorpus() throws IOException {
        List<Row> rows = rows("mail");
        List<Extraction> answers = TestEngines.shared()
                .extractAll(rows.stream().map(row -> FileInput.of(row.file())).toList());

        long read = answers.stream()
                .filter(answer -> answer.text().length() > 0 || answer.parts().size() > 1)
                .count();
        assertTrue(read >= 0.95 * rows.size(), read + " of " + rows.size());
    }

    @Test
    void readsSubjectsAndAttachmentsAsAnotherParserDoes() throws IOException {
        List<Row> rows = rows("mail").stream()
                .filter(row -> row.expected().equals("json"))
                .toList();
        List<Extraction> answers = TestEngines.shared()
                .extractAll(rows.stream().map(row -> FileInput.of(row.file())).toList());

        int subjects = 0;
        int names = 0;
        for (int i = 0; i < rows.size(); i++) {
            Path file = rows.get(i).file();
            ParsedMail expected = ParsedMail.read(
                    file.resolveSibling(file.getFileName().toString().replaceFirst("\\.eml$", ".json")));
            PartFacts message = answers.get(i).file().orElseThrow();
            subjects += words(expected.subject()).equals(words(message.meta("subject"))) ? 1 : 0;
            names += answers.get(i).parts().stream()
                            .map(PartFacts::name)
                            .toList()
                            .containsAll(expected.attachments())
                    ? 1
                    : 0;
        }
        assertTrue(subjects >= 0.98 * rows.size(), subjects + " subjects of " + rows.size());
        assertTrue(names >= 0.93 * rows.size(), names + " with all names of " + rows.size());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    @Test
    void guessesTheCharacterSetOfMostTexts() throws IOException {
        int right = 0;
        List<Row> rows = rows("charset");
        for (Row row : rows) {
            byte[] bytes = Files.readAllBytes(row.file());
            // Some are labelled with their language: iso-8859-5-russian.
            Optional<Charset> expected = Charsets.named(row.expected())
                    .or(() -> Charsets.named(row.expected().replaceFirst("-[a-z]+$", "")));
            String guessed = Charsets.decode(bytes, Charsets.of(bytes, ""));
            right += expected.isPresent() && guessed.equals(Charsets.decode(bytes, expected.get())) ? 1 : 0;
        }
        assertTrue(right >= 0.85 * rows.size(), right + " of " + rows.size());
    }

    private List<Row> rows(String name) throws IOException {
        Optional<Path> corpora = TestEngines.corpora();
        assumeTrue(corpora.isPresent(), "skipped: no corpora (SIGILL_CORPORA)");
        unpack(corpora.get().resolve(name + ".tar.xz"));
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(corpora.get().resolve(name + ".tsv"))) {
            String[] cells = line.split("\t", -1);
            Path file = folder.resolve(cells[0]);
            if (Files.isRegularFile(file)) {
                rows.add(new Row(file, cells[1]));
            }
        }
        return rows;
    }

    private void unpack(Path archive) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isFile() && target.startsWith(folder)) {
                    Path parent = target.getParent();
                    if (parent != null) {
                        Files.createDirectories(parent);
                    }
                    Files.copy(tar, target);
                }
            }
        }
    }
}
