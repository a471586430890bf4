package se.sigill.ingest.renew;

import java.util.List;
import java.util.Optional;
import se.sigill.core.finding.Finding;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.Normalisation;
import se.sigill.ingest.pipeline.Gaps;

/**
 * What a run saw of a subject.
 *
 * @param isAsked whether an engine was asked now: then open gaps that are not among the findings are closed
 * @param findings those that are gaps
 * @param waitsFor the engine that is missing; empty if none is
 * @param made a rendition that joins the record; empty if there is none, or none better than what the record has
 */
record Look(
        Subject subject,
        boolean isAsked,
        List<Finding> findings,
        String waitsFor,
        Optional<Normalisation.Normalised> made) {
    Look {
        findings = findings.stream().filter(Gaps::isGap).toList();
    }

    /** Nothing was due. */
    static Look settled(Subject subject) {
        return new Look(subject, false, List.of(), "", Optional.empty());
    }

    /** No engine was asked, and still there is something to tell. */
    static Look found(Subject subject, Finding finding) {
        return new Look(subject, false, List.of(finding), "", Optional.empty());
    }

    static Look asked(Subject subject, List<Finding> findings) {
        return new Look(subject, true, findings, "", Optional.empty());
    }

    /** The engine whose appearance closes a gap of this finding; empty if none does. */
    String waitsFor(Finding finding) {
        return finding.code() == FormatFinding.ENGINE_MISSING ? waitsFor : "";
    }
}
