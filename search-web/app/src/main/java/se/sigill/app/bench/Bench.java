package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One run of the bench in a folder of its own, stage after stage, alone on the machine if the figures are to mean
 * anything. The folder is left as it is; the caller deletes it.
 */
public final class Bench {
    /** Corpora of the bench follow from this seed, so that two runs measure the same work. */
    static final long SEED = 4711;

    private final Product.Maker maker;
    private final BenchSize size;
    private final Path work;
    private final Clock clock;
    private final Consumer<String> progress;
    private final Set<String> only;
    private final Duration quiet;

    /** Stages to ask for, in their order; {@code search} to {@code outside} go on with what {@code small} made. */
    public static final List<String> STAGES =
            List.of("mixed", "small", "search", "rebuild", "outside", "served", "audit", "large");

    /**
     * @param work a folder on the disk that is to be measured; made if it is not there
     * @param progress is told the name of each stage when it begins
     */
    public Bench(Product.Maker maker, BenchSize size, Path work, Clock clock, Consumer<String> progress) {
        this(maker, size, work, clock, progress, Set.copyOf(STAGES), ServedStages.QUIET);
    }

    private Bench(
            Product.Maker maker,
            BenchSize size,
            Path work,
            Clock clock,
            Consumer<String> progress,
            Set<String> only,
            Duration quiet) {
        this.maker = maker;
        this.size = size;
        this.work = work;
        this.clock = clock;
        this.progress = progress;
        this.only = only;
        this.quiet = quiet;
    }

    /** The same with some of the {@link #STAGES}. @throws IllegalArgumentException if there is none of a name */
    public Bench only(Set<String> names) {
        names.stream().filter(name -> !STAGES.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException(
                    "there is no stage " + name + "; there are " + String.join(", ", STAGES));
        });
        return new Bench(maker, size, work, clock, progress, Set.copyOf(names), quiet);
    }

    /** The same with another time after which an open site that has nothing new is believed to have everything. */
    Bench quietFor(Duration time) {
        return new Bench(maker, size, work, clock, progress, only, time);
    }

    /**
     * Measures everything; a stage that fails is named as skipped.
     *
     * @param sources the source tree whose commit is named
     * @throws IOException if the folder cannot be used or the disk has too little room
     */
    public BenchReport run(Path sources) throws IOException {
        Files.createDirectories(work);
        long free = Files.getFileStore(work).getUsableSpace();
        if (free < size.diskBytes()) {
            throw new IOException("the bench needs " + (size.diskBytes() >> 20) + " MiB in " + work + "; there are "
                    + (free >> 20) + ". Choose a smaller --scale.");
        }
        Instant started = clock.instant();
        Stages stages = new Stages(progress);
        ProcFacts proc = ProcFacts.ofThisMachine();
        Outside outside = new Outside(work.resolve("programs.log"));
        Consumption consumption = new Consumption(proc, stages);
        MixedStages mixed = new MixedStages(maker, size, work, stages, consumption);
        SmallStages small = new SmallStages(maker, size, work, stages);
        ServedStages served = new ServedStages(maker, size, work, stages, quiet);
        LargeStages large = new LargeStages(maker, size, work, stages, outside, proc);
        Baselines baselines = new Baselines(outside);
        Map<String, Stages.Stage> ours = new LinkedHashMap<>();
        ours.put("corpus", mixed::generate);
        ours.put("mixed", mixed::takeIn);
        ours.put("small", small::takeIn);
        ours.put("search", small::search);
        ours.put("rebuild", small::rebuild);
        ours.put("outside", () -> outside(small, served));
        ours.put("served", served::takeIn);
        ours.put("audit", () -> large.audit(baselines));
        ours.put("large", large::deposit);
        ours.keySet().retainAll(with("corpus", "mixed"));
        stages.stage("baseline.fsync", () -> fsyncLoops(baselines, stages));
        ours.forEach((name, stage) -> stages.stage(name, () -> consumption.watch(name, stage)));
        consumption.tellPeak();
        if (only.contains("mixed")) {
            stages.stage("baseline.borg+recoll", () -> mixed.compare(baselines));
        }
        if (only.contains("large")) {
            stages.stage("fsyncs", large::fsyncsPerRecord);
        }
        return new BenchReport(
                started,
                SourceTree.commit(sources),
                Machine.read(proc, work),
                size,
                stages.measures(),
                stages.skipped());
    }

    private static void outside(SmallStages small, ServedStages served) throws IOException {
        try (small) {
            small.serve(served);
        }
    }

    /** The stages asked for, and another one if some stage is among them that needs it. */
    private Set<String> with(String other, String neededBy) {
        Set<String> all = new HashSet<>(only);
        if (only.contains(neededBy)) {
            all.add(other);
        }
        return all;
    }

    private void fsyncLoops(Baselines baselines, Stages stages) throws IOException {
        double one = baselines.fsyncLoop(work.resolve("fsync-1"), 1, size.fsyncs());
        stages.fact("baseline.fsync.1", one, "files/s", "create 10 KiB, fsync, rename; one thread");
        double eight = baselines.fsyncLoop(work.resolve("fsync-8"), 8, size.fsyncs());
        stages.fact("baseline.fsync.8", eight, "files/s", "the same in eight threads");
    }
}
