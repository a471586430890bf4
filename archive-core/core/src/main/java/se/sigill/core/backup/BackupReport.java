package se.sigill.core.backup;

import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Head;

/**
 * What a backup came to.
 *
 * @param head the checkpoint the copy ends with
 * @param copied objects copied now
 * @param kept objects that were there already
 * @param disposed objects removed from the copy because they were disposed of
 * @param bytes written
 * @param findings what could not be copied; empty if all is there
 */
public record BackupReport(Head head, long copied, long kept, long disposed, long bytes, List<Finding> findings) {
    public BackupReport {
        findings = List.copyOf(findings);
    }
}
