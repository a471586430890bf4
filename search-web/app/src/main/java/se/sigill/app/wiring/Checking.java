package se.sigill.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.StampedId;
import se.sigill.core.check.Check;
import se.sigill.core.check.Limits;
import se.sigill.core.check.Progress;
import se.sigill.core.check.Round;
import se.sigill.core.config.ArchiveConfig;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.store.FileContentStore;

/** Rounds of checking. Reads without the archive's lock, so that others go on working; takes it for the act alone. */
public final class Checking {
    private final Home home;

    /** @throws ArchiveException.NoArchive if there is none */
    public Checking(Home home) {
        if (!home.exists()) {
            throw new ArchiveException.NoArchive("there is no archive in " + home.root());
        }
        this.home = home;
    }

    /** Goes on with the round, or begins one. */
    public Round run(Limits limits, Consumer<Progress> progress) {
        ArchiveConfig config = ConfigReader.read(home.config());
        Clock clock = Clock.systemUTC();
        FileContentStore store =
                FileContentStore.open(home.ocfl(), home.work(), config.ingest().syncThreads());
        SecureRandom random = new SecureRandom();
        return new Check(home, store, clock, () -> StampedId.next(clock, random)).run(limits, progress);
    }

    /** Makes the act of a complete round. @return its index */
    public static long commit(OpenArchive archive, Round round) {
        long act = archive.archive()
                .decide(List.of(round.audited(archive.clock().instant(), archive.actor())))
                .first();
        archive.catchUp();
        return act;
    }
}
