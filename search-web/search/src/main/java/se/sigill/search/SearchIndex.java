package se.sigill.search;

import java.util.Collection;
import java.util.List;
import se.sigill.core.finding.Finding;

/**
 * An index that one projector writes and anybody searches. Writing methods may be called by several threads; they
 * become visible to searches in this process at {@link #refresh()} and durable at {@link #commit}. A stop between the
 * two loses what was not committed, and the cursor with it, so that it is projected again. A disk that refuses is a
 * {@link se.sigill.core.ArchiveException.StorageFailed}: the index then takes nothing more until {@link #revive}.
 */
public interface SearchIndex extends SearchReader {

    /**
     * Adds documents, each replacing the one with the same id. Returns a finding for each text that was too long to be
     * indexed whole (its beginning is).
     */
    List<Finding> put(Collection<IndexDocument> documents);

    /** Removes documents; an unknown id is no error. */
    void delete(Collection<String> ids);

    /** Makes everything since the last commit visible to searches in this process. Not durable. */
    void refresh();

    /** Makes data and cursor durable in one step and visible to searches. Costs fsyncs: group what you commit. */
    void commit(IndexCursor cursor);

    /**
     * Moves the cursor past what is nothing to the index, at once and without an fsync. Not durable: after a stop it is
     * passed again.
     */
    void pass(IndexCursor cursor);

    /**
     * Rewrites every segment that holds a deleted document and commits, so that no byte of what was deleted is left in
     * the index. Keeps the cursor. Takes time in proportion to the segments it touches; others may write meanwhile, and
     * what they delete is for the next time.
     */
    void expungeDeletes();

    /** Removes everything and sets the cursor to {@link IndexCursor#START}, durably. */
    void clear();

    /**
     * Takes up writing again after the disk refused something: the index is then as it was at the last commit, with its
     * cursor. Nothing where nothing was refused. For the one who writes, before a batch and never amid one: what was
     * put before the refusal is gone.
     */
    void revive();
}
