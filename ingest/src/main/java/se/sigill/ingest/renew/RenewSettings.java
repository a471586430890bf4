package se.sigill.ingest.renew;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.sigill.formats.Engine;
import se.sigill.formats.FormatPolicy;

/**
 * What lane 2 needs to know.
 *
 * @param policy the one adopted now
 * @param engines which there are now
 * @param work the home's {@code work}, on the archive's file system; a run clears {@code renew} in it at its start, and
 *     keeps what engines said in {@code cache/made-last}
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

    Path folder() {
        return work.resolve("renew");
    }

    Path memory() {
        return work.resolve("cache").resolve("made-last");
    }

    boolean isThere(String engine) {
        return engines.get().stream().anyMatch(each -> each.name().equals(engine) && each.available());
    }

    /** Everything that an answer depends on besides the file and the rule. */
    String tools() {
        return engines.get().stream()
                .map(engine -> engine.name() + " " + engine.version() + " " + engine.available())
                .collect(Collectors.joining("\n", "Sigill " + softwareVersion + "\n", ""));
    }
}
