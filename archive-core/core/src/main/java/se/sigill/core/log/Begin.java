package se.sigill.core.log;

import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.tlog.NoteSigner;

/** How a log is opened, and what of its head must hold for that. */
sealed interface Begin {
    NoteSigner signer();

    /** Acts that are written before the log is handed out; may be empty. */
    List<Act> acts();

    /** Throws if the log must not be opened in this way; nothing has been changed yet. */
    void guard(LogFolder folder, Optional<Head> head);

    /** The origin to sign under. */
    String origin(Optional<Head> head);

    /** A new log. */
    record Found(Act.Founded first, NoteSigner signer) implements Begin {
        @Override
        public List<Act> acts() {
            return List.of(first);
        }

        @Override
        public void guard(LogFolder folder, Optional<Head> head) {
            if (head.isPresent()) {
                throw new ArchiveException.Refused("There is a log at " + folder.root() + " already.");
            }
        }

        @Override
        public String origin(Optional<Head> head) {
            return Head.origin(first.archive(), 1);
        }
    }

    /** A log that goes on. */
    record Open(NoteSigner signer) implements Begin {
        @Override
        public List<Act> acts() {
            return List.of();
        }

        @Override
        public void guard(LogFolder folder, Optional<Head> head) {
            Head found = present(folder, head);
            if (found.note().verifiedBy(List.of(signer.key())).isEmpty()) {
                throw new ArchiveException.KeyTrouble("The head of the log is not signed by the log key "
                        + signer.key().idHex() + ". Use the key it was signed with; see: sigill keys show");
            }
        }

        @Override
        public String origin(Optional<Head> head) {
            return head.map(h -> h.checkpoint().origin()).orElseThrow();
        }
    }

    /** A restored log. */
    record Epoch(List<Act> acts, NoteSigner signer) implements Begin {
        public Epoch {
            acts = List.copyOf(acts);
        }

        @Override
        public void guard(LogFolder folder, Optional<Head> head) {
            present(folder, head);
        }

        @Override
        public String origin(Optional<Head> head) {
            return head.map(h -> Head.origin(h.archive(), h.epoch() + 1)).orElseThrow();
        }
    }

    private static Head present(LogFolder folder, Optional<Head> head) {
        return head.orElseThrow(() -> new ArchiveException.NoArchive(
                "There is no log at " + folder.root() + ". Make an archive with: sigill init"));
    }
}
