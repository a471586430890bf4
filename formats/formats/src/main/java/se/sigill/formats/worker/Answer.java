package se.sigill.formats.worker;

import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;

/** What came of a job given to a worker. */
sealed interface Answer {

    /** The worker's answer. */
    record Done(Json.Obj result) implements Answer {}

    /** There is no answer; the finding says why. */
    record Failed(Finding finding) implements Answer {}
}
