package se.sigill.app.outward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.bundle.BundleReader;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.bundle.ZoneHead;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.json.JsonException;
import se.sigill.core.tlog.NoteKey;

/** The open zone's home is a folder that this machine can write to. */
public final class FolderDoor implements Door {
    private final OutsideHome outside;

    public FolderDoor(OutsideHome outside) {
        this.outside = outside;
    }

    /**
     * Gives the zone the keys that sign its bundles and the public log, each if it has none at all: who starts both
     * zones trusts both.
     */
    public void introduce(NoteKey bundles, NoteKey log) throws IOException {
        introduce(outside.ring(), bundles);
        introduce(outside.logRing(), log);
    }

    private static void introduce(Path ring, NoteKey key) throws IOException {
        Files.createDirectories(ring.getParent());
        if (!Files.exists(ring)) {
            // Whole or not at all: an empty ring would refuse every bundle for ever.
            Durable.replace(ring, (key + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Optional<ZoneHead> head() throws IOException {
        try {
            return BundleReader.head(outside.head());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    @Override
    public void push(Path bundle) throws IOException {
        Path target = outside.incoming().resolve(bundle.getFileName());
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(outside.incoming());
        Path writing = outside.incoming().resolve("." + bundle.getFileName());
        Trees.delete(writing);
        copy(bundle, writing);
        Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
