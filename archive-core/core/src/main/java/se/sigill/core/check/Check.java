package se.sigill.core.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.Home;
import se.sigill.core.disk.Durable;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Lease;

/**
 * Runs rounds of checking over an archive that others may be writing. Reads everything, writes nothing but its working
 * paper below {@code work/check/}.
 */
public final class Check {
    private final Home home;
    private final ContentStore store;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * @param store of this home; asked for notes and orphans only
     * @param ids gives the id of a new round, never the same one twice
     */
    public Check(Home home, ContentStore store, Clock clock, Supplier<String> ids) {
        this.home = home;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /** {@link #run(Limits, Consumer)} without watching it. */
    public Round run(Limits limits) {
        return run(limits, _ -> {});
    }

    /**
     * Goes on with the round where the last run stopped, or begins one. When the round is complete, its act is to be
     * committed; until the log has it, this returns the same round again and reads nothing.
     *
     * @param progress told after each window, in the thread of the caller
     * @throws ArchiveException.Locked if another run is going on
     * @throws ArchiveException.NoArchive if there is no log
     * @throws ArchiveException.StorageFailed if the working paper cannot be written; the round goes on from the last
     *     one that was
     */
    public Round run(Limits limits, Consumer<Progress> progress) {
        Path folder = home.work().resolve("check");
        try {
            Durable.createDirectories(folder);
            try (Lease _ =
                    Lease.take(folder.resolve("lock"), "Another check of this archive is running; wait for its end.")) {
                return new CheckRun(home, store, clock, new RoundPaper(folder.resolve("round")))
                        .run(limits, ids, progress);
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The working paper of the check cannot be read or written.", e);
        }
    }
}
