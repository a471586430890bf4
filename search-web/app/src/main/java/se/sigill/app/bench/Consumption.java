package se.sigill.app.bench;

import java.io.IOException;

/** Processor time and memory of this process and all it has started, over a stretch of work. */
final class Consumption {
    private static final double MEMORY_MIB_MAX = 2048;

    private final ProcFacts proc;
    private final Stages stages;

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
}
