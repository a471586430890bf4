package se.sigill.core.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import se.sigill.core.finding.Finding;

/**
 * A file with the wrong bytes. Held back until all are known: only then one sees which were swapped.
 *
 * @param expected its SHA-512 as sealed
 * @param actual its SHA-512 now
 * @param sizeBytes its size now
 * @param sealedBytes its size when it was sealed, if that is known
 */
public record Mismatch(String where, String expected, String actual, long sizeBytes, OptionalLong sealedBytes) {

    /** What the mismatches mean, one finding each, in their order. */
    public static List<Finding> findings(Collection<Mismatch> all) {
        Map<String, String> whereByExpected = new HashMap<>();
        all.forEach(m -> whereByExpected.put(m.expected(), m.where()));
        List<Finding> findings = new ArrayList<>(all.size());
        for (Mismatch m : all) {
            String other = whereByExpected.get(m.actual());
            if (other != null) {
                findings.add(Finding.of(VerifyFinding.FILE_SWAPPED, m.where(), "the file has the bytes of " + other));
            } else if (m.sizeBytes() == 0 || m.sizeBytes() < m.sealedBytes().orElse(0)) {
                String sealed = m.sealedBytes().isPresent()
                        ? Long.toString(m.sealedBytes().getAsLong())
                        : "more";
                findings.add(Finding.of(
                        VerifyFinding.FILE_TRUNCATED,
                        m.where(),
                        "the file has " + m.sizeBytes() + " bytes, it was sealed with " + sealed));
            } else {
                findings.add(
                        Finding.of(VerifyFinding.FILE_CHANGED, m.where(), "the bytes are not those that were sealed"));
            }
        }
        return findings;
    }
}
