package se.sigill.core.log;

import se.sigill.core.tlog.SignedNote;

/**
 * A checkpoint that was kept outside the archive: on a receipt, in a letter, by a source system.
 *
 * @param where the place it comes from, as the reader knows it; findings name it
 */
public record Anchor(String where, SignedNote note) {}
