package se.sigill.app.bench;

import java.io.IOException;

/** Processor time and memory of this process and all it has started, over a stretch of work. */
final class Consumption {
    private static final double MEMORY_MIB_MAX = 2048;

    private final ProcFacts proc;
    private final Stages stages;
    private double peakMebibytes;

    Consumption(ProcFacts proc, Stages stages) {
        this.proc = proc;
        this.stages = stages;
    }

    /** Runs the stage and adds its processor seconds and its peak of summed PSS under the given name. */
    void over(String name, Stages.Stage stage) throws IOException {
        if (!proc.isThere()) {
            stages.skip(name + ".cpu and .pss", "there is no /proc here");
            stage.run();
            return;
        }
        long self = ProcessHandle.current().pid();
        double before = proc.cpuSeconds(self);
        try (MemoryWatch watch = MemoryWatch.start(proc, self)) {
            stage.run();
            stages.fact(name + ".cpu", proc.cpuSeconds(self) - before, "s", "user and system, all processes");
            stages.atMost(
                    name + ".pss",
                    watch.peakBytes() / (double) (1 << 20),
                    "MiB",
                    MEMORY_MIB_MAX,
                    "peak of summed PSS of all processes, this one included");
        }
    }

    /** Runs the stage and adds its peak of summed PSS, whatever comes of it. */
    void watch(String name, Stages.Stage stage) throws IOException {
        if (!proc.isThere()) {
            stage.run();
            return;
        }
        try (MemoryWatch watch = MemoryWatch.start(proc, ProcessHandle.current().pid())) {
            try {
                stage.run();
            } finally {
                double mebibytes = watch.peakBytes() / (double) (1 << 20);
                peakMebibytes = Math.max(peakMebibytes, mebibytes);
                stages.fact("memory." + name, mebibytes, "MiB", "peak of summed PSS of all processes in this stage");
            }
        }
    }

    /** Adds the peak over all stages that were watched. */
    void tellPeak() {
        if (!proc.isThere()) {
            stages.skip("memory.peak", "there is no /proc here");
            return;
        }
        stages.atMost(
                "memory.peak",
                peakMebibytes,
                "MiB",
                MEMORY_MIB_MAX,
                "of summed PSS of all processes in every stage, the bench itself included");
    }
}
