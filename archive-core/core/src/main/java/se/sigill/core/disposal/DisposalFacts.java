package se.sigill.core.disposal;

import java.time.LocalDate;
import java.util.List;
import se.sigill.core.access.Classification;
import se.sigill.core.record.RecordId;

/**
 * What decides whether a record may be disposed of.
 *
 * @param classification what the adopted plan says of it
 * @param holds all, lifted ones included
 * @param clockStart the day from which the retention period counts
 * @param restoreNotAccepted whether a restore lost acts and nobody has answered for it: a hold may be among them
 * @param requested whether somebody has asked for it and the request, or an appeal, is open
 */
public record DisposalFacts(
        RecordId record,
        Classification classification,
        List<Hold> holds,
        LocalDate clockStart,
        boolean restoreNotAccepted,
        boolean requested) {
    public DisposalFacts {
        holds = List.copyOf(holds);
    }
}
