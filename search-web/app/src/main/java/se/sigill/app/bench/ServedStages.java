package se.sigill.app.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import se.sigill.app.demo.BenchCorpus;

/** With both servers running: what comes in at the REST door until anyone finds it, search outside, withdrawal. */
final class ServedStages {
    private static final double ITEMS_OF_GOALS = 3000;
    private static final double SEALED_SECONDS_MAX = 20;
    private static final double PUBLIC_SECONDS_MAX = 30;
    private static final double SEARCH_MILLIS_MAX = 50;
    private static final double WITHDRAWN_MILLIS_MAX = 1000;
    private static final int WARM_UP_ITEMS = 20;
    private static final int CLIENTS = 8;
    private static final int WARM_QUERIES = 300;
    /** Each client asks once in so long. */
    private static final Duration EVERY = Duration.ofSeconds(1);

    private static final int WITHDRAWALS = 60;
    /** Oftener would be a part of what is measured. */
    private static final Duration POLL = Duration.ofMillis(250);
    /** How long is waited before what has come is all. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(60);

    private final Product.Maker maker;
    private final BenchSize size;
    private final Path work;
    private final Stages stages;
    private final Duration quiet;

    /** @param quiet when the open site has had nothing new for so long, everything has come */
    ServedStages(Product.Maker maker, BenchSize size, Path work, Stages stages, Duration quiet) {
        this.quiet = quiet;
        this.maker = maker;
        this.size = size;
        this.work = work;
        this.stages = stages;
    }

    /** Papers and mails as two zips, handed in at the door for programs: sealed, found inside, found by anyone. */
    void takeIn() throws IOException {
        BenchCorpus corpus =
                BenchCorpus.mixed(work.resolve("served-mixed"), Bench.SEED + 4, size.papers(), size.mails());
        List<Path> zips = zipped(corpus, "mixed");
        try (Product product = maker.found(work.resolve("served-home"))) {
            // Java keeps the classes of a server when it stops the first time, and every later start has them.
            try (Product.Served first = product.serve()) {
                warm(first, "first", Bench.SEED + 2);
            }
            try (Product.Served served = product.serve();
                    OpenSite site = new OpenSite(served.openSite())) {
                warm(served, "warm", Bench.SEED + 3);
                untilQuiet(site);
                measure(corpus, zips, served, site);
            }
        }
    }

    /** Forty items that nobody measures. */
    private void warm(Product.Served served, String name, long seed) throws IOException {
        BenchCorpus items = BenchCorpus.mixed(work.resolve("served-" + name), seed, WARM_UP_ITEMS, WARM_UP_ITEMS);
        for (Path zip : zipped(items, name)) {
            awaitSealed(served, served.handIn(zip));
        }
    }

    private void measure(BenchCorpus corpus, List<Path> zips, Product.Served served, OpenSite site) throws IOException {
        long foundBefore = served.found();
        long shownBefore = site.count();
        long start = System.nanoTime();
        List<String> deliveries = zips.stream().map(served::handIn).toList();
        double acknowledged = MixedStages.seconds(start);
        for (String delivery : deliveries) {
            awaitSealed(served, delivery);
        }
        double sealed = MixedStages.seconds(start);
        long found = served.found() - foundBefore;
        Quiet outside = untilQuiet(site);
        double share = corpus.records() / ITEMS_OF_GOALS;
        stages.fact(
                "served.acknowledged", acknowledged, "s", "receipts of two zips with " + corpus.records() + " items");
        stages.atMost(
                "served.searchable",
                sealed,
                "s",
                SEALED_SECONDS_MAX * share,
                found + " found inside, those apart that are restricted; sealed, the open server beside");
        stages.atMost(
                "served.public",
                (outside.last() - start) / 1e9,
                "s",
                PUBLIC_SECONDS_MAX * share,
                (outside.count() - shownBefore) + " more in the open site's register; renditions being made meanwhile");
    }

    private static List<Path> zipped(BenchCorpus corpus, String name) throws IOException {
        List<Path> zips = new ArrayList<>();
        for (Path delivery : corpus.deliveries()) {
            Path zip = corpus.root().resolve(name + "-" + delivery.getFileName() + ".zip");
            FolderZip.write(delivery, zip);
            zips.add(zip);
        }
        return zips;
    }

