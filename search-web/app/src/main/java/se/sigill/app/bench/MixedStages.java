package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import se.sigill.app.demo.BenchCorpus;

/** Papers and mails of all formats: acknowledged, sealed and searchable, made to last. */
final class MixedStages {
    private static final double ACKNOWLEDGED_SECONDS_MAX = 5;
    private static final double SEARCHABLE_SECONDS_MAX = 20;
    private static final double ITEMS_OF_GOALS = 3000;
    private static final int WARM_UP_ITEMS = 20;

    private final Product.Maker maker;
    private final BenchSize size;
    private final Path work;
    private final Stages stages;
    private final Consumption consumption;

    MixedStages(Product.Maker maker, BenchSize size, Path work, Stages stages, Consumption consumption) {
        this.maker = maker;
        this.size = size;
        this.work = work;
        this.stages = stages;
        this.consumption = consumption;
    }

    void generate() throws IOException {
        long start = System.nanoTime();
        BenchCorpus corpus = BenchCorpus.mixed(corpus(), Bench.SEED, size.papers(), size.mails());
        stages.fact(
                "corpus.mixed",
                corpus.records() / seconds(start),
                "items/s",
                corpus.records() + " items generated, " + (corpus.sizeBytes() >> 10) + " KiB, not fsynced");
    }

    void takeIn() throws IOException {
        BenchCorpus warm = BenchCorpus.mixed(work.resolve("warm"), Bench.SEED + 1, WARM_UP_ITEMS, WARM_UP_ITEMS);
        try (Product product = maker.found(work.resolve("mixed-home"))) {
            product.deposit(warm.deliveries());
            product.settle();
            consumption.over("mixed", () -> measure(product));
            stages.stage("lane2", () -> makeLast(product));
        }
    }

    private void measure(Product product) {
        long start = System.nanoTime();
        Product.Handed handed = product.deposit(List.of(corpus().resolve("dokument"), corpus().resolve("e-post")));
        int acknowledged = handed.items();
        double receipt = handed.receiptSeconds();
        int records = product.settle();
        double searchable = seconds(start);
        double share = acknowledged / ITEMS_OF_GOALS;
        stages.atMost(
                "mixed.acknowledged",
                receipt,
                "s",
                ACKNOWLEDGED_SECONDS_MAX * share,
                acknowledged + " items with a durable receipt");
        stages.fact("mixed.acknowledged.rate", acknowledged / receipt, "items/s", "");
        stages.atMost(
                "mixed.searchable",
                searchable,
                "s",
                SEARCHABLE_SECONDS_MAX * share,
                records + " records committed, sealed and in the index, warm, without renditions");
        stages.fact("mixed.searchable.rate", records / searchable, "records/s", "");
    }

    private void makeLast(Product product) {
        long start = System.nanoTime();
        int renditions = product.makeLast();
        stages.fact("lane2.rate", renditions / seconds(start), "files/s", renditions + " renditions, validated");
    }

    /** What two well-known tools need for storing with checksums and making searchable the same files. */
    void compare(Baselines baselines) throws IOException {
        for (String program : List.of("borg", "recollindex")) {
            if (Outside.find(program).isEmpty()) {
                stages.skip("baseline." + program, "not installed (Debian: apt-get install borgbackup recoll)");
                return;
            }
        }
        double borg = baselines.borg(corpus(), work.resolve("borg"));
        stages.fact("baseline.borg", borg, "s", "borg create, no encryption; does not wait for the disk");
        double recoll = baselines.recoll(corpus(), work.resolve("recoll"));
        stages.fact("baseline.recoll", recoll, "s", "recollindex, text of attachments included");
        double ratio = stages.value("mixed.searchable") / (borg + recoll);
        stages.fact("mixed.searchable.ratio", ratio, "×", "of borg create and recollindex together; less is better");
    }

    private Path corpus() {
        return work.resolve("mixed");
    }

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
