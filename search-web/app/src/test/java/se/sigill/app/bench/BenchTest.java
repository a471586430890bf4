package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:30:00Z"), ZoneOffset.UTC);
    private static final BenchSize TINY = new BenchSize(3, 7, 1, 0, 40, 60, 20, 16);

    /** Stages whose memory is measured: everything that the archive does. */
    private static final List<String> WATCHED =
            List.of("corpus", "mixed", "small", "search", "rebuild", "audit", "large");

    @TempDir
    Path folder;

    @Test
    void runsEveryStageAndNamesWhatItSkips() throws IOException {
        List<String> stages = new ArrayList<>();

        BenchReport report = new Bench(CountingProduct::new, TINY, folder, CLOCK, stages::add).run(folder);

        assertEquals("unknown", report.commit());
        assertTrue(stages.containsAll(List.of("mixed", "lane2", "small", "search", "rebuild", "audit")), "" + stages);
        assertTrue(report.measure("baseline.fsync.8").value() > 0);
        assertTrue(report.measure("mixed.searchable").note().startsWith("10 records"));
        assertTrue(report.measure("search.p99").note().contains("60 records"), report.text());
        assertEquals(3, report.measure("record.files").value());
        assertEquals(2, report.measure("record.directories").value());
        for (String stage : ProcFacts.ofThisMachine().isThere() ? WATCHED : List.<String>of()) {
            double peak = report.measure("memory." + stage).value();
            assertTrue(peak > 0 && peak <= report.measure("memory.peak").value(), stage);
        }
        assertTrue(report.skipped().stream().anyMatch(s -> s.name().equals("large")));
    }

    @Test
    void refusesAFolderWithTooLittleRoom() {
        BenchSize huge = new BenchSize(1, 1, Long.MAX_VALUE / 8, 0, 1, 1, 1, 1);

        assertThrows(
                IOException.class, () -> new Bench(CountingProduct::new, huge, folder, CLOCK, _ -> {}).run(folder));
    }

    /** A twin of the archive that only counts files; its one object has three files in two folders. */
    private static final class CountingProduct implements Product {
        private final Path home;
        private int waiting;

        CountingProduct(Path home) {
            this.home = home;
            Path object = home.resolve("archive/ocfl/ab/object");
            try {
                Files.createDirectories(object.resolve("v1"));
                for (String name : List.of("0=ocfl_object_1.1", "inventory.json", "v1/content")) {
                    Files.writeString(object.resolve(name), name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Path home() {
            return home;
        }

        @Override
        public Handed deposit(List<Path> deliveries) {
            int items = 0;
            for (Path delivery : deliveries) {
                try (Stream<Path> files = Files.walk(delivery)) {
                    items += (int) files.filter(f -> Files.isRegularFile(f) && !f.endsWith("leverans.csv"))
                            .count();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            waiting += items;
            return new Handed(items, 0.5 * deliveries.size());
        }

        @Override
        public int settle() {
            int settled = waiting;
            waiting = 0;
            return settled;
        }

        @Override
        public int makeLast() {
            return 1;
        }

        @Override
        public long search(String query) {
            return query.length();
        }

        @Override
        public long check() {
            return 1 << 20;
        }

        @Override
        public int rebuild() {
            return 60;
        }

        @Override
        public void close() {}
    }
}
