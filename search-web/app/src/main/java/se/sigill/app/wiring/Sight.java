package se.sigill.app.wiring;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.core.access.AccessLabels;
import se.sigill.core.access.Classification;
import se.sigill.core.access.Duty;
import se.sigill.core.access.InformationPlan;
import se.sigill.core.access.RecordFacts;
import se.sigill.core.access.Rights;
import se.sigill.core.access.Viewer;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.ingest.delivery.ItemDescription;

/**
 * What the acting user may see on one day under the rules in force. Every command that shows anything of a record asks
 * here. Immutable: read the rules once, ask for many records.
 *
 * @param viewers as whom the user sees
 * @param archiveAuthority whose is what came in and names no authority
 */
public record Sight(List<Viewer> viewers, AdoptedRules rules, LocalDate day, String archiveAuthority) {
    public Sight {
        viewers = List.copyOf(viewers);
    }

    static Sight of(User user, Catalogue catalogue, AdoptedRules rules, LocalDate day, String archiveAuthority) {
        return new Sight(user.viewers(catalogue), rules, day, archiveAuthority);
    }

    /** What the user may do with a record: the most that one of the roles allows. */
    public Rights rights(CatalogueRecord entry) {
        return rights(entry.facts(rules.plan()));
    }

    public Rights rights(RecordFacts facts) {
        return viewers.stream()
                .map(viewer -> rules.access().rights(facts, viewer, day))
                .reduce(Rights.NONE, (a, b) -> a.content() || (a.metadata() && !b.content()) || !b.exists() ? a : b);
    }

    /**
     * Whether the user may see what was said of an item that waits and is no record yet. Nobody has assessed it, so its
     * class opens nothing.
     */
    public boolean sees(ItemDescription item) {
        String authority = item.authority().isBlank() ? archiveAuthority : item.authority();
        InformationPlan plan = rules.plan();
        Classification stated = plan.classify(item.classCode());
        boolean secret = stated instanceof Classification.InPlan inPlan
                && inPlan.planClass().existenceSecret();
        return rights(RecordFacts.of(authority, secret ? stated : new Classification.None()))
                .metadata();
    }

    /** Whether it is the user's to decide so about the record. */
    public boolean has(Duty duty, CatalogueRecord entry) {
        return viewers.stream().anyMatch(viewer -> duty.isOf(viewer, entry.authority()));
    }

    /** Whether the register entry of every record is open to the user, so that nothing need be looked up. */
    public boolean seesEveryEntry() {
        return viewers.stream().anyMatch(viewer -> viewer instanceof Viewer.Operator);
    }

    /** Whether showing the record's content is an act that is committed before the bytes leave. */
    public boolean guarded(CatalogueRecord entry) {
        return rules.guarded(entry, day);
    }

    /** The index labels that the user may read; those of anyone outside if {@code asPublic}. */
    public Set<String> labels(boolean asPublic) {
        if (asPublic) {
            return AccessLabels.readableBy(new Viewer.Public());
        }
        Set<String> labels = new TreeSet<>();
        viewers.forEach(viewer -> labels.addAll(AccessLabels.readableBy(viewer)));
        return labels;
    }
}
