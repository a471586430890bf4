package se.sigill.core.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import se.sigill.core.verify.VersionFact;

/** Since when objects are known to be sound: their last check, or else the day they were taken in. */
record Ages(List<Tally.Segment> before, Optional<Instant> notSince) {
    /** Known to be sound later than asked for: so is everything behind it, and the run may end. */
    boolean isYoung(Due due) {
        return notSince.isPresent() && knownAt(due).isAfter(notSince.get());
    }

    private Instant knownAt(Due due) {
        return before.stream()
                .filter(segment -> due.position() < segment.to())
                .findFirst()
                .map(Tally.Segment::at)
                .orElseGet(() -> due.facts().versions().stream()
                        .findFirst()
                        .map(VersionFact::at)
                        .orElse(Instant.MIN));
    }
}
