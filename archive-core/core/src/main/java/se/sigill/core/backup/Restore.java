package se.sigill.core.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Durable;
import se.sigill.core.disk.Trees;
import se.sigill.core.disposal.Disposer;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Anchor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogFolder;
import se.sigill.core.log.LogReader;
import se.sigill.core.log.LogReport;
import se.sigill.core.log.LogVerifier;
import se.sigill.core.log.LogWriter;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.tlog.NoteKey;

/**
 * Brings an archive back from a backup, and from the shipped log what happened after it. Never silently: it says what
 * may be lost, begins a new epoch of the log, and opens nothing by itself.
 *
 * <p>Automatic releases are held as long as the last act {@link Act.Restored} has no {@link Act.RestoreAccepted}. The
 * restore writes that itself only if the shipped log was there and nothing tells of acts beyond it.
 */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> MOVED_IN = List.of("spool", "work", "archive");
    private static final String MOVING = "moving";

    private final RestoreOrder order;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    private final Path building;

    /** @param clock for the time of the acts */
    public Restore(RestoreOrder order, Clock clock) {
        this.order = order;
        this.clock = clock;
        this.building = order.home().resolve("restoring");
    }

    /**
     * Restores. For one call.
     *
     * @throws ArchiveException.Refused if the home has an archive already
     * @throws ArchiveException.KeyTrouble if the log was signed by another key than the signer's
     * @throws ArchiveException.StorageFailed if something could not be read or written; run it again
     */
    public RestoreReport run() {
        if (Files.exists(order.home().resolve("archive"))) {
            throw new ArchiveException.Refused(
                    "There is an archive in " + order.home() + " already. Restore into an empty home.");
        }
        try {
            return restore();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    "The restore was stopped; nothing is readable yet. Run it again.", e);
        }
    }

    private RestoreReport restore() throws IOException {
        LogReader backup = LogReader.open(order.backup().resolve("archive/log"));
        LogReader source = source(backup);
        if (findings.stream().anyMatch(Finding::isError)) {
            return new RestoreReport(false, 0, 0, 0, true, 0, findings);
        }
        Head head = source.head();
        List<Act.KeyRotated> rotated = rotated(source, head);
        long replayed = head.size() - backup.head().size();
        if (replayed > 0) {
            String range = "acts " + backup.head().size() + " to " + (head.size() - 1);
            findings.add(Finding.of(BackupFinding.REPLAYED, "log", "The " + range + " came from the shipped log."));
        }
        clear();
        Durable.createDirectories(building.resolve("archive"));
        Content content = Content.of(source, head);
        long objects = content(content);
        log(source, head);
        Optional<Head> published = PublicLogCopy.head(order.backup());
        if (published.isPresent()) {
            PublicLogCopy.bring(order.backup(), building, published.get());
        }
        boolean whole = !source.folder().equals(backup.folder());
        long lostTo = lostTo(head, whole, evidenceAhead(head));
        boolean held = !whole || lostTo > head.size();
        begin(head, lostTo, held, rotated);
        moveIn();
        return new RestoreReport(true, head.size(), replayed, lostTo, held, objects, findings);
    }

    /** The log to go on with: the shipped one if it is sound and not older than the backup's. */
    private LogReader source(LogReader backup) {
        verify(backup, List.of());
        if (order.shipped().isEmpty()) {
            return backup;
        }
        LogReader shipped = LogReader.open(order.shipped().get());
        if (shipped.head().size() < backup.head().size()) {
            findings.add(Finding.of(
                    BackupFinding.SHIPPED_STALE,
                    "log",
                    "The shipped log has " + shipped.head().size() + " acts, the backup "
                            + backup.head().size() + "."));
            return backup;
        }
        verify(
                shipped,
                List.of(new Anchor("the backup's checkpoint", backup.head().note())));
        return shipped;
    }

    /**
     * Nothing, if the log goes on with its key; else the act that says that another has taken its place.
     *
     * @throws ArchiveException.KeyTrouble if that was not asked for; nothing was written yet
     */
    private List<Act.KeyRotated> rotated(LogReader source, Head head) {
        NoteKey next = order.signer().key();
        if (!head.note().verifiedBy(List.of(next)).isEmpty()) {
            return List.of();
        }
        if (!order.replacesKey()) {
            throw new ArchiveException.KeyTrouble("The log is not signed by the log key " + next.idHex()
                    + ". Put the key it was signed with into keys/; if it is lost, say --new-log-key.");
        }
        findings.add(Finding.of(
                BackupFinding.LOG_KEY_REPLACED,
                "log",
                "The log goes on with the key " + next.idHex() + ", for which the lost one does not vouch."));
        return List.of(new Act.KeyRotated(
                clock.instant(), order.actor(), "log", keyOf(source, head), next.toString(), order.reason(), ""));
    }

    /** The log key that the acts name last. */
    private static String keyOf(LogReader source, Head head) {
        String key = "";
        try (Stream<LogEntry> entries = source.entries(0, head.size())) {
            for (LogEntry entry : (Iterable<LogEntry>) entries::iterator) {
                if (entry instanceof LogEntry.Kept kept) {
                    key = switch (kept.act()) {
                        case Act.Founded founded -> founded.logKey();
                        case Act.KeyRotated by when by.key().equals("log") -> by.newKey();
                        default -> key;
                    };
                }
            }
        }
        return key;
    }

    /** Anchors that are larger are no fault here: they tell what is lost. */
    private void verify(LogReader log, List<Anchor> more) {
        List<Anchor> anchors = new ArrayList<>(more);
        order.anchors().stream()
                .filter(anchor -> Head.of(anchor.note()).size() <= log.head().size())
                .forEach(anchors::add);
        LogReport report = new LogVerifier(log.folder().root(), order.trusted(), anchors).verify();
        report.findings().stream()
                .filter(Finding::isError)
                .forEach(finding -> findings.add(Finding.of(
                        BackupFinding.LOG_FAULT,
                        log.folder().root().toString(),
                        finding.code().id() + ": " + finding.message())));
    }

    private long content(Content content) throws IOException {
        FileTree files = new FileTree();
        ObjectCopy objects = new ObjectCopy(
                order.backup().resolve("archive/ocfl"),
                building.resolve("archive/ocfl"),
                building.resolve("incoming"),
                files);
        objects.root();
        long copied = 0;
        for (Map.Entry<RecordId, Content.Version> each : content.versions.entrySet()) {
            ObjectCopy.Outcome outcome = objects.copyNewest(each.getKey(), each.getValue());
            copied += outcome == ObjectCopy.Outcome.COPIED ? 1 : 0;
            if (outcome == ObjectCopy.Outcome.MISSING || outcome == ObjectCopy.Outcome.DAMAGED) {
                findings.add(Backup.finding(outcome, each.getKey(), each.getValue()));
            }
        }
        files.mirror(order.backup().resolve("archive/evidence"), building.resolve("archive/evidence"));
        Durable.createDirectories(building.resolve("archive/evidence"));
        for (String folder : List.of("spool", "work")) {
            Durable.createDirectories(building.resolve(folder));
            files.mirror(order.backup().resolve(folder), building.resolve(folder));
        }
        return copied;
    }

    /**
     * A period over acts that are lost would make the archive contradict itself, and the next sealing would never reach
     * them: it is kept, but not as evidence.
     *
     * @return the index after the last act that a seal has seen
     */
    private long evidenceAhead(Head head) throws IOException {
        Path evidence = building.resolve("archive/evidence");
        long sealedTo = head.size();
        for (Period period : Evidence.beyond(evidence, head.size())) {
            Path aside = building.resolve("work/undone/evidence");
            Durable.createDirectories(aside);
            Durable.move(evidence.resolve(period.id()), aside.resolve(period.id()));
            findings.add(Finding.of(
                    BackupFinding.EVIDENCE_AHEAD,
                    period.id(),
                    "The period covers acts " + period.first() + " to " + (period.end() - 1)
                            + "; it lies in work/undone/evidence/ now."));
            sealedTo = Math.max(sealedTo, period.end());
        }
        return sealedTo;
    }

    private void log(LogReader source, Head head) throws IOException {
        LogFolder folder = new LogFolder(building.resolve("archive/log"));
        try (LogWriter writer = LogCopy.open(folder, head)) {
            LogCopy.bring(source, writer, folder, head);
        }
    }

    /** How far the lost log is known to have reached. */
    private long lostTo(Head head, boolean whole, long sealedTo) {
        long lostTo = Math.max(head.size(), sealedTo);
        for (Anchor anchor : order.anchors()) {
            Head known = Head.of(anchor.note());
            // An anchor nobody has signed for us must not be able to hold the archive.
            boolean ours = known.epoch() == head.epoch()
                    && known.archive().equals(head.archive())
                    && head.note().signatures().stream().anyMatch(line -> anchor.note().signatures().stream()
                            .anyMatch(other -> other.name().equals(line.name())));
            if (ours) {
                lostTo = Math.max(lostTo, known.size());
            }
        }
        if (lostTo > head.size()) {
            findings.add(Finding.of(
                    BackupFinding.ACTS_LOST,
                    "log",
                    "The acts " + head.size() + " to " + (lostTo - 1)
                            + " are lost: an anchor or a seal has seen them."));
        } else if (!whole) {
            findings.add(Finding.of(
                    BackupFinding.ACTS_LOST,
                    "log",
                    "All acts from " + head.size() + " on are lost; without the shipped log nobody knows how many."));
        }
        return lostTo;
    }

    /** Begins the epoch, carries disposals out again, and says whether releases are held. */
    private void begin(Head head, long lostTo, boolean held, List<Act.KeyRotated> rotated) {
        Act.Restored restored = new Act.Restored(
                clock.instant(), order.actor(), head.note().toString(), head.size(), lostTo, order.reason());
        Path log = building.resolve("archive/log");
        try (ArchiveLog open = ArchiveLog.beginEpoch(log, restored, rotated, order.signer(), order.settings())) {
            Path work = building.resolve("work");
            Disposer disposer = new Disposer(
                    open,
                    FileContentStore.open(building.resolve("archive/ocfl"), work),
                    order.places().apply(building.resolve("archive")),
                    work,
                    clock);
            for (RecordId id : disposer.carryOutAgain()) {
                findings.add(Finding.of(
                        BackupFinding.DISPOSED_AGAIN, id.value(), "Acts about the record were erased again."));
            }
            if (!held) {
                open.append(List.of(new Act.RestoreAccepted(
                        clock.instant(),
                        order.actor(),
                        head.size(),
                        "The shipped log was there; nothing is known to be lost.")));
            }
        }
    }

    /**
     * Makes room. What the home has of the lost archive is put aside, for nobody knows what of it is in no copy; what
     * an earlier run of this restore had moved in already is made again.
     */
    private void clear() throws IOException {
        boolean ours = Files.exists(building.resolve(MOVING));
        Path aside = order.home().resolve("before-restore-" + STAMP.format(clock.instant()));
        for (String folder : List.of("spool", "work", "db", "index")) {
            Path there = order.home().resolve(folder);
            if (ours && MOVED_IN.contains(folder) && !Files.exists(building.resolve(folder))) {
                Trees.delete(there);
            } else if (Files.exists(there)) {
                Durable.createDirectories(aside);
                Durable.move(there, aside.resolve(folder));
                findings.add(Finding.of(BackupFinding.PUT_ASIDE, folder, folder + " lies in " + aside + " now."));
            }
        }
        Trees.delete(building);
    }

    /** The archive comes last: it is what makes a home of the directory. */
    private void moveIn() throws IOException {
        // If we stop after this, the next run knows that spool and work are its own.
        Durable.replace(building.resolve(MOVING), new byte[0]);
        for (String folder : MOVED_IN) {
            Durable.move(building.resolve(folder), order.home().resolve(folder));
        }
        Trees.delete(building);
        Durable.forceDirectory(order.home());
    }
}
