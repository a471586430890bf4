package se.sigill.core.catalogue;

import java.time.Instant;

/** A round of checking that ended. */
public record AuditRound(long act, Instant at, String round, long objects, long files, long bytes, long faults) {}
