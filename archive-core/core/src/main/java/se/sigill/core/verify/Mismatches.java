package se.sigill.core.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files whose digest is wrong, held back until all are known: only then one sees which were swapped. */
final class Mismatches {
    /**
     * A file with the wrong bytes.
     *
     * @param sizeBytes its size now
     * @param sealedBytes its size when it was sealed, if that is known
     */
    private record Mismatch(String where, String expected, String actual, long sizeBytes, OptionalLong sealedBytes) {}

    private final List<Mismatch> all = new CopyOnWriteArrayList<>();

    void add(String where, String expected, String actual, long sizeBytes, OptionalLong sealedBytes) {
        all.add(new Mismatch(where, expected, actual, sizeBytes, sealedBytes));
    }

    void tell(FindingSink sink) {
        Map<String, String> whereByExpected = new HashMap<>();
        all.forEach(m -> whereByExpected.put(m.expected(), m.where()));
        for (Mismatch m : all) {
            String other = whereByExpected.get(m.actual());
            if (other != null) {
                sink.add(VerifyFinding.FILE_SWAPPED, m.where(), "the file has the bytes of " + other);
            } else if (m.sizeBytes() == 0 || m.sizeBytes() < m.sealedBytes().orElse(0)) {
                sink.add(
                        VerifyFinding.FILE_TRUNCATED,
                        m.where(),
                        "the file has " + m.sizeBytes() + " bytes, it was sealed with "
                                + (m.sealedBytes().isPresent() ? m.sealedBytes().getAsLong() : "more"));
            } else {
                sink.add(VerifyFinding.FILE_CHANGED, m.where(), "the bytes are not those that were sealed");
            }
        }
    }
}
