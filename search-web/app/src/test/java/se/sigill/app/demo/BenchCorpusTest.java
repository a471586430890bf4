package se.sigill.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCorpusTest {
    @TempDir
    Path folder;

    @Test
    void makesAsManyPapersAndMailsAsAsked() throws IOException {
        BenchCorpus corpus = BenchCorpus.mixed(folder, 3, 130, 70);

        assertEquals(200, corpus.records());
        assertEquals(130 + 70 + 2, files().size());
        assertEquals(
                131,
                Files.readAllLines(corpus.deliveries().getFirst().resolve("leverans.csv"))
                        .size());
    }

    @Test
    void givesEveryFifthMailAnAttachment() throws IOException {
        BenchCorpus.mixed(folder, 3, 1, 100);

        int with = 0;
        for (Path file : files()) {
            if (file.toString().endsWith(".eml")) {
                with += Reading.attachments(Files.readAllBytes(file)).size();
            }
        }
        assertEquals(20, with);
    }

    @Test
    void isNoPileOfCopies() throws IOException {
        BenchCorpus.small(folder, 5, 2000, 1500);

        List<String> texts = files().stream()
                .filter(f -> f.toString().endsWith(".txt"))
                .map(BenchCorpusTest::read)
                .toList();
        assertEquals(2000, texts.size());
        assertEquals(2000, texts.stream().distinct().count());
        long sentences = texts.stream()
                .flatMap(t -> Stream.of(t.split("\\.\\s", -1)))
                .distinct()
                .count();
        assertTrue(sentences > 8000, "only " + sentences + " sentences differ");
    }

    @Test
    void givesTheSameBytesForTheSameSeedHoweverManyThreadsWork() throws IOException {
        BenchCorpus first = BenchCorpus.small(folder.resolve("a"), 5, 300, 100);
        BenchCorpus second = BenchCorpus.small(folder.resolve("b"), 5, 300, 100);

        assertEquals(3, first.deliveries().size());
        assertEquals(first.sizeBytes(), second.sizeBytes());
        for (Path file : files()) {
            if (file.startsWith(folder.resolve("a"))) {
                Path twin = folder.resolve("b").resolve(folder.resolve("a").relativize(file));
                assertEquals(-1, Files.mismatch(file, twin), file.toString());
            }
        }
    }

    @Test
    void makesALargeFileOfTheAskedSize() throws IOException {
        Path file = BenchCorpus.large(folder.resolve("stor.bin"), 1, 3_000_001);

        assertEquals(3_000_001, Files.size(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
