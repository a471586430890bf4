package se.sigill.core.backup;

import java.util.List;
import se.sigill.core.finding.Finding;

/**
 * What a restore came to.
 *
 * @param restored false if a copy was not sound: then nothing was written
 * @param acts how many acts of the old epoch are there
 * @param replayed how many of them came from the shipped log and not from the backup
 * @param lostTo the index after the last act known to be lost; equal to {@code acts} if none is known
 * @param held automatic releases are held until an archivist accepts the restore
 * @param objects restored
 * @param findings what is missing and what was done again
 */
public record RestoreReport(
        boolean restored, long acts, long replayed, long lostTo, boolean held, long objects, List<Finding> findings) {
    public RestoreReport {
        findings = List.copyOf(findings);
    }
}
