package se.sigill.core.project;

import java.util.List;

/** Something computed from the acts: a database, an index, a count. May be deleted at any time and made anew. */
public interface Projection {
    /** The name, unique among the projections of an archive, for example {@code catalogue}. */
    String name();

    /** The index of the first act that is not taken in; 0 for an empty projection. */
    long cursor();

    /** A round begins: what a disk stopped that was full tries again, and its cursor may go back for that. */
    default void resume() {}

    /**
     * Takes in acts and moves the cursor, both or neither.
     *
     * @param acts in order, from the present cursor on; gaps between indices are erased acts
     * @param nextCursor the cursor afterwards, greater than the present one
     */
    void apply(List<IndexedAct> acts, long nextCursor);

    /**
     * Does beforehand what needs neither data nor cursor of this projection, on another thread and while the acts
     * before these are still being taken in.
     *
     * @return does the rest: the same as {@link #apply}
     */
    default Runnable prepare(List<IndexedAct> acts, long nextCursor) {
        return () -> apply(acts, nextCursor);
    }

    /**
     * A chance for an empty projection to make itself at once, from what stands before it in the projector's list and
     * has been brought to {@code end} already. What it leaves undone comes act by act.
     *
     * @param end the cursor to reach; or the cursor stays at 0
     */
    default void leap(long end) {}

    /** Empties the projection and sets the cursor to 0. */
    void reset();
}
