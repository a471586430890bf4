package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeHash;

/**
 * Checks a log against itself, against trusted keys and against anchors, and names each fault as what it is. Believes
 * nothing that it has not computed; changes nothing; may run while the log is being written.
 *
 * <p>What only an anchor or a trusted key can show is not found without one: acts cut off at the end together with an
 * old checkpoint, and a log made anew as a whole.
 */
public final class LogVerifier {
    private final LogFolder folder;
    private final Collection<NoteKey> trusted;
    private final List<Anchor> anchors;

    /**
     * @param log the folder that holds {@code checkpoint}
     * @param trusted log keys known from elsewhere; may be empty
     * @param anchors checkpoints known from elsewhere; may be empty
     */
    public LogVerifier(Path log, Collection<NoteKey> trusted, List<Anchor> anchors) {
        this.folder = new LogFolder(log);
        this.trusted = List.copyOf(trusted);
        this.anchors = List.copyOf(anchors);
    }

    /** @throws ArchiveException.StorageFailed if a file is there and cannot be read */
    public LogReport verify() {
        FindingList findings = new FindingList();
        try {
            Optional<Head> head = head(findings);
            return head.isPresent()
                    ? verify(head.get(), findings)
                    : new LogReport(findings.all(), 0, "", "", LogReport.From.UNKNOWN);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The log at " + folder.root() + " cannot be read.", e);
        }
    }

    private Optional<Head> head(FindingList findings) throws IOException {
        try {
            Optional<Head> head = folder.head();
            if (head.isEmpty()) {
                findings.add(LogFinding.CHECKPOINT_MISSING, "checkpoint", "There is no checkpoint.");
            }
            return head;
        } catch (ArchiveException.Damaged e) {
            findings.add(LogFinding.CHECKPOINT_BROKEN, "checkpoint", "The file is no checkpoint of an archive log.");
            return Optional.empty();
        }
    }

    private LogReport verify(Head head, FindingList findings) throws IOException {
        Map<Long, Optional<SignedNote>> kept = kept(findings);
        Set<Long> sizes = new HashSet<>(kept.keySet());
        anchors.forEach(anchor -> head(anchor.note()).ifPresent(h -> sizes.add(h.size())));
        LogFacts facts = new LogFacts(findings);
        TreeCheck tree = new TreeCheck(folder, head.size(), sizes);
        scan(head.size(), facts, tree, findings);
        facts.finish();
        Optional<TreeCheck.Roots> roots = tree.judge(head.checkpoint().root(), findings);
        KeyChain chain = new KeyChain(facts, trusted);
        checkHead(head, facts, chain, findings);
        LogHistory history = new LogHistory(facts, chain, head, roots, findings);
        Map<Long, SignedNote> right = Map.of();
        if (!facts.archive().isEmpty()) {
            right = history.kept(kept);
            anchors.forEach(history::anchor);
        }
        FindingList others = new LogStrangers(folder, head.size()).find();
        if (folder.head().equals(Optional.of(head))) {
            // Else the log has grown while we read, and what lies beyond the old head is nothing strange.
            findings.addAll(others);
        }
        Map<Long, SignedNote> notes = right;
        LogReport.From from = chain.from(size -> Optional.ofNullable(notes.get(size)), findings);
        String key = facts.keyAt(head.size());
        return new LogReport(findings.all(), head.size(), head.checkpoint().origin(), key, from);
    }

    private void scan(long size, LogFacts facts, TreeCheck tree, FindingList findings) throws IOException {
        for (long file = 0; file * LogFolder.ACTS_A_FILE < size; file++) {
            ActsFile acts = ActsFile.read(folder, file);
            int expected = (int) Math.min(LogFolder.ACTS_A_FILE, size - acts.first());
            String where = folder.root().relativize(folder.acts(file)).toString();
            if (!acts.present()) {
                findings.add(LogFinding.ACTS_MISSING, where, "The file with " + expected + " acts is missing.");
            } else if (acts.lines().size() < expected) {
                findings.add(
                        LogFinding.ACTS_TRUNCATED,
                        where,
                        "There are " + acts.lines().size() + " acts, and there were " + expected + ".");
            } else if (acts.claimed() != file) {
                findings.add(LogFinding.ACTS_SWAPPED, where, "These are the acts of file " + acts.claimed() + ".");
                takeFrom(acts.claimed(), file, facts);
                tree.take(file, Collections.nCopies(expected, Optional.empty()));
                continue;
            }
            tree.take(file, leaves(acts, expected, facts, findings));
        }
    }

    /** Where two files have each other's names, their acts are still told apart by what they say of themselves. */
    private void takeFrom(long other, long file, LogFacts facts) throws IOException {
        ActsFile acts = ActsFile.read(folder, other);
        if (acts.claimed() == file) {
            acts.lines().stream().flatMap(Optional::stream).forEach(entry -> facts.take(entry.index(), entry));
        }
    }

    private static List<Optional<TreeHash>> leaves(ActsFile acts, int expected, LogFacts facts, FindingList findings) {
        List<Optional<TreeHash>> leaves = new ArrayList<>();
        for (int i = 0; i < expected; i++) {
            long index = acts.first() + i;
            Optional<LogEntry> entry = i < acts.lines().size() ? acts.lines().get(i) : Optional.empty();
            entry.ifPresent(e -> facts.take(index, e));
            if (entry.isEmpty() && i < acts.lines().size()) {
                findings.add(LogFinding.ACT_BROKEN, "log:" + index, "The line is no act.");
            }
            leaves.add(entry.map(LogEntry::leaf));
        }
        return leaves;
    }

    private static void checkHead(Head head, LogFacts facts, KeyChain chain, FindingList findings) {
        if (facts.archive().isEmpty()) {
            findings.add(LogFinding.ORIGIN, "log:0", "The first act does not say which archive this is.");
            return;
        }
        Optional<NoteKey> key = chain.keyAt(head.size());
        if (key.isEmpty() || head.note().verifiedBy(List.of(key.get())).isEmpty()) {
            findings.add(LogFinding.SIGNATURE, "checkpoint", "The checkpoint is not signed by the log key in force.");
        }
        String origin = Head.origin(facts.archive(), facts.epochAt(head.size()));
        if (!origin.equals(head.checkpoint().origin())) {
            findings.add(LogFinding.ORIGIN, "checkpoint", "By its acts this log is \"" + origin + "\".");
        }
    }

    /** The kept checkpoints by the size in their name; empty where the file is no note. */
    private Map<Long, Optional<SignedNote>> kept(FindingList findings) throws IOException {
        Map<Long, Optional<SignedNote>> kept = new TreeMap<>();
        if (!Files.isDirectory(folder.kept())) {
            return kept;
        }
        try (var files = Files.newDirectoryStream(folder.kept(), "[0-9]*")) {
            for (Path file : files) {
                try {
                    kept.put(Long.parseLong(file.getFileName().toString()), note(file));
                } catch (NumberFormatException e) {
                    findings.add(
                            LogFinding.FILE_EXTRA, "kept/" + file.getFileName(), "The file is no kept checkpoint.");
                }
            }
        }
        return kept;
    }

    private static Optional<SignedNote> note(Path file) throws IOException {
        try {
            return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }

    /** The head that a note is, empty if it is none. */
    static Optional<Head> head(SignedNote note) {
        try {
            return Optional.of(Head.of(note));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }
}
