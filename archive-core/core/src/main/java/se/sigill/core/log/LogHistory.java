package se.sigill.core.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;

/** Compares a verified log with checkpoints of its past: the kept ones and anchors from outside. */
final class LogHistory {
    private final LogFacts facts;
    private final KeyChain chain;
    private final Head head;
    private final Optional<TreeCheck.Roots> roots;
    private final FindingList findings;

    /** @param roots of the tree that is right; empty if none is, then roots are not compared */
    LogHistory(LogFacts facts, KeyChain chain, Head head, Optional<TreeCheck.Roots> roots, FindingList findings) {
        this.facts = facts;
        this.chain = chain;
        this.head = head;
        this.roots = roots;
        this.findings = findings;
    }

    /** Checks that every turn of key and epoch has its kept checkpoint. @return those that are right, by size */
    Map<Long, SignedNote> kept(Map<Long, Optional<SignedNote>> found) {
        TreeSet<Long> needed = new TreeSet<>();
        facts.keys.stream()
                .filter(use -> use.from() > 0 && !isRestored(use.from() - 1))
                .forEach(use -> needed.add(use.from() + 1));
        facts.epochs.forEach(epoch -> needed.add(epoch.from()));
        Map<Long, SignedNote> right = new HashMap<>();
        for (long size : needed) {
            if (!found.containsKey(size)) {
                findings.add(
                        LogFinding.KEPT_MISSING,
                        "kept/" + size,
                        "The checkpoint that ended a key or an epoch is missing.");
            }
        }
        found.forEach((size, note) -> {
            if (note.isPresent() && needed.contains(size) && isOurs(size, note.get())) {
                right.put(size, note.get());
            } else if (!needed.contains(size)) {
                findings.add(LogFinding.FILE_EXTRA, "kept/" + size, "No key and no epoch ended here.");
            } else {
                findings.add(LogFinding.KEPT_CHANGED, "kept/" + size, "This is no checkpoint that the log has signed.");
            }
        });
        return right;
    }

    /** A log key that is lost is replaced in the commit that begins the epoch, and no checkpoint is signed by both. */
    private boolean isRestored(long index) {
        return facts.epochs.stream().anyMatch(epoch -> epoch.from() == index);
    }

    private boolean isOurs(long size, SignedNote note) {
        Optional<Head> kept = LogVerifier.head(note);
        Optional<NoteKey> key = chain.keyAt(size);
        return kept.isPresent()
                && kept.get().size() == size
                && kept.get().checkpoint().origin().equals(Head.origin(facts.archive(), facts.epochAt(size)))
                && key.isPresent()
                && !note.verifiedBy(List.of(key.get())).isEmpty()
                && (size > head.size() || hasRoot(kept.get()));
    }

    private boolean hasRoot(Head old) {
        return roots.isEmpty()
                || roots.get().at(old.size()).equals(old.checkpoint().root());
    }

    /** Compares with a checkpoint kept outside. */
    void anchor(Anchor anchor) {
        Optional<Head> old = LogVerifier.head(anchor.note());
        boolean signed = !anchor.note().verifiedBy(chain.all()).isEmpty();
        if (old.isEmpty() || !signed || !old.get().archive().equals(facts.archive())) {
            findings.add(LogFinding.ANCHOR_STRANGER, anchor.where(), "The anchor is not of this log.");
            return;
        }
        long size = old.get().size();
        int epoch = old.get().epoch();
        long end = epoch <= facts.epochs.size() ? facts.epochs.get(epoch - 1).from() : head.size();
        int present = facts.epochAt(head.size());
        if (size <= end && epoch <= present) {
            if (!hasRoot(old.get())) {
                findings.add(
                        LogFinding.FORKED,
                        anchor.where(),
                        "The first " + size + " acts are not those that the anchor saw.");
            }
        } else if (epoch < present) {
            lost(anchor, size, facts.epochs.get(epoch - 1));
        } else {
            findings.add(
                    LogFinding.SHORTENED,
                    anchor.where(),
                    "The anchor saw " + size + " acts, and there are " + head.size() + ".");
        }
    }

    private void lost(Anchor anchor, long size, LogFacts.Epoch epoch) {
        boolean declared = size <= epoch.act().lostTo();
        findings.add(
                declared ? LogFinding.ANCHOR_LOST : LogFinding.SHORTENED,
                anchor.where(),
                "The anchor saw " + size + " acts; the restore of act " + epoch.from() + " kept " + epoch.from()
                        + (declared ? " and says which are lost." : " and does not say that so many are lost."));
    }
}
