package se.sigill.core.log;

/**
 * Acts are in the log, durably.
 *
 * @param first index of the first of them
 * @param count how many; their indexes follow each other
 * @param head a head that covers them; it may cover acts of others as well
 * @param shipped whether the second copy has them
 */
public record Appended(long first, int count, Head head, Shipped shipped) {
    /** What is known of the second copy. */
    public enum Shipped {
        /** Nobody asked. */
        NOT_ASKED,
        /** There is none. */
        NOT_CONFIGURED,
        /** It has them. */
        DONE,
        /** It had them not when the time was over: the acts stand, and the user must be told that the copy is late. */
        LATE
    }

    /** The index after the last one. */
    public long next() {
        return first + count;
    }
}
