package se.sigill.app.outward;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.record.RecordId;

/**
 * What rounds have found to be looked at and none has looked at yet: some records, or all there are. In memory alone;
 * what stands on disk moves on when this is empty, so that after a stop it is found anew. For one thread.
 */
final class Agenda {
    private final LinkedHashSet<RecordId> records = new LinkedHashSet<>();
    /** Of these there is something new that makes no difference to what is told of them otherwise. */
    private final LinkedHashSet<RecordId> anew = new LinkedHashSet<>();
    /** The last of them that were taken. */
    private final Set<RecordId> taken = new HashSet<>();

    private Optional<Sweep> sweep = Optional.empty();
    private long cursor;
    private String day;

    /** Nothing is found yet. @param cursor index of the first act that nobody looked at */
    Agenda(long cursor, String day) {
        this.cursor = cursor;
        this.day = day;
    }

    /** One way through all records, in the order of their ids. */
    static final class Sweep {
        private final boolean byRules;
        private final Set<String> unseen;
        private String after = "";

        private Sweep(boolean byRules, Collection<String> told) {
            this.byRules = byRules;
            this.unseen = new HashSet<>(told);
        }

        /** The last one seen. */
        String after() {
            return after;
        }

        void saw(String id) {
            unseen.remove(id);
            after = id;
        }

        /** What was told of and has not been seen: at the end, what is there no more. */
        List<String> unseen() {
            return List.copyOf(unseen);
        }
    }

    long cursor() {
        return cursor;
    }

    String day() {
        return day;
    }

    /** Everything up to here was looked at or stands here. */
    void at(long nextCursor, String now) {
        cursor = nextCursor;
        day = now;
    }

    void add(Collection<RecordId> more) {
        records.addAll(more);
    }

    /** These are told again even where nothing else has changed; whatever else there is goes first or in between. */
    void addAnew(Collection<RecordId> more) {
        anew.addAll(more);
    }

    /** Begins a way through all, from the beginning even amid one. @param byRules an act has changed the rules */
    void sweep(boolean byRules, Collection<String> told) {
        boolean earlier = sweep.filter(one -> one.byRules).isPresent();
        sweep = Optional.of(new Sweep(byRules || earlier, told));
    }

    Optional<Sweep> sweep() {
        return sweep;
    }

    void endSweep() {
        sweep = Optional.empty();
    }

    /** Whether a record may be shown yet that the rules have closed. */
    boolean owes() {
        return sweep.filter(one -> one.byRules).isPresent();
    }

    /** The next records, which are then done. */
    List<RecordId> take(int atMost) {
        return take(records, atMost);
    }

    /** The next of those that are told again, which are then done. */
    List<RecordId> takeAnew(int atMost) {
        taken.clear();
        taken.addAll(take(anew, atMost));
        return List.copyOf(taken);
    }

    private static List<RecordId> take(Collection<RecordId> from, int atMost) {
        List<RecordId> some = new ArrayList<>();
        Iterator<RecordId> all = from.iterator();
        while (some.size() < atMost && all.hasNext()) {
            some.add(all.next());
            all.remove();
        }
        return some;
    }

    /** Whether it is to be told again although the same; asked once. */
    boolean isAnew(RecordId id) {
        boolean waiting = anew.remove(id);
        return taken.remove(id) || waiting;
    }

    boolean isEmpty() {
        return records.isEmpty() && anew.isEmpty() && sweep.isEmpty();
    }
}
