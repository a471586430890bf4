package se.sigill.ingest.renew;

import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;

/** What became of a candidate. */
public sealed interface Renewed {
    RecordId record();

    /** A further version has renditions. @param role which all of them have */
    record Added(RecordId record, int version, FileRole role) implements Renewed {}

    /** A gap was opened. @param code id of its finding */
    record Gap(RecordId record, String code) implements Renewed {}

    /** Nothing was due, or nothing new could be made. @param why one sentence without personal data */
    record Unchanged(RecordId record, String why) implements Renewed {}

    /** The machine, not the record, stood in the way; the next run tries again. @param why as above */
    record Failed(RecordId record, String why) implements Renewed {}
}
