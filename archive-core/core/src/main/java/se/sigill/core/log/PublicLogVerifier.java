package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeHash;

/** Checks the public log against itself and against what the archive's log says. Changes nothing. */
public final class PublicLogVerifier {
    private final LogFolder folder;
    private final Archive archive;
    private final FindingList findings = new FindingList();

    /**
     * What the acts of the archive say.
     *
     * @param keys every log key it has had
     * @param sealed whether a record was ever sealed or disposed of here
     * @param disposal whether the act of this index disposes of something
     */
    public record Archive(Collection<NoteKey> keys, Predicate<RecordId> sealed, LongPredicate disposal) {}

    /** @param log {@code archive/log-public}, which may be absent: then nothing was ever published */
    public PublicLogVerifier(Path log, Archive archive) {
        this.folder = new LogFolder(log, LogForm.PUBLIC);
        this.archive = archive;
    }

    /**
     * All that is wrong: findings, their places relative to the log's folder or as {@code log-public:INDEX}.
     *
     * @throws ArchiveException.StorageFailed if a file is there and cannot be read
     */
    public List<Finding> verify() {
        try {
            if (Files.exists(folder.checkpoint()) || Files.exists(folder.acts())) {
                Optional<Head> head = head();
                if (head.isPresent()) {
                    verify(head.get());
                }
            }
            return findings.all().stream().map(PublicLogVerifier::here).toList();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The public log at " + folder.root() + " cannot be read.", e);
        }
    }

    /** What looks at either log says the place of an entry in the words of the archive's. */
    private static Finding here(Finding finding) {
        String where = finding.where().replaceFirst("^log:", "log-public:");
        return new Finding(finding.code(), finding.severity(), where, finding.message());
    }

    private Optional<Head> head() throws IOException {
        try {
            Optional<Head> head = folder.head();
            if (head.isEmpty()) {
                findings.add(LogFinding.CHECKPOINT_MISSING, "checkpoint", "There is no checkpoint.");
            }
            return head;
        } catch (ArchiveException.Damaged e) {
            findings.add(LogFinding.CHECKPOINT_BROKEN, "checkpoint", "The file is no checkpoint of a public log.");
            return Optional.empty();
        }
    }

    private void verify(Head head) throws IOException {
        if (head.note().verifiedBy(archive.keys()).isEmpty()) {
            findings.add(LogFinding.SIGNATURE, "checkpoint", "The checkpoint is signed by no log key.");
        }
        Map<Long, Optional<Head>> kept = kept();
        TreeCheck tree = new TreeCheck(folder, head.size(), kept.keySet());
        for (long file = 0; file * LogFolder.ACTS_A_FILE < head.size(); file++) {
            tree.take(file, leaves(file, head.size()));
        }
        Optional<TreeCheck.Roots> roots = tree.judge(head.checkpoint().root(), findings);
        kept.forEach((size, note) -> checkKept(size, note, head, roots));
        FindingList others = new LogStrangers(folder, head.size()).find();
        if (folder.head().equals(Optional.of(head))) {
            // Else the log has grown while we read, and what lies beyond the old head is nothing strange.
            findings.addAll(others);
        }
    }

    private List<Optional<TreeHash>> leaves(long file, long size) throws IOException {
        ActsFile acts = ActsFile.read(folder, file);
        int expected = (int) Math.min(LogFolder.ACTS_A_FILE, size - acts.first());
        String where = folder.root().relativize(folder.acts(file)).toString();
        if (!acts.present()) {
            findings.add(LogFinding.ACTS_MISSING, where, "The file with " + expected + " entries is missing.");
            return Collections.nCopies(expected, Optional.empty());
        }
        if (acts.lines().size() < expected) {
            findings.add(LogFinding.ACTS_TRUNCATED, where, "There are fewer entries than there were.");
        }
        List<Optional<TreeHash>> leaves = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            long index = acts.first() + i;
            Optional<LogEntry> entry = i < acts.lines().size() ? acts.lines().get(i) : Optional.empty();
            entry.filter(e -> e.index() == index).ifPresent(this::checkEntry);
            if (i < acts.lines().size() && entry.filter(e -> e.index() == index).isEmpty()) {
                findings.add(LogFinding.ACT_BROKEN, at(index), "The line is no entry, or not that of its place.");
            }
            leaves.add(entry.map(LogEntry::leaf));
        }
        return leaves;
    }

    private void checkEntry(LogEntry entry) {
        switch (entry) {
            case LogEntry.Erased erased -> {
                if (!archive.disposal().test(erased.by())) {
                    findings.add(
                            LogFinding.ERASED_UNFOUNDED,
                            at(erased.index()),
                            "The entry is erased by order of act " + erased.by() + ", which is no disposal.");
                }
            }
            case LogEntry.Kept kept -> {
                Optional<PublishedEntry> published = PublishedEntry.of(kept.salt(), kept.text());
                if (published.isEmpty()) {
                    findings.add(LogFinding.ACT_BROKEN, at(kept.index()), "The entry names no published file.");
                } else if (!archive.sealed().test(new RecordId(published.get().record()))) {
                    findings.add(
                            LogFinding.PUBLISHED_UNKNOWN, at(kept.index()), "No act ever sealed the record it names.");
                }
            }
        }
    }

    private Map<Long, Optional<Head>> kept() throws IOException {
        Map<Long, Optional<Head>> kept = new TreeMap<>();
        if (!Files.isDirectory(folder.kept())) {
            return kept;
        }
        try (var files = Files.newDirectoryStream(folder.kept(), "[0-9]*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.matches("[0-9]{1,18}")) {
                    kept.put(Long.parseLong(name), head(file));
                }
            }
        }
        return kept;
    }

    private static Optional<Head> head(Path file) throws IOException {
        try {
            return Optional.of(Head.of(SignedNote.parse(Files.readAllBytes(file)), LogForm.PUBLIC));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }

    private void checkKept(long size, Optional<Head> note, Head head, Optional<TreeCheck.Roots> roots) {
        boolean right = note.filter(n -> n.size() == size
                        && size <= head.size()
                        && n.archive().equals(head.archive())
                        && n.epoch() <= head.epoch()
                        && !n.note().verifiedBy(archive.keys()).isEmpty()
                        && roots.map(r -> r.at(size).equals(n.checkpoint().root()))
                                .orElse(true))
                .isPresent();
        if (!right) {
            findings.add(LogFinding.KEPT_CHANGED, "kept/" + size, "It is no earlier head of this log.");
        }
    }

    private static String at(long index) {
        return "log:" + index;
    }
}
