package se.sigill.core.project;

import java.util.ArrayList;
import java.util.List;
import se.sigill.core.log.Act;

/** A log in memory that forgets what is erased. */
public final class MemoryLog implements ActSource {
    private final List<IndexedAct> acts = new ArrayList<>();
    private long size;

    /** Appends an act and returns its index. */
    public long append(Act act) {
        acts.add(new IndexedAct(size, act));
        return size++;
    }

    /** Erases every act about the record of the given disposal but the disposal itself. */
    public void erase(Act.Disposed disposal) {
        acts.removeIf(e -> e.act() instanceof Act.OfRecord a
                && a.record().equals(disposal.record())
                && !(a instanceof Act.Disposed));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<IndexedAct> read(long from, long to) {
        return acts.stream().filter(e -> e.index() >= from && e.index() < to).toList();
    }
}
