package se.sigill.app.request;

import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Assessment;
import se.sigill.core.access.Duty;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/**
 * What is handed out to one and is open by a person's assessment can be put on the web in the same step, so that the
 * next who wants it need not ask. Only a person with the right to open does it, and only for a whole record: a copy in
 * part is open to nobody else. What its class opens is the class's to publish.
 */
public final class WebToo {
    private final OpenArchive archive;

    public WebToo(OpenArchive archive) {
        this.archive = archive;
    }

    /** The records about to be handed out that the acting user may put on the web and that are not there. */
    public List<CatalogueRecord> of(Request request) {
        return request.due().stream()
                .filter(decision -> decision.outcome() == Outcome.WHOLE)
                .flatMap(decision -> archive.find(decision.of()).stream())
                .filter(record ->
                        assessment(record).filter(a -> !a.publishable()).isPresent())
                .filter(record -> archive.sight().has(Duty.OPEN, record))
                .toList();
    }

    /**
     * The act that puts one there. Its reason is that of the assessment and names no request: who reads it later is not
     * to be told that somebody asked.
     */
    Act.Assessed act(CatalogueRecord record) {
        return new Act.Assessed(
                archive.clock().instant(),
                archive.actor(),
                record.id(),
                true,
                true,
                assessment(record).orElseThrow().reason());
    }

    /** By which the record is open now. */
    private Optional<Assessment> assessment(CatalogueRecord record) {
        Openness answer =
                archive.rules().access().answer(record.facts(archive.rules().plan()), archive.today());
        return answer instanceof Openness.Open(Openness.Basis.ByAssessment(Assessment assessment), boolean _)
                ? Optional.of(assessment)
                : Optional.empty();
    }
}
