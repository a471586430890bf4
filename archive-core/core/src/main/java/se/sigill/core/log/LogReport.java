package se.sigill.core.log;

import java.util.List;
import se.sigill.core.finding.Finding;

/**
 * What verification of a log came to. Whether it hangs together and whose it is are two answers.
 *
 * @param findings in the order of the log where they have a place in it; empty if all is well
 * @param size acts that the checkpoint covers, 0 if there is none
 * @param origin of the checkpoint, empty if there is none
 * @param key the log key in force, as {@code name+id+key}; empty if the acts do not name one
 * @param from whose the log is
 */
public record LogReport(List<Finding> findings, long size, String origin, String key, From from) {
    /** Whose a log is. */
    public enum From {
        /** A trusted key signed it, or vouched for the key that did. */
        KNOWN,
        /** No trusted keys were given. */
        UNKNOWN,
        /** Trusted keys were given, and none of them vouches for this log. */
        STRANGER
    }

    public LogReport {
        findings = List.copyOf(findings);
    }

    /** True if nothing that is wrong was found; warnings do not count. */
    public boolean intact() {
        return findings.stream().noneMatch(Finding::isError);
    }
}
