package se.sigill.core.check;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/** Records of a stretch one after the other, as long as they are old enough. One thread at a time. */
final class Stretch implements Supplier<Optional<Due>> {
    private final RoundFacts facts;
    private final Iterator<Due> left;
    private final Ages ages;
    private long reached;
    private boolean empty;
    private boolean young;

    Stretch(RoundFacts facts, Ages ages) {
        this.facts = facts;
        this.left = facts.inOrder().iterator();
        this.ages = ages;
    }

    @Override
    public Optional<Due> get() {
        if (empty) {
            return Optional.empty();
        }
        Optional<Due> next = left.hasNext() ? Optional.of(left.next()) : Optional.empty();
        young = next.filter(ages::isYoung).isPresent();
        empty = next.isEmpty() || young;
        if (!empty) {
            reached = next.map(Due::position).orElse(0L) + 1;
        } else if (!young) {
            reached = facts.to();
        }
        return empty ? Optional.empty() : next;
    }

    /** Nothing is left, or nothing that is old enough. */
    boolean isEmpty() {
        return empty;
    }

    /** The next one, and so all behind it, was checked of late. */
    boolean isYoung() {
        return young;
    }

    /** Everything before that index was handed out. */
    long reached() {
        return reached;
    }
}
