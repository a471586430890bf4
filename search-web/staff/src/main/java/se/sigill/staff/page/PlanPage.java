package se.sigill.staff.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.CatalogueCsv;
import se.sigill.core.access.InformationPlan;
import se.sigill.core.access.PlanClass;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.finding.Finding;
import se.sigill.look.Language;
import se.sigill.search.SearchField;
import se.sigill.search.SearchFilter;
import se.sigill.search.SearchRequest;

/**
 * Openness by class: the plan in force, and what another would change.
 *
 * @param version of the plan in force
 * @param preview of a plan that somebody has handed in; empty if nobody has
 */
public record PlanPage(
        Frame frame, String version, List<Line> classes, boolean mayAdopt, Optional<Preview> preview, String message) {
    /** A class in words. */
    public record Line(String code, String title, String openness, String decided, String outcome) {}

    /**
     * What a plan would change.
     *
     * @param refused whether it cannot be adopted
     * @param document the plan itself, to be sent again with the decision
     */
    public record Preview(
            String name, String version, boolean refused, List<Said> findings, List<Change> changes, String document) {}

    /** @param records how many records of the class the visitor may search @param opens whether it opens something */
    public record Change(String code, String title, String what, long records, boolean opens) {}

    /** Findings shown: a plan with more is not read further by anybody. */
    private static final int FINDINGS = 50;

    public static PlanPage of(Surround around, boolean mayAdopt, Optional<Preview> preview, String message) {
        Language l = around.language();
        InformationPlan plan = around.archive().rules().plan();
        return new PlanPage(
                around.frame(Place.PLAN, l.say("Öppenhet per klass", "Openness by class")),
                plan.version(),
                plan.all().stream()
                        .sorted(Comparator.comparing(PlanClass::code))
                        .map(c -> line(c, l))
                        .toList(),
                mayAdopt,
                preview,
                message);
    }

    /** What would change if the document were adopted. */
    public static Preview preview(OpenArchive archive, String name, String version, String document, Language l) {
        List<Finding> findings = new Adopting(archive).check(AdoptedRules.PLAN, name, version, document);
        boolean refused = findings.stream().anyMatch(Finding::isError);
        InformationPlan next =
                CatalogueCsv.plan(name, version, document).value().orElse(InformationPlan.NONE);
        return new Preview(
                name,
                version,
                refused,
                findings.stream()
                        .limit(FINDINGS)
                        .map(finding -> Said.of(finding, l))
                        .toList(),
                refused ? List.of() : changes(archive, next, l),
                document);
    }

    private static List<Change> changes(OpenArchive archive, InformationPlan next, Language l) {
        InformationPlan now = archive.rules().plan();
        Set<String> codes = new TreeSet<>();
        now.all().forEach(c -> codes.add(c.code()));
        next.all().forEach(c -> codes.add(c.code()));
        List<Change> changes = new ArrayList<>();
        for (String code : codes) {
            Optional<PlanClass> before = now.find(code);
            Optional<PlanClass> after = next.find(code);
            String was = before.map(c -> openness(c, l)).orElse(l.say("ingen klass", "no class"));
            String is = after.map(c -> openness(c, l)).orElse(l.say("ingen klass", "no class"));
            if (!was.equals(is)) {
                changes.add(new Change(
                        code,
                        after.or(() -> before).map(PlanClass::title).orElse(""),
                        was + " → " + is,
                        records(archive, code),
                        rank(after) > rank(before)));
            }
        }
        return changes;
    }

    /** How open: 2 on the web, 1 open, 0 not. */
    private static int rank(Optional<PlanClass> c) {
        return c.filter(each -> each.openness() == PlanClass.Rule.OPEN)
                .map(each -> each.publishable() ? 2 : 1)
                .orElse(0);
    }

    private static long records(OpenArchive archive, String code) {
        return archive.index()
                .search(new SearchRequest(
                        "",
                        List.of(new SearchFilter.Equal(SearchField.CLASS, code)),
                        archive.labels(false),
                        SearchRequest.Order.BEST,
                        1,
                        Optional.empty()))
                .total();
    }

    private static String openness(PlanClass c, Language l) {
        if (c.existenceSecret()) {
            return l.say("hemlig även att den finns", "secret even that it exists");
        }
        return switch (c.openness()) {
            case OPEN -> c.publishable() ? l.say("öppen, på webben", "open, on the web") : l.say("öppen", "open");
            case ASSESS -> l.say("prövas", "assessed");
        };
    }

    private static Line line(PlanClass c, Language l) {
        String kept =
                switch (c.outcome()) {
                    case PRESERVE -> l.say("bevaras", "preserved");
                    case DISPOSE ->
                        c.retention().isPresent()
                                ? l.say("gallras efter ", "disposed after ")
                                        + c.retentionYears()
                                        + l.say(" år", " years")
                                : l.say("gallras efter händelse", "disposed after an event");
                };
        String decided = c.openness() == PlanClass.Rule.OPEN ? c.decidedBy() + " " + c.decidedOn() : "";
        return new Line(c.code(), c.title(), openness(c, l), decided, kept);
    }
}
