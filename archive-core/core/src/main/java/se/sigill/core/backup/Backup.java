package se.sigill.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogWriter;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Evidence;

/**
 * Copies an archive, also a running one, to a directory: deliveries not yet committed first, then content, then acts,
 * and the checkpoint last. Taken again into the same directory it copies only what is not there. Takes no lock on the
 * original and writes nothing there.
 */
public final class Backup {
    /** A disposal meanwhile makes content go that the chosen head still names; then a later head is taken. */
    private static final int ROUNDS_MAX = 5;

    /** What lies in {@code work/} for the moment only, or can be computed again. */
    private static final Pattern PASSING = Pattern.compile("cache|undone|staging|batch-.*|erase-.*");

    private final Path home;
    private final Path target;
    private final FileTree files = new FileTree();
    private long copied;
    private long kept;
    private long disposed;

    /**
     * @param home the archive's home
     * @param target a directory, new or with an earlier backup of the same archive
     */
    public Backup(Path home, Path target) {
        this.home = home.toAbsolutePath().normalize();
        this.target = target.toAbsolutePath().normalize();
    }

    /**
     * Takes the backup. For one call.
     *
     * @throws ArchiveException.NoArchive if there is none in the home
     * @throws ArchiveException.Damaged if the directory holds another archive, another history or later acts
     * @throws ArchiveException.StorageFailed if something could not be read or written; the directory is then the
     *     archive as of the backup before
     */
    public BackupReport run() {
        if (target.startsWith(home) || home.startsWith(target)) {
            throw new ArchiveException.WrongUsage(
                    "A backup does not lie in the home it is of. Name another directory.");
        }
        LogReader log = LogReader.open(home.resolve("archive/log"));
        try {
            return run(log);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "The backup to " + target + " was stopped. What it held before still holds. Run it again.", e);
        }
    }

    private BackupReport run(LogReader log) throws IOException {
        LogFolder folder = new LogFolder(target.resolve("archive/log"));
        Durable.createDirectories(folder.root());
        // Before the head is read: a delivery leaves the spool when it is committed, and so is in one of the two.
        files.mirror(home.resolve("spool"), target.resolve("spool"));
        files.mirror(home.resolve("work"), target.resolve("work"), name -> !PASSING.matcher(name)
                .matches());
        // Before, too: what is in the public log then is of acts that the head covers.
        Optional<Head> published = PublicLogCopy.head(home);
        Head head = log.head();
        ObjectCopy objects = new ObjectCopy(
                home.resolve("archive/ocfl"), target.resolve("archive/ocfl"), target.resolve("incoming"), files);
        try (LogWriter copy = LogCopy.open(folder, head)) {
            LogCopy.refuseFork(log, head, folder);
            objects.root();
            Content content = Content.of(log, head);
            Missing missing = copy(objects, content);
            for (int round = 1; round < ROUNDS_MAX && disposedMeanwhile(log, missing); round++) {
                head = log.head();
                content = Content.of(log, head);
                missing = copy(objects, content);
            }
            evidence(head);
            configuration();
            LogCopy.bring(log, copy, folder, head);
            LogCopy.followErasures(log, copy, folder);
            if (published.isPresent()) {
                PublicLogCopy.bring(home, target, published.get());
            }
            // Only now: before, the copy's own checkpoint still named this content.
            dispose(objects, content);
            return new BackupReport(head, copied, kept, disposed, files.bytes(), missing.findings());
        }
    }

    /** Not what was sealed since the head was read: the copy's log does not have it. */
    private void evidence(Head head) throws IOException {
        Path from = home.resolve("archive/evidence");
        Set<String> later = new HashSet<>();
        Evidence.beyond(from, head.size()).forEach(period -> later.add(period.id()));
        files.mirror(from, target.resolve("archive/evidence"), name -> !name.startsWith(".") && !later.contains(name));
    }

    private record Missing(Set<RecordId> records, List<Finding> findings) {}

    private Missing copy(ObjectCopy objects, Content content) throws IOException {
        copied = 0;
        kept = 0;
        Set<RecordId> records = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<RecordId, Content.Version> each : content.versions.entrySet()) {
            ObjectCopy.Outcome outcome = objects.copy(each.getKey(), each.getValue());
            switch (outcome) {
                case COPIED -> copied++;
                case KEPT -> kept++;
                case MISSING, DAMAGED -> {
                    records.add(each.getKey());
                    findings.add(finding(outcome, each.getKey(), each.getValue()));
                }
            }
        }
        return new Missing(records, findings);
    }

    static Finding finding(ObjectCopy.Outcome outcome, RecordId id, Content.Version version) {
        String where = id.value() + "/v" + version.number();
        return outcome == ObjectCopy.Outcome.MISSING
                ? Finding.of(BackupFinding.CONTENT_MISSING, where, "The version is named by an act and is not there.")
                : Finding.of(BackupFinding.CONTENT_DAMAGED, where, "The version is not the one that was sealed.");
    }

    private boolean disposedMeanwhile(LogReader log, Missing missing) {
        return !missing.records().isEmpty()
                && Content.of(log, log.head()).notDisposed(missing.records()).size()
                        < missing.records().size();
    }

    private void configuration() throws IOException {
        Path file = home.resolve("sigill.conf");
        if (Files.exists(file)) {
            files.copy(file, target.resolve("sigill.conf"));
            Durable.forceDirectory(target);
        }
    }

    private void dispose(ObjectCopy objects, Content content) throws IOException {
        for (RecordId id : content.disposed.keySet()) {
            disposed += objects.delete(id) ? 1 : 0;
        }
    }
}
