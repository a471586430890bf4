package se.sigill.core.check;

/**
 * How far this run has come.
 *
 * @param at log index from which the round goes on
 * @param end log index at which it ends
 */
public record Progress(long objects, long files, long bytes, long at, long end) {}
