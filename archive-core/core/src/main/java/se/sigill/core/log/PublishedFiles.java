package se.sigill.core.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.proof.PublicProof;
import se.sigill.core.proof.PublishedEntry;
import se.sigill.core.tlog.NoteKey;
import se.sigill.core.tlog.TlogProof;

/**
 * Which files stand in the public log, and why. Reads what has been added when it is asked; what it has read stays in
 * memory, two numbers a file. Not verified: that is the verifier's part. For one thread.
 */
public final class PublishedFiles {
    private final LogFolder folder;
    /** The first eight bytes of a leaf to its place; the leaf is random, and what stands at the place is compared. */
    private final Map<Long, Long> places = new HashMap<>();

    private long known;

    /** @param log {@code archive/log-public}, which may be absent */
    public PublishedFiles(Path log) {
        this.folder = new LogFolder(log, LogForm.PUBLIC);
    }

    /** The head as it is now; empty if nothing was ever cut. */
    public Optional<Head> head() {
        try {
            return folder.head();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("The checkpoint of the public log cannot be read.", e);
        }
    }

    /** Where the tiles of the log lie. */
    public Path root() {
        return folder.root();
    }

    /** Whether the file has an entry. */
    public boolean has(PublicLog.Published file) {
        return head().flatMap(head -> entry(file, head)).isPresent();
    }

    /**
     * Proves against the head as it is now, whatever is added later: its signature is looked at once.
     *
     * @param signing who signs now; a head that is not signed so yet proves nothing to who trusts that key alone
     */
    public Proving proving(PublicLog.Signing signing) {
        return new Proving(head().filter(signing::isOf), signing.signer().key());
    }

    /** One head of the log. For one thread, as the files are. */
    public final class Proving {
        private final Optional<Head> head;
        private final NoteKey key;

        private Proving(Optional<Head> head, NoteKey key) {
            this.head = head;
            this.key = key;
        }

        /** Why the file stands in the log; empty if it has no entry, or the head has another key or origin. */
        public Optional<PublicProof.Logged> proof(PublicLog.Published file) {
            return head.flatMap(at -> entry(file, at).map(entry -> logged(entry, at)));
        }

        private PublicProof.Logged logged(LogEntry.Kept entry, Head at) {
            PublishedEntry published =
                    PublishedEntry.of(entry.salt(), entry.text()).orElseThrow();
            String extra = Base64.getEncoder().encodeToString(published.bytes());
            return new PublicProof.Logged(
                    key, new TlogProof(extra, LogReader.open(folder).inclusion(entry.index(), at), at.note()));
        }
    }

    private Optional<LogEntry.Kept> entry(PublicLog.Published file, Head head) {
        readTo(head.size());
        Long place = places.get(key(file.leaf()));
        if (place == null || !(LogReader.open(folder).entry(place) instanceof LogEntry.Kept kept)) {
            return Optional.empty();
        }
        String wanted = PublishedEntry.text(file.record().value(), file.leaf());
        return kept.text().equals(wanted) ? Optional.of(kept) : Optional.empty();
    }

    private void readTo(long size) {
        if (known < size) {
            try (Stream<LogEntry> lines = LogReader.open(folder).entries(known, size)) {
                lines.forEach(entry -> published(entry).ifPresent(p -> places.put(key(p.leaf()), entry.index())));
            }
            known = size;
        }
    }

    /** What a line says; empty if it is erased. */
    static Optional<PublishedEntry> published(LogEntry entry) {
        return entry instanceof LogEntry.Kept kept ? PublishedEntry.of(kept.salt(), kept.text()) : Optional.empty();
    }

    private static long key(String leaf) {
        return Long.parseUnsignedLong(leaf, 0, 16, 16);
    }
}
