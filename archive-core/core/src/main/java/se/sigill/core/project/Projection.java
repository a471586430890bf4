package se.sigill.core.project;

import java.util.List;

/** Something computed from the acts: a database, an index, a count. May be deleted at any time and made anew. */
public interface Projection {
    /** The name, unique among the projections of an archive, for example {@code catalogue}. */
    String name();

    /** The index of the first act that is not taken in; 0 for an empty projection. */
    long cursor();

    /**
     * Takes in acts and moves the cursor, both or neither.
     *
     * @param acts in order, from the present cursor on; gaps between indices are erased acts
     * @param nextCursor the cursor afterwards, greater than the present one
     */
    void apply(List<IndexedAct> acts, long nextCursor);

    /** Empties the projection and sets the cursor to 0. */
    void reset();
}