    /** The small records, opened by a plan, as anyone searches them; then some are withdrawn. */
    void outside(Product product, int records) throws IOException {
        product.open("2.7");
        try (Product.Served served = product.serve();
                OpenSite site = new OpenSite(served.openSite())) {
            long start = System.nanoTime();
            Quiet shown = untilQuiet(site);
            stages.fact(
                    "served.publish.rate",
                    shown.count() / ((shown.last() - start) / 1e9),
                    "records/s",
                    shown.count() + " of " + records + " records, all at once open by a plan, until they are outside");
            search(served);
            withdraw(served, site);
        }
    }

    /** When the open site last had something new, and how much it has. @param last by the clock of nanoseconds */
    private record Quiet(long last, long count) {}

    /** Waits until nothing new has come for a while. */
    private Quiet untilQuiet(OpenSite site) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long last = System.nanoTime();
        long count = site.count();
        while (System.nanoTime() - last < quiet.toNanos() || count == 0) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "after " + PATIENCE.toMinutes() + " minutes something new still comes, or nothing");
            }
            rest(POLL);
            long now = site.count();
            if (now != count) {
                last = System.nanoTime();
                count = now;
            }
        }
        return new Quiet(last, count);
    }

    private static void awaitSealed(Product.Served served, String delivery) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!served.isSealed(delivery)) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "delivery " + delivery + " is not sealed after " + PATIENCE.toMinutes() + " minutes");
            }
            rest(POLL);
        }
    }

    private void search(Product.Served served) throws IOException {
        List<String> queries = BenchCorpus.queries(Bench.SEED, size.queries() + WARM_QUERIES);
        try (OpenSite site = new OpenSite(served.openSite())) {
            for (String query : queries.subList(0, WARM_QUERIES)) {
                String _ = site.search(query);
            }
        }
        int each = Math.min(60, size.queries() / CLIENTS);
        Percentiles paced = Percentiles.of(ask(served, queries, each, EVERY));
        String note = CLIENTS + " clients, one query a second each, facets and highlight, HTTP";
        stages.fact("served.search.p50", paced.millis(50), "ms", note);
        stages.atMost("served.search.p95", paced.millis(95), "ms", SEARCH_MILLIS_MAX, note);
        long start = System.nanoTime();
        long[] all = ask(served, queries, Integer.MAX_VALUE, Duration.ZERO);
        Percentiles saturated = Percentiles.of(all);
        stages.fact(
                "served.search.rate",
                all.length / MixedStages.seconds(start),
                "queries/s",
                CLIENTS + " clients without a pause, p95 " + Measure.number(saturated.millis(95)) + " ms");
    }

    /** @param each how many one client asks; without a pause they end after a while. @return nanoseconds of answers */
    private long[] ask(Product.Served served, List<String> queries, int each, Duration every) throws IOException {
        long end = System.nanoTime() + quiet.multipliedBy(2).toNanos();
        List<Callable<List<Long>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            clients.add(() -> {
                List<Long> nanos = new ArrayList<>();
                try (OpenSite site = new OpenSite(served.openSite())) {
                    // They do not all ask in the same moment.
                    rest(every.multipliedBy(number).dividedBy(CLIENTS));
                    for (int i = 0; i < each && (!every.isZero() || System.nanoTime() < end); i++) {
                        long start = System.nanoTime();
                        String _ = site.search(queries.get((number * 997 + i) % queries.size()));
                        long took = System.nanoTime() - start;
                        nanos.add(took);
                        rest(every.minusNanos(took));
                    }
                }
                return nanos;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> done : pool.invokeAll(clients)) {
                all.addAll(done.get());
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while clients searched");
        } catch (ExecutionException e) {
            throw new IOException("a client failed: " + e.getCause(), e);
        }
    }

    private void withdraw(Product.Served served, OpenSite site) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String query : BenchCorpus.queries(Bench.SEED + 5, WITHDRAWALS)) {
            ids.addAll(site.records(OpenSite.searchFor(query)));
        }
        List<Long> nanos = new ArrayList<>();
        for (String id : ids.stream().limit(WITHDRAWALS).toList()) {
            long start = System.nanoTime();
            if (!served.withdraw(id)) {
                throw new IOException("withdrawing " + id + " was not acknowledged");
            }
            nanos.add(System.nanoTime() - start);
        }
        long[] all = nanos.stream().mapToLong(Long::longValue).toArray();
        Percentiles percentiles = Percentiles.of(all);
        String note =
                all.length + " published records restricted one by one, until acknowledged as unreachable outside";
        stages.fact("served.withdrawn.p50", percentiles.millis(50), "ms", note);
        stages.atMost("served.withdrawn.p95", percentiles.millis(95), "ms", WITHDRAWN_MILLIS_MAX, note);
    }

    private static void rest(Duration time) throws InterruptedIOException {
        if (time.isNegative() || time.isZero()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
