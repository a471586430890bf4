package se.sigill.core.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The adopted information plan: its classes by code. Immutable; {@link #NONE} opens nothing. */
public final class InformationPlan {
    public static final InformationPlan NONE = new InformationPlan("none", List.of());

    private final String version;
    private final Map<String, PlanClass> classes = new TreeMap<>();

    /**
     * @param version the name under which the plan was adopted
     * @throws IllegalArgumentException if two classes have one code
     */
    public InformationPlan(String version, Collection<PlanClass> classes) {
        this.version = version;
        for (PlanClass c : classes) {
            if (this.classes.putIfAbsent(c.code().strip(), c) != null) {
                throw new IllegalArgumentException("two classes have the code " + c.code());
            }
        }
    }

    public String version() {
        return version;
    }

    public Collection<PlanClass> all() {
        return List.copyOf(classes.values());
    }

    /** The class with exactly this code; a child never takes the openness of its parent. */
    public Optional<PlanClass> find(String code) {
        return Optional.ofNullable(classes.get(code.strip()));
    }

    /** What the plan says of a record with the given class code; an empty code is no class. */
    public Classification classify(String code) {
        if (code.isBlank()) {
            return new Classification.None();
        }
        return find(code)
                .<Classification>map(c -> new Classification.InPlan(c, version))
                .orElseGet(() -> new Classification.NotInPlan(code));
    }
}
