package se.sigill.ingest.renew;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import se.sigill.formats.Engine;
import se.sigill.formats.FormatPolicy;

/**
 * What lane 2 needs to know.
 *
 * @param policy the one adopted now
 * @param engines which there are now
 * @param work a folder on the archive's file system, {@code work/renew}; cleared at the start of a run
 * @param threads how many files are with the engines at the same time
 * @param softwareVersion of Sigill, for PREMIS
 */
public record RenewSettings(
        Supplier<FormatPolicy> policy,
        Supplier<List<Engine>> engines,
        Path work,
        int threads,
        Clock clock,
        String softwareVersion) {

    boolean isThere(String engine) {
        return engines.get().stream().anyMatch(each -> each.name().equals(engine) && each.available());
    }

    /** The engine that a message names and that is not there; empty text if it names none. */
    String missingIn(String message) {
        return engines.get().stream()
                .filter(engine -> !engine.available() && message.contains(engine.name()))
                .map(Engine::name)
                .findFirst()
                .orElse("");
    }
}
