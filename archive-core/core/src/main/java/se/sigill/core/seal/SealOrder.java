package se.sigill.core.seal;

import java.util.List;

/**
 * What one period is to seal.
 *
 * @param origin of the log, the checkpoint's first line
 * @param coverage begins where the last period ends, and ends at most at the tree size of the checkpoint
 * @param checkpoint the log's checkpoint file as it is at this moment
 * @param items every file that the versions it covers added, in any order; may be empty
 */
@SuppressWarnings("ArrayRecordComponent") // a parameter object, never compared
public record SealOrder(String origin, Coverage coverage, byte[] checkpoint, List<SealItem> items) {
    /** More files must be spread over several periods: a random free place must be found fast, see evidence.md. */
    public static final int ITEMS_MAX = 499_999;

    /** @throws IllegalArgumentException if there are more than {@link #ITEMS_MAX} items */
    public SealOrder {
        items = List.copyOf(items);
        if (items.size() > ITEMS_MAX) {
            throw new IllegalArgumentException("a period takes " + ITEMS_MAX + " files, not " + items.size());
        }
    }
}
