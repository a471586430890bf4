package se.sigill.core.project;

import java.util.List;

/** The acts up to the checkpoint, as a projector reads them. */
public interface ActSource {
    /** How many entries the checkpoint counts. */
    long size();

    /**
     * The acts with {@code from <= index < to}, in order. Erased ones are left out: a lawful disposal took their text.
     *
     * @param to at most {@link #size()}
     */
    List<IndexedAct> read(long from, long to);
}
