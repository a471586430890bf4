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
    /** Of a bundle's name, the hyphen behind it included. */
    private static final int EPOCH_LENGTH = 11;

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
        // In this order: the zone takes a bundle away after its head tells of it.
        if (Files.exists(target) || isApplied(bundle)) {
            return;
        }
        Files.createDirectories(outside.incoming());
        Path writing = outside.incoming().resolve("." + bundle.getFileName());
        Trees.delete(writing);
        copy(bundle, writing);
        Files.move(writing, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One of another epoch is brought: the zone says what is wrong with it. */
    private boolean isApplied(Path bundle) throws IOException {
        String name = bundle.getFileName().toString();
        Optional<ZoneHead> head = head();
        return head.isPresent()
                && name.startsWith(OutsideHome.name(head.get().epoch(), 0).substring(0, EPOCH_LENGTH))
                && name.compareTo(
                                OutsideHome.name(head.get().epoch(), head.get().number()))
                        <= 0;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
