package se.sigill.core.archive;

import java.util.ArrayList;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.keys.KeyName;
import se.sigill.core.keys.KeyRing;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.Appended;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogSettings;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Batch;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Promoted;
import se.sigill.core.tlog.NoteSigner;

/**
 * An archive open for writing: it holds the writer's lock, and what a stop left behind has been finished or taken back.
 *
 * <p>What {@link #commit} and {@link #decide} return from is durable. Safe for many threads; commits of content go one
 * after the other, decisions do not wait for them.
 */
public final class Archive implements AutoCloseable {
    private final Surroundings surroundings;
    private final KeyRing keys;
    private final ContentStore store;
    private final ArchiveLog log;
    private final ContentStore.Recovered recovered;
    private final Object oneCommit = new Object();

    private Archive(
            Surroundings surroundings,
            KeyRing keys,
            ContentStore store,
            ArchiveLog log,
            ContentStore.Recovered recovered) {
        this.surroundings = surroundings;
        this.keys = keys;
        this.store = store;
        this.log = log;
        this.recovered = recovered;
    }

    /**
     * Makes the store and the log of a new archive; its first act names the keys.
     *
     * @throws ArchiveException.Refused if there is an archive already
     */
    public static void found(Surroundings in, KeyRing keys, Actor actor) {
        FileContentStore.create(in.home().ocfl(), in.home().work());
        NoteSigner signer = LogKeys.signer(keys, in.config().archive().name());
        Act.Founded first = new Act.Founded(
                in.clock().instant(),
                actor,
                in.config().archive().name(),
                signer.key().toString(),
                keys.fingerprint(KeyName.SEAL));
        ArchiveLog.found(in.home().log(), first, signer, LogSettings.of(in.random()))
                .close();
    }

    /**
     * Takes the lock, opens log and store, and finishes or takes back what a stop left behind.
     *
     * @param store of the same home, not yet recovered
     * @param settings of the log; their floor is the largest cursor of a projection
     * @throws ArchiveException.NoArchive if there is none
     * @throws ArchiveException.Locked if another process works on it
     * @throws ArchiveException.Damaged if log and projections contradict each other; nothing was changed
     */
    public static Archive open(Surroundings in, KeyRing keys, ContentStore store, LogSettings settings) {
        ArchiveLog log = ArchiveLog.open(
                in.home().log(), LogKeys.signer(keys, in.config().archive().name()), settings);
        try {
            ContentStore.Recovered recovered = store.recover(new CommittedVersions(log.reader())::has);
            return new Archive(in, keys, store, log, recovered);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /**
     * Commits versions, all or none: on return they are durable, in the order given.
     *
     * @throws ArchiveException.StorageFailed if the machine refused; the sources are untouched. Where it is not known
     *     whether the log was written, the next start decides by its checkpoint
     */
    public List<Act.OfRecord> commit(List<NewVersion> versions, Actor actor) {
        synchronized (oneCommit) {
            Batch batch = store.open(StampedId.next(surroundings.clock(), surroundings.random()));
            List<Promoted> promoted = promote(batch, versions);
            List<Act.OfRecord> sealed = new ArrayList<>();
            List<Act> acts = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                Act.OfRecord act = act(versions.get(i), promoted.get(i), actor);
                sealed.add(act);
                acts.add(act);
                acts.addAll(versions.get(i).alongside());
            }
            // If this fails it is not known whether the acts are there: the note stays, and the next start decides.
            log.append(acts);
            batch.close();
            return sealed;
        }
    }

    private List<Promoted> promote(Batch batch, List<NewVersion> versions) {
        try {
            PackageContent content = new PackageContent(store, surroundings.clock());
            for (NewVersion version : versions) {
                batch.put(content.of(version));
            }
            return batch.promote();
        } catch (ArchiveException e) {
            batch.undo();
            throw e;
        }
    }

    private Act.OfRecord act(NewVersion version, Promoted promoted, Actor actor) {
        RecordDescription d = version.description();
        if (d.version() == 1) {
            return new Act.Sealed(
                    surroundings.clock().instant(),
                    actor,
                    d.id(),
                    1,
                    promoted.inventory(),
                    d.source().system(),
                    d.source().externalId(),
                    d.source().delivery(),
                    d.source().path(),
                    d.authority(),
                    d.classCode());
        }
        FileFact added = version.files().getFirst().fact();
        return new Act.RenditionAdded(
                surroundings.clock().instant(),
                actor,
                d.id(),
                d.version(),
                promoted.inventory(),
                added.role(),
                added.format().puid(),
                parts(version.files()));
    }

    /** The parts that renditions were made from, as {@link Act.RenditionAdded} names them. */
    private static String parts(List<NewFile> files) {
        List<String> parts = files.stream()
                .map(file -> file.fact().of())
                .map(of -> of.contains("#") ? of.substring(of.indexOf('#') + 1) : Act.RenditionAdded.WHOLE)
                .toList();
        return parts.equals(List.of(Act.RenditionAdded.WHOLE)) ? "" : String.join(" ", parts);
    }

    /**
     * Makes decisions true. Acts that close something (a restriction, a disposal) wait for the second copy of the
     * log, if one is configured, and say in the answer whether it has them.
     */
    public Appended decide(List<? extends Act> acts) {
        boolean ship = acts.stream().anyMatch(Archive::mustShip);
        return ship ? log.appendShipped(acts) : log.append(acts);
    }

    private static boolean mustShip(Act act) {
        return act instanceof Act.Restricted || act instanceof Act.Disposed;
    }

    /** What was found and done about an earlier stop when this archive was opened. */
    public ContentStore.Recovered recovered() {
        return recovered;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public KeyRing keys() {
        return keys;
    }

    public ContentStore store() {
        return store;
    }

    public ArchiveLog log() {
        return log;
    }

    @Override
    public void close() {
        log.close();
    }
}
