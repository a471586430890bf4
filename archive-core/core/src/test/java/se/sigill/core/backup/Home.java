package se.sigill.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFollower;
import se.sigill.core.log.LogSettings;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.Promoted;
import se.sigill.core.store.Samples;
import se.sigill.core.tlog.NoteSigner;

/** An archive of store and log alone, as a test needs it. */
final class Home implements AutoCloseable {
    static final Duration RETRY = Duration.ofMillis(20);

    final Path path;
    final NoteSigner signer;
    final ArchiveLog log;
    final FileContentStore store;
    private int batch;

    private Home(Path path, NoteSigner signer, ArchiveLog log, FileContentStore store) {
        this.path = path;
        this.signer = signer;
        this.log = log;
        this.store = store;
    }

    static LogSettings settings(LogFollower follower) {
        return LogSettings.of(new SecureRandom()).following(follower).waiting(Duration.ofSeconds(20));
    }

    static Home found(Path path, NoteSigner signer, LogFollower follower) throws IOException {
        FileContentStore store = FileContentStore.create(path.resolve("archive/ocfl"), path.resolve("work"));
        Files.createDirectories(path.resolve("spool"));
        Files.createDirectories(path.resolve("archive/evidence"));
        Files.writeString(path.resolve("sigill.conf"), "archive.name = kommunarkivet\n");
        ArchiveLog log =
                ArchiveLog.found(path.resolve("archive/log"), LogBed.founded(signer), signer, settings(follower));
        return new Home(path, signer, log, store);
    }

    static Home open(Path path, NoteSigner signer) {
        FileContentStore store = FileContentStore.open(path.resolve("archive/ocfl"), path.resolve("work"));
        ArchiveLog log = ArchiveLog.open(path.resolve("archive/log"), signer, settings(LogFollower.none()));
        return new Home(path, signer, log, store);
    }

    void seal(long... numbers) {
        List<ObjectVersion> versions = new ArrayList<>();
        for (long number : numbers) {
            versions.add(Samples.first(path.resolve("sources"), Samples.id(number)));
        }
        List<Act> acts = new ArrayList<>();
        for (Promoted each : Samples.store(store, "b" + batch++, versions.toArray(new ObjectVersion[0]))) {
            acts.add(new Act.Sealed(
                    LogBed.AT, LogBed.ANNA, each.id(), 1, each.inventory(), "p360", "", "d", "a.txt", "KS", "1.2"));
        }
        log.append(acts);
    }

    void render(long number) {
        Promoted each = Samples.store(store, "b" + batch++, Samples.second(Samples.id(number)))
                .getFirst();
        log.append(List.of(new Act.RenditionAdded(
                LogBed.AT, LogBed.ANNA, each.id(), 2, each.inventory(), FileRole.PRESERVATION, "fmt/477", "")));
    }

    Appended hold(long number) {
        return log.append(List.of(new Act.HoldPlaced(LogBed.AT, LogBed.ANNA, Samples.id(number), "begäran")));
    }

    /** The act, the content, then the texts of the acts. */
    void dispose(long number) {
        RecordId id = Samples.id(number);
        Act act = new Act.Disposed(LogBed.AT, LogBed.ANNA, LogBed.ANNA, id, "beslut 7", "tiden är ute");
        Appended appended = log.appendShipped(List.of(act));
        store.erase(id);
        log.erase(
                LongStream.range(0, appended.first())
                        .filter(index -> log.reader().entry(index) instanceof LogEntry.Kept kept
                                && kept.act() instanceof Act.OfRecord about
                                && about.record().equals(id))
                        .boxed()
                        .toList(),
                appended.first());
    }

    @Override
    public void close() {
        log.close();
    }
}
