package se.sigill.core.backup;

/**
 * How far the second copy of the log is.
 *
 * @param shipped acts it has
 * @param committed acts the log has
 * @param problem why it is behind, empty if it is not or is just catching up
 */
public record ShippingStatus(long shipped, long committed, String problem) {
    /** Acts it has not got yet. */
    public long lag() {
        return Math.max(0, committed - shipped);
    }
}
