package se.sigill.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.app.demo.BenchCorpus;

/** Many bytes: the audit of two gibibytes, one large file with a small heap, and the fsyncs of a record. */
final class LargeStages {
    private static final long AUDIT_FILE_BYTES = 32L << 20;
    private static final int SMALL_HEAP_MIB = 256;
    private static final double WRITTEN_ONCE_MAX = 1.1;
    private static final int TRACED_RECORDS = 100;
    private static final Duration LIMIT = Duration.ofMinutes(30);
    /** A line of strace's summary: percent, seconds, usecs, calls, perhaps errors, the call's name. */
    private static final Pattern CALLS = Pattern.compile("^ *[0-9.]+ +[0-9.]+ +[0-9]+ +([0-9]+) .*\\bf(?:data)?sync$");

    private final Product.Maker maker;
    private final BenchSize size;
    private final Path work;
    private final Stages stages;
    private final Outside outside;
    private final ProcFacts proc;

    LargeStages(Product.Maker maker, BenchSize size, Path work, Stages stages, Outside outside, ProcFacts proc) {
        this.maker = maker;
        this.size = size;
        this.work = work;
        this.stages = stages;
        this.outside = outside;
        this.proc = proc;
    }

    void audit(Baselines baselines) throws IOException {
        Path delivery = Files.createDirectories(work.resolve("audit"));
        for (int i = 0; i * AUDIT_FILE_BYTES < size.auditBytes(); i++) {
            String name = String.format(Locale.ROOT, "%03d.bin", i);
            BenchCorpus.large(delivery.resolve(name), Bench.SEED + i, AUDIT_FILE_BYTES);
        }
        try (Product product = maker.found(work.resolve("audit-home"))) {
            product.deposit(List.of(delivery));
            product.settle();
            product.check();
            long start = System.nanoTime();
            long bytes = product.check();
            double audit = bytes / 1e6 / MixedStages.seconds(start);
            String note = (bytes >> 20) + " MiB, second reading, every byte against its digests";
            List<Path> files = largeFiles(product.home().resolve("archive/ocfl"));
            if (files.isEmpty() || Outside.find("openssl").isEmpty()) {
                stages.fact("audit.rate", audit, "MB/s", note);
                stages.skip("baseline.openssl", files.isEmpty() ? "no large file was stored" : "not installed");
                return;
            }
            baselines.openssl(files);
            double openssl = sum(files) / 1e6 / baselines.openssl(files);
            stages.fact("baseline.openssl", openssl, "MB/s", "two openssl dgst -sha256 over the same files");
            stages.atLeast("audit.rate", audit, "MB/s", openssl, note);
            stages.fact("audit.ratio", audit / openssl, "×", "of the two openssl processes; more is better");
        }
    }

    private static List<Path> largeFiles(Path store) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(store)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                if (Files.size(path) >= AUDIT_FILE_BYTES) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    private static long sum(List<Path> files) throws IOException {
        long sum = 0;
        for (Path file : files) {
            sum += Files.size(file);
        }
        return sum;
    }

    void deposit() throws IOException {
        if (size.largeBytes() == 0) {
            stages.skip("large", "left out by the size of this run");
            return;
        }
        Path home = work.resolve("large-home");
        maker.found(home).close();
        Path file = BenchCorpus.large(work.resolve("large.bin"), Bench.SEED, size.largeBytes());
        sync();
        long self = ProcessHandle.current().pid();
        long before = proc.writtenBytes(self);
        List<String> command = ChildSigill.command(
                SMALL_HEAP_MIB, "deposit", "--home", home.toString(), "--system", "bench", file.toString());
        double seconds = outside.seconds(LIMIT, Map.of(), List.of(command));
        // The kernel adds what an ended child has written to its parent, which is this process.
        double written = (proc.writtenBytes(self) - before) / (double) size.largeBytes();
        stages.fact(
                "large.rate",
                size.largeBytes() / 1e6 / seconds,
                "MB/s",
                (size.largeBytes() >> 20) + " MiB in a process with a heap of " + SMALL_HEAP_MIB + " MiB, its start"
                        + " included");
        if (proc.isThere()) {
            stages.atMost(
                    "large.written", written, "×", WRITTEN_ONCE_MAX, "bytes written to disk per byte of the file");
        }
    }

    /** The source's own bytes must be on disk before those of the archive are counted. */
    private void sync() throws IOException {
        outside.seconds(LIMIT, Map.of(), List.of(List.of("sync")));
    }

    void fsyncsPerRecord() throws IOException {
        if (Outside.find("strace").isEmpty()) {
            stages.skip("record.fsyncs", "strace is not installed");
            return;
        }
        Path home = work.resolve("traced-home");
        maker.found(home).close();
        BenchCorpus corpus = BenchCorpus.small(work.resolve("traced"), Bench.SEED + 3, TRACED_RECORDS, TRACED_RECORDS);
        Path summary = work.resolve("strace.txt");
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-c", "-e", "trace=fsync,fdatasync,syncfs", "-o", summary.toString()));
        command.addAll(ChildSigill.command(
                512,
                "deposit",
                "--home",
                home.toString(),
                "--system",
                "bench",
                corpus.deliveries().getFirst().toString()));
        outside.seconds(LIMIT, Map.of(), List.of(command));
        long calls = 0;
        for (String line : Files.readAllLines(summary, StandardCharsets.UTF_8)) {
            Matcher matcher = CALLS.matcher(line);
            calls += matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
        }
        stages.fact(
                "record.fsyncs",
                calls / (double) TRACED_RECORDS,
                "calls",
                "over a delivery of " + TRACED_RECORDS + " records, receipt, commit, catalogue and index included");
    }
}
