package se.sigill.app.worlds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.run.Running;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.inbox.InboxKey;
import se.sigill.core.record.RecordId;
import se.sigill.zone.Zone;

/**
 * Makes archives by one seed that differ in nothing but what they hide, and publishes what is open of them.
 *
 * @param folder gets the archives and their open zones
 * @param open records of each half that are not hidden on purpose
 * @param hidden records of each half that are, where there are any
 */
record PublicWorlds(Path folder, long seed, int open, int hidden) {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long OTHER = 0x51_6111;

    /** What a world hides. */
    enum Hiding {
        NOTHING,
        /** Even that the records are there. */
        EXISTENCE,
        /** What is in them: a notice says that they are there. */
        CONTENT
    }

    /**
     * One archive and its open zone.
     *
     * @param open ids of what was taken in and not hidden on purpose
     * @param secret what was
     */
    record World(OutsideHome outside, List<RecordId> open, List<CatalogueRecord> secret) {
        Zone zone() {
            return Zone.open(outside, CLOCK, Duration.ofSeconds(30));
        }
    }

    /** @param mark stands in what is hidden, and nowhere else */
    World make(String name, Hiding hiding, String mark) throws IOException {
        Running.founded(folder.resolve(name));
        Home home = new Home(folder.resolve(name));
        List<CatalogueRecord> secret = new ArrayList<>();
        List<RecordId> taken = new ArrayList<>();
        try (OpenArchive archive =
                OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), CLOCK, new SecureRandom()))) {
            FilledArchive filled = new FilledArchive(archive, seed);
            FilledArchive other = new FilledArchive(archive, seed ^ OTHER, mark);
            filled.adoptRules("1");
            for (int round = 0; round < 2; round++) {
                filled.takeIn(open);
                if (hiding != Hiding.NOTHING) {
                    other.hide(other.takeIn(hidden), hiding == Hiding.EXISTENCE);
                }
                archive.catchUp();
                new Sealing(archive).seal();
                ZoneHere.of(archive).tell();
            }
            for (RecordId id : other.taken()) {
                secret.add(archive.catalogue().find(id).orElseThrow());
            }
            taken.addAll(filled.taken());
        }
        // The hour turns, and what was published is cut into the public log.
        Clock later = Clock.offset(CLOCK, Duration.ofHours(1));
        try (OpenArchive archive =
                OpenArchive.open(new Surroundings(home, ConfigReader.read(home.config()), later, new SecureRandom()))) {
            ZoneHere.of(archive).tell();
            OutsideHome outside = new OutsideHome(archive.config().servers().outside());
            takeLetters(outside);
            return new World(outside, taken, secret);
        }
    }

    /** Whoever asks without a name is heard in every world. */
    private static void takeLetters(OutsideHome outside) throws IOException {
        try {
            Files.createDirectories(outside.inboxKey().getParent());
            InboxKey.write(
                    outside.inboxKey(),
                    KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
