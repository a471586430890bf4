package se.sigill.core.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.access.Access;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.access.InformationPlan;
import se.sigill.core.access.Openness;
import se.sigill.core.access.PlanClass;
import se.sigill.core.access.ProvisionCatalogue;
import se.sigill.core.access.Rights;
import se.sigill.core.access.Viewer;

/**
 * The rules in force, and what they answer about a record of the catalogue. Immutable: make one anew after an act
 * {@code Adopted}, {@code Restored} or {@code RestoreAccepted}, or ask {@link RulesInForce}.
 *
 * <p>The plan is the union of the latest plan of every name (a board may adopt its own); a class that two of them
 * have is in none, because then nobody can say which decision counts. Of provisions only the latest document counts.
 * A document that cannot be read counts as empty: it closes.
 */
public final class AdoptedRules {
    /** The kind of an adopted information plan. */
    public static final String PLAN = "plan";
    /** The kind of an adopted provision catalogue. */
    public static final String PROVISIONS = "provisions";

    private final InformationPlan plan;
    private final Access access;

    public AdoptedRules(InformationPlan plan, Access access) {
        this.plan = plan;
        this.access = access;
    }

    /** The rules that the catalogue holds now. */
    public static AdoptedRules of(Catalogue catalogue) {
        return of(catalogue.adopted(), heldBefore(catalogue));
    }

    /** As {@link Access#Access(ProvisionCatalogue, long)} wants it. */
    static long heldBefore(Catalogue catalogue) {
        return catalogue.restorationsNotAccepted().stream()
                .mapToLong(r -> r.act() + 1)
                .max()
                .orElse(0);
    }

    static AdoptedRules of(List<Adoption> adopted, long heldBefore) {
        ProvisionCatalogue provisions = adopted.stream()
                .filter(a -> a.kind().equals(PROVISIONS))
                .max(Comparator.comparing(Adoption::act))
                .flatMap(a -> CatalogueCsv.provisions(a.name(), a.version(), a.document())
                        .value())
                .orElse(ProvisionCatalogue.EMPTY);
        return new AdoptedRules(plan(adopted), new Access(provisions, heldBefore));
    }

    private static InformationPlan plan(List<Adoption> adopted) {
        Map<String, List<PlanClass>> byCode = new HashMap<>();
        List<String> versions = new ArrayList<>();
        for (Adoption a : adopted) {
            if (a.kind().equals(PLAN)) {
                versions.add(a.version());
                CatalogueCsv.plan(a.name(), a.version(), a.document()).value().map(InformationPlan::all).stream()
                        .flatMap(classes -> classes.stream())
                        .forEach(c -> byCode.computeIfAbsent(c.code(), k -> new ArrayList<>())
                                .add(c));
            }
        }
        List<PlanClass> clear = byCode.values().stream()
                .filter(same -> same.size() == 1)
                .map(List::getFirst)
                .toList();
        return versions.isEmpty() ? InformationPlan.NONE : new InformationPlan(String.join("+", versions), clear);
    }

    public InformationPlan plan() {
        return plan;
    }

    public Access access() {
        return access;
    }

    public Openness answer(CatalogueRecord entry, LocalDate at) {
        return access.answer(entry.facts(plan), at);
    }

    public Rights rights(CatalogueRecord entry, Viewer viewer, LocalDate at) {
        return access.rights(entry.facts(plan), viewer, at);
    }

    /** Whether showing the record's content is an act of its own, as {@link Access#guarded} says. */
    public boolean guarded(CatalogueRecord entry, LocalDate at) {
        return access.guarded(entry.facts(plan), at);
    }

    /** The labels by which an index filters the record. */
    public java.util.Set<String> labels(CatalogueRecord entry, LocalDate at) {
        return AccessLabels.of(access, entry.facts(plan), at);
    }
}
