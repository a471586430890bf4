package se.sigill.core.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import se.sigill.core.access.Assessment;
import se.sigill.core.access.Openness;
import se.sigill.core.access.Restriction;
import se.sigill.core.access.SecrecyOverride;
import se.sigill.core.disposal.Hold;
import se.sigill.core.json.Json;
import se.sigill.core.record.RecordJson;

/**
 * Everything the catalogue knows, one JSON object a record, by id: {@code sigill export --json}. The same acts give the
 * same bytes, whether the catalogue grew with the archive or was rebuilt.
 */
public final class CatalogueExport {
    private final Catalogue catalogue;
    private final AdoptedRules rules;
    private final LocalDate at;

    /** @param at the day for which openness is answered */
    public CatalogueExport(Catalogue catalogue, AdoptedRules rules, LocalDate at) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.at = at;
    }

    /** Hands over every record's line as a value, in order. @return how many */
    public long forEach(Consumer<Json> line) {
        return forEach(_ -> true, line);
    }

    /** The same for those that pass, as of those whose metadata somebody may see. */
    public long forEach(Predicate<CatalogueRecord> passing, Consumer<Json> line) {
        long count = 0;
        List<CatalogueRecord> page = catalogue.page("", Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            for (CatalogueRecord entry : page) {
                if (passing.test(entry)) {
                    line.accept(line(entry));
                    count++;
                }
            }
            page = catalogue.page(page.getLast().id().value(), Catalogue.PAGE_MAX);
        }
        return count;
    }

    /** The line of one record. */
    public Json line(CatalogueRecord entry) {
        return Json.object()
                .with("id", entry.id().value())
                .with("answer", answer(rules.answer(entry, at)))
                .with("authority", entry.authority())
                .with("classCode", entry.classCode())
                .with("description", RecordJson.toJson(entry.description()))
                .with("versions", array(entry.versions(), Version::toJson))
                .with("gaps", array(entry.gaps(), Gap::toJson))
                .with("holds", array(entry.holds(), Hold::toJson))
                .with("restrictions", array(entry.restrictions(), this::restriction))
                .with("assessments", array(entry.assessments(), CatalogueExport::assessment))
                .with("overrides", array(entry.overrides(), CatalogueExport::override));
    }

    private static <T> Json array(List<T> items, java.util.function.Function<T, Json> form) {
        return Json.array(items.stream().map(form).toList());
    }

    /** The answer as a value: the word, and by what or why. */
    public static Json answer(Openness answer) {
        Json.Obj json = Json.object().with("openness", answer.word());
        return switch (answer) {
            case Openness.Open open -> json.with("by", basis(open.basis())).with("publishable", open.publishable());
            case Openness.Restricted restricted ->
                json.with("grounds", array(restricted.grounds(), CatalogueExport::ground));
            case Openness.Undecided undecided ->
                json.with("why", undecided.why().word());
        };
    }

    private static Json basis(Openness.Basis basis) {
        return switch (basis) {
            case Openness.Basis.ByClass c ->
                Json.object()
                        .with("class", c.code())
                        .with("decidedBy", c.decidedBy())
                        .with("decidedOn", c.decidedOn().toString())
                        .with("plan", c.planVersion());
            case Openness.Basis.ByAssessment a ->
                Json.object().with("assessment", a.assessment().act());
        };
    }

    private static Json ground(Openness.Ground g) {
        Json.Obj json = Json.object()
                .with("restriction", g.restriction().act())
                .with("provision", g.restriction().provision())
                .with("harmTest", g.harmTest().word());
        return g.ends().equals(LocalDate.MAX)
                ? json
                : json.with("ends", g.ends().toString());
    }

    private Json restriction(Restriction r) {
        Json.Obj json = Json.object()
                .with("act", r.act())
                .with("target", r.target().text())
                .with("category", r.category().word())
                .with("provision", r.provision())
                .with("reason", r.reason())
                .with("authority", r.authority())
                .with("markedBy", r.markedBy())
                .with("markedOn", r.markedOn().toString())
                .with("clockStart", r.clockStart().toString())
                .with("existenceSecret", r.existenceSecret());
        return r.lifted() ? json.with("liftedBy", r.liftedBy()) : json;
    }

    private static Json assessment(Assessment a) {
        return Json.object()
                .with("act", a.act())
                .with("open", a.open())
                .with("publishable", a.publishable())
                .with("assessedBy", a.assessedBy())
                .with("assessedOn", a.assessedOn().toString())
                .with("reason", a.reason());
    }

    private static Json override(SecrecyOverride o) {
        return Json.object()
                .with("act", o.act())
                .with("provision", o.provision())
                .with("reason", o.reason())
                .with("audience", o.audience().text())
                .with("grantedBy", o.grantedBy())
                .with("from", o.from().toString())
                .with("until", o.until().toString());
    }
}
