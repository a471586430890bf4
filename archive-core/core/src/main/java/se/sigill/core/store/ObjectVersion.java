package se.sigill.core.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.sigill.core.record.RecordId;

/**
 * A version of an object to be put into the store.
 *
 * @param version from 1, without gaps
 * @param created UTC; kept in whole milliseconds
 * @param message why this version was made, one line without personal data: {@code taken in}, {@code rendition added}
 * @param files version 1: all files. Later: those that are new or replace a file of the same path; all others stand as
 *     they were
 */
public record ObjectVersion(RecordId id, int version, Instant created, String message, List<VersionFile> files) {
    /** More files in one version are refused: an inventory is read whole, and a record is one handling. */
    public static final int FILES_MAX = 100_000;

    public ObjectVersion {
        files = List.copyOf(files);
        created = created.truncatedTo(ChronoUnit.MILLIS);
        if (version < 1 || files.isEmpty() || files.size() > FILES_MAX || message.isBlank()) {
            throw new IllegalArgumentException(
                    "a version is 1 or more and has a message and 1 to " + FILES_MAX + " files");
        }
        Set<String> seen = new HashSet<>();
        for (VersionFile file : files) {
            if (!seen.add(file.path())) {
                throw new IllegalArgumentException("two files of " + id + " have the same path");
            }
        }
    }
}
