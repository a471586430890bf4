package se.sigill.engines.droid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.byteseek.matcher.sequence.SequenceMatcher;
import org.jspecify.annotations.Nullable;
import se.sigill.engines.part.BytePairs;
import uk.gov.nationalarchives.droid.core.signature.droid6.ByteSequence;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignature;
import uk.gov.nationalarchives.droid.core.signature.droid6.SubSequence;

/**
 * What a file must have for a signature to match: every subsequence has an anchor, an unbroken run of bytes, which
 * stands somewhere in each file that matches. Says no only where DROID would.
 */
final class AnchorPairs {
    /** A pair with more readings than this says little and takes long to ask. */
    private static final int ALTERNATIVES_MAX = 16;

    /** All must be there; of each, one reading. */
    private final int[][] needed;

    private AnchorPairs(int[][] needed) {
        this.needed = needed;
    }

    /** @param signature prepared for use */
    static AnchorPairs of(InternalSignature signature) {
        List<int[]> needed = new ArrayList<>();
        for (ByteSequence sequence : signature.getByteSequences()) {
            for (SubSequence part : sequence.getSubSequences()) {
                add(part.getAnchorMatcher(), needed);
            }
        }
        needed.sort(Comparator.comparingInt(readings -> readings.length));
        return new AnchorPairs(needed.toArray(new int[0][]));
    }

    private static void add(@Nullable SequenceMatcher anchor, List<int[]> needed) {
        if (anchor == null) {
            return;
        }
        for (int i = 0; i + 1 < anchor.length(); i++) {
            byte[] first = anchor.getMatcherForPosition(i).getMatchingBytes();
            byte[] second = anchor.getMatcherForPosition(i + 1).getMatchingBytes();
            if (first.length * second.length <= ALTERNATIVES_MAX) {
                needed.add(readings(first, second));
            }
        }
    }

    private static int[] readings(byte[] first, byte[] second) {
        int[] readings = new int[first.length * second.length];
        int next = 0;
        for (byte a : first) {
            for (byte b : second) {
                readings[next++] = BytePairs.pair(a, b);
            }
        }
        return readings;
    }

    /** False if the signature cannot match a file that has these pairs and no others. */
    boolean mayMatch(BytePairs file) {
        return file.hasAll(needed);
    }
}
