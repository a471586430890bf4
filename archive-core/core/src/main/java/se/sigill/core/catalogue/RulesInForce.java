package se.sigill.core.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules in force by a catalogue: worked out of their tables anew only when it has others. Safe for threads. */
public final class RulesInForce {
    private final Catalogue catalogue;
    private volatile @Nullable Known known;

    private record Known(List<Adoption> adopted, long heldBefore, AdoptedRules rules) {
        boolean isOf(List<Adoption> now, long held) {
            return heldBefore == held && adopted.equals(now);
        }
    }

    public RulesInForce(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** As the catalogue says at this moment. */
    public AdoptedRules now() {
        List<Adoption> adopted = catalogue.adopted();
        long heldBefore = AdoptedRules.heldBefore(catalogue);
        Known before = known;
        if (before != null && before.isOf(adopted, heldBefore)) {
            return before.rules();
        }
        AdoptedRules rules = AdoptedRules.of(adopted, heldBefore);
        known = new Known(adopted, heldBefore, rules);
        return rules;
    }
}
