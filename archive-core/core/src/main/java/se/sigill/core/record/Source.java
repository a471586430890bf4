package se.sigill.core.record;

/**
 * Where a record came from.
 *
 * @param system the name the source system delivers under
 * @param externalId the id the source system gave it; where it gives none, {@code <delivery manifest digest>#<path>}
 * @param delivery the id of the delivery
 * @param path the path in the delivery; a message of a mailbox is {@code path#n}, n counted from 1
 * @param envelope for a message of an mbox its From_ line without the line end, else empty
 */
public record Source(String system, String externalId, String delivery, String path, String envelope) {}
