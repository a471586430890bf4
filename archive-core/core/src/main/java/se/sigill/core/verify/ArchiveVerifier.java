package se.sigill.core.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.seal.SealFormats;

/** Checks a whole archive: log, objects, evidence, and how they fit together. For one run. */
final class ArchiveVerifier {
    private static final Set<String> PARTS = Set.of("ocfl", "log", "log-public", "evidence");

    private final Path archive;
    private final SealFormats formats;
    private final FindingSink sink;
    private final Signers signers;
    private final LogCheck logCheck;

    ArchiveVerifier(Path archive, SealFormats formats, FindingSink sink, Signers signers, LogCheck logCheck) {
        this.archive = archive;
        this.formats = formats;
        this.sink = sink;
        this.signers = signers;
        this.logCheck = logCheck;
    }

    /** The archive folder of a path, which may be a home or the folder itself; empty if it is neither. */
    static Optional<Path> folder(Path path) {
        for (Path folder : java.util.List.of(path.resolve("archive"), path)) {
            if (Files.isDirectory(folder.resolve("log")) && Files.isDirectory(folder.resolve("ocfl"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    void verify() throws IOException {
        Path evidence = archive.resolve("evidence");
        LogCheck.Standing standing = logCheck.verify(archive.resolve("log"), sink, signers);
        Optional<LogFacts> facts = LogFacts.read(archive.resolve("log"), EvidenceVerifier.sealedSizes(evidence));
        verifyNothingElse();
        if (facts.isEmpty()) {
            // Without acts nothing says what should be there; the log's own finding is what has to be seen to.
            return;
        }
        new PublicLogCheck(archive.resolve("log-public"), sink).verify(facts.get());
        new StoreVerifier(archive, sink).verify(facts.get());
        new EvidenceVerifier(archive, sink, new PeriodVerifier(formats, sink, signers), standing).verify(facts.get());
    }

    private void verifyNothingElse() throws IOException {
        try (var entries = Files.list(archive)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                String name = String.valueOf(entry.getFileName());
                if (!PARTS.contains(name)) {
                    sink.add(VerifyFinding.FILE_EXTRA, name, "it does not belong into an archive");
                }
            }
        }
    }
}
