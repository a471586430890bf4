package se.sigill.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:30:00Z"), ZoneOffset.UTC);
    private static final BenchSize TINY = new BenchSize(3, 7, 1, 0, 40, 60, 20, 16);

    /** Stages whose memory is measured: everything that the archive does. */
    private static final List<String> WATCHED =
            List.of("corpus", "mixed", "small", "search", "rebuild", "outside", "served", "audit", "large");

    @TempDir
    Path folder;

    @Test
    void runsEveryStageAndNamesWhatItSkips() throws IOException {
        List<String> stages = new ArrayList<>();

        BenchReport report = bench(TINY, stages::add).run(folder);

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
    void measuresBothServersAsTheirUsersDo() throws IOException {
        Bench bench = bench(TINY, _ -> {});

        BenchReport report = bench.only(Set.of("served", "small", "outside")).run(folder);

        assertTrue(report.skipped().isEmpty(), report.text());
        assertTrue(report.measure("served.searchable").note().startsWith("10 found inside"), report.text());
        assertTrue(report.measure("served.public").note().startsWith("10 more"), report.text());
        assertTrue(report.measure("served.publish.rate").note().startsWith("40 of 40"), report.text());
        assertTrue(report.measure("served.search.p95").value() > 0, report.text());
        assertTrue(report.measure("served.withdrawn.p95").note().startsWith("1 published"), report.text());
        assertThrows(IllegalArgumentException.class, () -> report.measure("audit.rate"));
        assertThrows(IllegalArgumentException.class, () -> bench.only(Set.of("servd")));
    }

    @Test
    void refusesAFolderWithTooLittleRoom() {
        BenchSize huge = new BenchSize(1, 1, Long.MAX_VALUE / 8, 0, 1, 1, 1, 1);

        assertThrows(IOException.class, () -> bench(huge, _ -> {}).run(folder));
    }

    private Bench bench(BenchSize size, Consumer<String> progress) {
        return new Bench(CountingProduct::new, size, folder, CLOCK, progress).quietFor(Duration.ofMillis(100));
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
        public void open(String classCode) {
            assertEquals("2.7", classCode);
        }

        @Override
        public Served serve() {
            return new CountingServed(waiting);
        }

        @Override
        public void close() {}
    }

    /** Servers that count: an item that was handed in is at once everywhere. */
    private static final class CountingServed implements Product.Served {
        private final AtomicLong records;
        private final HttpServer site;

        CountingServed(int records) {
            this.records = new AtomicLong(records == 0 ? 40 : records);
            try {
                site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            site.createContext("/", exchange -> {
                byte[] page = ("<p>" + this.records + " documents are in the register here.</p>"
                                + "<a href=\"/sv/handling/0000000000000000000000000a\">x</a>")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            site.start();
        }

        @Override
        public URI openSite() {
            return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/");
        }

        @Override
        public String handIn(Path file) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                records.addAndGet(zip.size() - 1L);
                return file.toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isSealed(String delivery) {
            return true;
        }

        @Override
        public long found() {
            return records.get();
        }

        @Override
        public boolean withdraw(String record) {
            return record.equals("0000000000000000000000000a");
        }

        @Override
        public void close() {
            site.stop(0);
        }
    }
}
