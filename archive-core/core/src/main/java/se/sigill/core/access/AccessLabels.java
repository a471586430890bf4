package se.sigill.core.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * Few opaque words by which an index filters: a record is found by its words if its labels and the viewer's share one.
 *
 * <p>The labels say the same as {@link Access#rights} says of content (a property test compares them). An index stores
 * {@link #of} per record and asks with {@link #readableBy}. Labels hold until {@link Access#nextChange} (a property
 * test as well): from that day on they may let somebody read too much, so an index whose labels are of an earlier day
 * is not asked before those are made anew. An act makes them anew as well.
 */
public final class AccessLabels {
    private static final String OPEN = "open";
    private static final String OPERATOR = "operator";
    private static final String UNDECIDED = "undecided:";

    private AccessLabels() {}

    /** The labels of a record on the given day; never empty. */
    public static Set<String> of(Access access, RecordFacts facts, LocalDate at) {
        Set<String> labels = new TreeSet<>();
        Openness answer = access.answer(facts, at);
        if (answer instanceof Openness.Open) {
            labels.add(OPEN);
            return labels;
        }
        boolean hidden = access.existenceSecret(facts, at);
        if (answer instanceof Openness.Restricted) {
            labels.add("restricted:" + Access.fold(facts.authority()));
        } else if (hidden) {
            labels.add("hidden:" + Access.fold(facts.authority()));
        } else {
            labels.add(UNDECIDED + Access.fold(facts.authority()));
            labels.add(OPERATOR);
        }
        for (SecrecyOverride o : facts.overrides()) {
            if (o.holds(at) && o.audience() instanceof SecrecyOverride.Audience.OfAuthority(String to)) {
                labels.add("shared:" + Access.fold(to));
            }
        }
        return labels;
    }

    /** The labels that the viewer may read. */
    public static Set<String> readableBy(Viewer viewer) {
        return switch (viewer) {
            case Viewer.Public() -> Set.of(OPEN);
            case Viewer.Operator _ -> Set.of(OPEN, OPERATOR);
            case Viewer.Staff(String authority, Viewer.Role role) -> ofStaff(Access.fold(authority), role);
        };
    }

    /** Those of the labels that records have about which nobody has decided. */
    public static Set<String> undecided(Set<String> labels) {
        Set<String> out = new TreeSet<>(labels);
        out.removeIf(label -> !label.startsWith(UNDECIDED));
        return out;
    }

    /**
     * Those of the labels that open no record restricted now and none whose existence is a secret: what may be computed
     * from words of the texts themselves and shown unasked, such as spelling.
     */
    public static Set<String> unguarded(Set<String> labels) {
        Set<String> out = new TreeSet<>(labels);
        out.removeIf(label -> !label.equals(OPEN) && !label.equals(OPERATOR) && !label.startsWith(UNDECIDED));
        return out;
    }

    private static Set<String> ofStaff(String authority, Viewer.Role role) {
        if (authority.isEmpty()) {
            return Set.of(OPEN);
        }
        String undecided = UNDECIDED + authority;
        String hidden = "hidden:" + authority;
        String shared = "shared:" + authority;
        return switch (role) {
            case ADMINISTRATOR -> Set.of(OPEN);
            case INSPECTOR -> Set.of(OPEN, shared);
            case REGISTRAR -> Set.of(OPEN, shared, undecided);
            case ARCHIVIST -> Set.of(OPEN, shared, undecided, hidden);
            case DECISION_MAKER -> Set.of(OPEN, shared, undecided, hidden, "restricted:" + authority);
        };
    }
}
