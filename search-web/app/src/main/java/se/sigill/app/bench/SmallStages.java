package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.sigill.app.demo.BenchCorpus;

/** Small records by the ten thousand: end to end, on disk, searched, rebuilt. */
final class SmallStages implements AutoCloseable {
    private static final int RECORDS_PER_DELIVERY = 10_000;
    private static final double RECORDS_PER_SECOND_MIN = 300;
    private static final double REBUILD_PER_SECOND_MIN = 2000;
    private static final double SEARCH_MILLIS_MAX = 10;
    private static final double FILES_MAX = 10;
    private static final double DIRECTORIES_MAX = 7;
    private static final int WARM_QUERIES = 300;

    private final Product.Maker maker;
    private final BenchSize size;
    private final Path work;
    private final Stages stages;
    private Optional<Product> product = Optional.empty();
    private int records;

    SmallStages(Product.Maker maker, BenchSize size, Path work, Stages stages) {
        this.maker = maker;
        this.size = size;
        this.work = work;
        this.stages = stages;
    }

    void takeIn() throws IOException {
        BenchCorpus corpus =
                BenchCorpus.small(work.resolve("small"), Bench.SEED, size.smallRecords(), RECORDS_PER_DELIVERY);
        Product archive = maker.found(work.resolve("small-home"));
        product = Optional.of(archive);
        long start = System.nanoTime();
        double receipt = corpus.deliveries().stream()
                .mapToDouble(delivery -> archive.deposit(List.of(delivery)).receiptSeconds())
                .sum();
        records = archive.settle();
        double all = MixedStages.seconds(start);
        stages.fact("small.acknowledged.rate", records / receipt, "records/s", "durable receipts");
        stages.atLeast(
                "small.rate",
                records / all,
                "records/s",
                RECORDS_PER_SECOND_MIN,
                records + " records durable, committed, sealed, in catalogue and index");
        double loop = stages.value("baseline.fsync.8");
        stages.fact("small.ratio", records / all / Math.max(loop, 1), "×", "of the fsync loop in eight threads");
        ObjectCost cost = ObjectCost.of(archive.home().resolve("archive/ocfl"));
        String note = cost.objects() + " objects counted";
        stages.atMost("record.files", cost.filesPerObject(), "files", FILES_MAX, note);
        stages.atMost("record.directories", cost.directoriesPerObject(), "folders", DIRECTORIES_MAX, note);
        stages.fact("record.bytes", cost.bytesPerObject(), "bytes", note);
    }

    void search() throws IOException {
        Product archive = open();
        int more = size.searchRecords() - records;
        if (more > 0) {
            BenchCorpus corpus = BenchCorpus.small(work.resolve("search"), Bench.SEED + 2, more, RECORDS_PER_DELIVERY);
            long start = System.nanoTime();
            for (Path delivery : corpus.deliveries()) {
                archive.deposit(List.of(delivery));
                records += archive.settle();
            }
            stages.fact("small.rate.large", more / MixedStages.seconds(start), "records/s", "up to " + records);
        }
        List<String> queries = BenchCorpus.queries(Bench.SEED, size.queries() + WARM_QUERIES);
        queries.subList(0, WARM_QUERIES).forEach(archive::search);
        long[] nanos = new long[size.queries()];
        long hits = 0;
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            hits += archive.search(queries.get(WARM_QUERIES + i)) > 0 ? 1 : 0;
            nanos[i] = System.nanoTime() - start;
        }
        Percentiles percentiles = Percentiles.of(nanos);
        String note = "in process, " + records + " records, " + nanos.length + " queries, " + hits + " with hits";
        stages.fact("search.p50", percentiles.millis(50), "ms", note);
        stages.atMost("search.p99", percentiles.millis(99), "ms", SEARCH_MILLIS_MAX, note);
    }

    void rebuild() throws IOException {
        Product archive = open();
        long start = System.nanoTime();
        int read = archive.rebuild();
        stages.atLeast(
                "rebuild.rate",
                read / MixedStages.seconds(start),
                "records/s",
                REBUILD_PER_SECOND_MIN,
                read + " records, catalogue and index, from stored text");
    }

    /** The same archive opened to anyone, and both its servers. */
    void serve(ServedStages served) throws IOException {
        served.outside(open(), records);
    }

    private Product open() throws IOException {
        return product.orElseThrow(() -> new IOException("there are no small records to work on"));
    }

    @Override
    public void close() {
        product.ifPresent(Product::close);
        product = Optional.empty();
    }
}
