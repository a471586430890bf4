package se.sigill.engines.droid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.byteseek.io.reader.WindowReader;
import net.byteseek.io.reader.windows.Window;
import org.jspecify.annotations.Nullable;
import se.sigill.engines.part.BytePairs;
import uk.gov.nationalarchives.droid.core.signature.ByteReader;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignature;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignatureCollection;

/**
 * DROID's signatures, of which only those are tried that may match: a small file lacks some pair of bytes of nearly
 * every one, and one look at its bytes tells. The answer is the same, in the same order.
 */
final class SiftedSignatures extends InternalSignatureCollection {
    /** A larger file has most pairs there are, wherever it comes from. */
    private static final long SIFTED_BYTES_MAX = 256 << 10;

    private final List<AnchorPairs> anchors = new ArrayList<>();

    /** @param signatures prepared for use and in their order */
    SiftedSignatures(List<InternalSignature> signatures) {
        for (InternalSignature signature : signatures) {
            addInternalSignature(signature);
            anchors.add(AnchorPairs.of(signature));
        }
    }

    @Override
    public List<InternalSignature> getMatchingSignatures(ByteReader file, long bytesMax) {
        if (file.getNumBytes() > SIFTED_BYTES_MAX) {
            return super.getMatchingSignatures(file, bytesMax);
        }
        BytePairs pairs;
        try {
            pairs = BytePairs.of(to -> read(file.getWindowReader(), to));
        } catch (IOException e) {
            // DROID will meet the same, and knows what to make of it.
            return super.getMatchingSignatures(file, bytesMax);
        }
        List<InternalSignature> matching = new ArrayList<>();
        List<InternalSignature> all = getInternalSignatures();
        for (int i = 0; i < all.size() && file.getNumBytes() > 0; i++) {
            if (anchors.get(i).mayMatch(pairs) && all.get(i).matches(file, bytesMax)) {
                matching.add(all.get(i));
            }
        }
        return matching;
    }

    private static void read(WindowReader file, BytePairs to) throws IOException {
        @Nullable Window window = file.getWindow(0);
        while (window != null && window.length() > 0) {
            to.add(window.getArray(), window.length());
            window = file.getWindow(window.getNextWindowPosition());
        }
    }
}
