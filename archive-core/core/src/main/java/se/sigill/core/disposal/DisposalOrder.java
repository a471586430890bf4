package se.sigill.core.disposal;

import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

/**
 * An order to dispose of one record.
 *
 * @param first who carries it out
 * @param second who has looked at it too; never the same person
 * @param authority the disposal authority (gallringsbeslut) it rests on, as it is cited
 * @param reason why now, in a few words; it stays when the record is gone, so it names nobody
 */
public record DisposalOrder(RecordId record, Actor first, Actor second, String authority, String reason) {}
