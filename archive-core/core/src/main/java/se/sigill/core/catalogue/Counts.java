package se.sigill.core.catalogue;

/**
 * How much the catalogue holds.
 *
 * @param openGaps gaps that nobody closed
 * @param holds holds that stand
 * @param restrictions restrictions that nobody lifted, lapsed ones included
 */
public record Counts(long records, long versions, long openGaps, long holds, long restrictions, long disposed) {}
