package se.sigill.core.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TlogFormatException;

/** The log keys one after the other, and who vouches for whom ({@code docs/formats/log.md} §8). */
final class KeyChain {
    private final LogFacts facts;
    private final List<NoteKey> trusted;

    KeyChain(LogFacts facts, Collection<NoteKey> trusted) {
        this.facts = facts;
        this.trusted = List.copyOf(trusted);
    }

    /** The key that a checkpoint of that size must bear. */
    Optional<NoteKey> keyAt(long size) {
        return parse(facts.keyAt(size));
    }

    /** All keys that this log has had, and the trusted ones. */
    List<NoteKey> all() {
        List<NoteKey> all = new ArrayList<>(trusted);
        facts.keys.forEach(
                use -> parse(use.key()).filter(key -> !all.contains(key)).ifPresent(all::add));
        return all;
    }

    /**
     * Whose the log is.
     *
     * @param kept the kept checkpoints that have been found right
     */
    LogReport.From from(Kept kept, FindingList findings) {
        if (trusted.isEmpty()) {
            return LogReport.From.UNKNOWN;
        }
        int last = facts.keys.size() - 1;
        for (int i = last; i >= 0; i--) {
            if (parse(facts.keys.get(i).key()).filter(trusted::contains).isPresent()) {
                return vouched(i, kept, findings) ? LogReport.From.KNOWN : LogReport.From.STRANGER;
            }
        }
        findings.add(
                LogFinding.KEY_STRANGER, "checkpoint", "No trusted key has signed this log or vouches for its key.");
        return LogReport.From.STRANGER;
    }

    /** True if each key after the trusted one was brought in under the signature of the one before it. */
    private boolean vouched(int trustedKey, Kept kept, FindingList findings) {
        for (int i = trustedKey + 1; i < facts.keys.size(); i++) {
            LogFacts.KeyUse use = facts.keys.get(i);
            Optional<NoteKey> old = parse(facts.keys.get(i - 1).key());
            boolean signed = old.isPresent()
                    && kept.note(use.from() + 1)
                            .filter(note -> !note.verifiedBy(List.of(old.get())).isEmpty())
                            .isPresent();
            if (!use.vouched() || !signed) {
                findings.add(
                        LogFinding.KEY_CHAIN,
                        "log:" + use.from(),
                        "The log key that is trusted does not vouch for the one that came after it.");
                return false;
            }
        }
        return true;
    }

    /** Kept checkpoints by size. */
    @FunctionalInterface
    interface Kept {
        Optional<SignedNote> note(long size);
    }

    private static Optional<NoteKey> parse(String text) {
        try {
            return Optional.of(NoteKey.parse(text));
        } catch (TlogFormatException e) {
            return Optional.empty();
        }
    }
}
