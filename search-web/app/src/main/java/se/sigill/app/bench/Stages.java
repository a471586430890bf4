package se.sigill.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.sigill.core.ArchiveException;

/** Gathers figures while the stages run, and says where the run is. */
final class Stages {
    private final List<Measure> measures = new ArrayList<>();
    private final List<BenchReport.Skipped> skipped = new ArrayList<>();
    private final Consumer<String> progress;

    Stages(Consumer<String> progress) {
        this.progress = progress;
    }

    /** A part of the run. */
    interface Stage {
        void run() throws IOException;
    }

    /** Runs a stage; one that cannot be finished is named as skipped, and the run goes on. */
    void stage(String name, Stage stage) {
        progress.accept(name);
        try {
            stage.run();
        } catch (IOException | ArchiveException e) {
            skip(name, "failed: " + e.getMessage());
        }
    }

    void add(Measure measure) {
        measures.add(measure);
    }

    void fact(String name, double value, String unit, String note) {
        add(Measure.fact(name, value, unit, note));
    }

    void atLeast(String name, double value, String unit, double goal, String note) {
        add(new Measure(name, value, unit, Measure.Goal.atLeast(goal), note));
    }

    void atMost(String name, double value, String unit, double goal, String note) {
        add(new Measure(name, value, unit, Measure.Goal.atMost(goal), note));
    }

    void skip(String name, String why) {
        skipped.add(new BenchReport.Skipped(name, why));
    }

    /** The value of this name; 0 if it was not measured. */
    double value(String name) {
        return measures.stream()
                .filter(m -> m.name().equals(name))
                .mapToDouble(Measure::value)
                .findFirst()
                .orElse(0);
    }

    List<Measure> measures() {
        return measures;
    }

    List<BenchReport.Skipped> skipped() {
        return skipped;
    }
}
