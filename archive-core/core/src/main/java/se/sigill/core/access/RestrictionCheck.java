package se.sigill.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.log.Act;

/**
 * What must hold before a marking becomes an act: a provision that was law on the day of the marking, a category, a
 * target, a reason and an authority (TF 2 kap. 20 §, OSL 5 kap. 5 §). All faults are reported at once.
 */
public final class RestrictionCheck {
    private final ProvisionCatalogue provisions;

    public RestrictionCheck(ProvisionCatalogue provisions) {
        this.provisions = provisions;
    }

    /**
     * The faults of a marking that somebody wants to make; empty if it may become an act.
     *
     * @param where the place the person knows: a record id, a row of a delivery
     */
    public List<Finding> check(Act.Restricted marking, LocalDate today, String where) {
        List<Finding> out = new ArrayList<>();
        checkProvision(marking, where, out);
        if (RestrictionCategory.parse(marking.category()).isEmpty()) {
            out.add(Finding.of(AccessFinding.CATEGORY_UNKNOWN, where, "the category is none of the three"));
        }
        if (!isTarget(marking.target())) {
            out.add(Finding.of(AccessFinding.TARGET_UNKNOWN, where, "the target is none of the five forms"));
        }
        if (marking.reason().isBlank()) {
            out.add(Finding.of(AccessFinding.REASON_MISSING, where, "the marking gives no reason"));
        }
        if (marking.authority().isBlank()) {
            out.add(Finding.of(AccessFinding.AUTHORITY_MISSING, where, "the marking names no authority"));
        }
        if (marking.markedOn().isAfter(today)) {
            out.add(Finding.of(AccessFinding.MARKED_IN_FUTURE, where, "the marking is dated " + marking.markedOn()));
        }
        return out;
    }

    private void checkProvision(Act.Restricted marking, String where, List<Finding> out) {
        String reference = marking.provision();
        if (!provisions.knows(reference)) {
            out.add(Finding.of(
                    AccessFinding.PROVISION_UNKNOWN,
                    where,
                    "the catalogue " + provisions.version() + " has no provision \"" + reference + "\""));
        } else if (provisions.valid(reference, marking.markedOn()).isEmpty()) {
            out.add(Finding.of(
                    AccessFinding.PROVISION_NOT_VALID, where, reference + " was no law on " + marking.markedOn()));
        }
    }

    private static boolean isTarget(String text) {
        try {
            Target.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the findings forbid the act. */
    public static boolean refuses(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }
}
