package se.sigill.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.json.Json;

/** {@code sigill rebuild}: makes catalogue and index anew from the archive. */
@Command(name = "rebuild", description = "Make catalogue and index anew from the log and the packages.")
final class Rebuild implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Instant begin = Instant.now();
        try (OpenArchive archive = home.openAlone()) {
            if (!archive.madeAnew()) {
                begin = Instant.now();
                archive.rebuild();
            }
            long millis = Duration.between(begin, Instant.now()).toMillis();
            long records = archive.catalogue().counts().records();
            Json line = Json.object()
                    .with("records", records)
                    .with("acts", archive.catalogue().cursor())
                    .with("millis", millis);
            print.result(
                    line,
                    "rebuilt catalogue and index: " + records + " records from "
                            + archive.catalogue().cursor() + " acts in " + millis + " ms");
        }
        return ExitCode.OK;
    }
}
