package se.sigill.core.check;

import se.sigill.core.verify.RecordFacts;

/**
 * A record to be visited.
 *
 * @param position its place in the round: index of the act that took it in, or disposed of it
 */
record Due(long position, RecordFacts facts) {}
