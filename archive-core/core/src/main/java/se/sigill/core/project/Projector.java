package se.sigill.core.project;

import java.util.List;
import se.sigill.core.ArchiveException;

/** Pulls the acts of the log into the projections. For one thread at a time. */
public final class Projector {
    /** So many acts go into one transaction: enough to hide its cost, few enough to keep memory small. */
    public static final int BATCH = 500;

    private final ActSource log;
    private final List<Projection> projections;
    private final int batch;

    public Projector(ActSource log, List<Projection> projections) {
        this(log, projections, BATCH);
    }

    Projector(ActSource log, List<Projection> projections, int batch) {
        this.log = log;
        this.projections = List.copyOf(projections);
        this.batch = batch;
    }

    /**
     * Refuses to go on if a projection knows acts that the checkpoint does not have.
     *
     * @throws ArchiveException.Damaged naming the projection, its cursor and the checkpoint's size
     */
    public void checkCursors() {
        for (Projection p : projections) {
            if (p.cursor() > log.size()) {
                throw new ArchiveException.Damaged("The projection \"" + p.name() + "\" has taken in " + p.cursor()
                        + " acts, and the checkpoint counts " + log.size()
                        + ": the log was rolled back or exchanged. Compare the checkpoint with one kept outside;"
                        + " if the log is the right one, run: sigill rebuild");
            }
        }
    }

    /**
     * Brings every projection up to the checkpoint.
     *
     * @return how many entries of the log were passed, summed over the projections
     * @throws ArchiveException.Damaged if one is ahead of the checkpoint; then none is touched
     */
    public long catchUp() {
        projections.forEach(Projection::resume);
        checkCursors();
        // One end for all: a projection that reads another must not be led past it by a commit in between.
        long end = log.size();
        long passed = 0;
        for (Projection p : projections) {
            passed += pull(p, end);
        }
        return passed;
    }

    /** Empties every projection and makes it anew from the log. @return as {@link #catchUp} */
    public long rebuild() {
        for (Projection p : projections) {
            p.reset();
        }
        return catchUp();
    }

    private long pull(Projection p, long end) {
        long begin = p.cursor();
        if (begin == 0 && end > 0) {
            p.leap(end);
        }
        long from = p.cursor();
        Ahead<Runnable> next = prepare(p, from, end);
        try {
            while (from < end) {
                Runnable rest = next.get();
                long to = until(from, end);
                next = prepare(p, to, end);
                rest.run();
                if (p.cursor() != to) {
                    throw new ArchiveException.Damaged("The projection \"" + p.name() + "\" did not move its cursor to "
                            + to + ". Run: sigill rebuild");
                }
                from = to;
            }
        } finally {
            next.close();
        }
        return end - begin;
    }

    private Ahead<Runnable> prepare(Projection p, long from, long end) {
        long to = until(from, end);
        return Ahead.begin(() -> from == to ? () -> {} : p.prepare(log.read(from, to), to));
    }

    private long until(long from, long end) {
        return Math.min(from + batch, end);
    }
}
