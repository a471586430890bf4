package se.sigill.app.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.LogKeys;
import se.sigill.core.backup.Restore;
import se.sigill.core.backup.RestoreOrder;
import se.sigill.core.backup.RestoreReport;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.LogSettings;

/** Brings an archive back into a home that has none. */
public final class Restoring {
    private final Home home;

    public Restoring(Home home) {
        this.home = home;
    }

    /**
     * What to restore from.
     *
     * @param from a directory that a backup wrote
     * @param shipped the second copy of the log; else the one that the configuration names, if it is there
     * @param keys a folder to take the keys from, if they are not in the home
     * @param newLogKey whether the log key of these keys may take the place of one that is lost
     * @param anchors files with checkpoints kept outside
     */
    public record Wanted(
            Path from, Optional<Path> shipped, Optional<Path> keys, boolean newLogKey, List<Path> anchors) {}

    /**
     * Restores; needs the keys in the home, or a folder to take them from.
     *
     * @throws ArchiveException.Refused if there is an archive already
     * @throws ArchiveException.KeyTrouble if there are no keys, or the log was signed by another
     */
    public RestoreReport restore(Wanted wanted, String reason) {
        prepare(wanted.from(), wanted.keys());
        ArchiveConfig config = ConfigReader.read(home.config());
        KeyRing keys = KeyRing.open(home.keys(), Workings.passphrase(config));
        RestoreOrder order = new RestoreOrder(
                wanted.from(),
                home.root(),
                wanted.shipped().or(() -> configured(config)).orElse(null),
                Anchors.read(wanted.anchors()),
                List.of(),
                LogKeys.signer(keys, config.archive().name()),
                wanted.newLogKey(),
                LogSettings.of(new SecureRandom()),
                Disposing::places,
                User.operator().actor(),
                reason);
        return new Restore(order, Clock.systemUTC()).run();
    }

    /** The second copy that the configuration names, if it is there: nobody has to remember it. */
    private static Optional<Path> configured(ArchiveConfig config) {
        return config.log().shipTo().filter(second -> Files.exists(second.resolve("checkpoint")));
    }

    private void prepare(Path from, Optional<Path> keyFolder) {
        try {
            Durable.createDirectories(home.root());
            Path config = from.resolve("sigill.conf");
            if (!Files.exists(home.config()) && Files.exists(config)) {
                Durable.replace(home.config(), Files.readAllBytes(config));
            }
            if (keyFolder.isPresent() && !Files.exists(home.keys())) {
                copyKeys(keyFolder.get());
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("configuration and keys cannot be put into " + home.root(), e);
        }
    }

    private void copyKeys(Path folder) throws IOException {
        // The folder gets its name when all is in it: stopped before, the next run copies all keys again.
        Path copy = home.root().resolve("keys" + Durable.TEMPORARY_SUFFIX);
        Durable.createDirectories(copy);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(files::add);
        }
        for (Path file : files) {
            Path target = copy.resolve(String.valueOf(file.getFileName()));
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Durable.force(target);
        }
        Durable.forceDirectory(copy);
        Durable.move(copy, home.keys());
    }
}
