package se.sigill.core.verify;

import java.time.Instant;

/**
 * A version that an act committed.
 *
 * @param inventory SHA-512 of the version's inventory, hexadecimal
 * @param index of the act
 * @param at when it was committed
 */
public record VersionFact(int version, String inventory, long index, Instant at) {}
