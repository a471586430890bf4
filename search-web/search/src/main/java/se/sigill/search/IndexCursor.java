package se.sigill.search;

/**
 * How far a projection has come. Committed in one step with the data it speaks of.
 *
 * @param position the number of log entries that the index has taken in; 0 for a new index
 * @param note what else the projector must find again, at most {@link #NOTE_MAX} characters; may be empty
 */
public record IndexCursor(long position, String note) {
    /** A note is a digest or an epoch, no document. */
    public static final int NOTE_MAX = 4096;

    /** Where every index begins. */
    public static final IndexCursor START = new IndexCursor(0, "");

    public IndexCursor {
        if (position < 0) {
            throw new IllegalArgumentException("a cursor does not stand before the beginning");
        }
        if (note.length() > NOTE_MAX) {
            throw new IllegalArgumentException("a cursor's note is at most " + NOTE_MAX + " characters");
        }
    }
}
