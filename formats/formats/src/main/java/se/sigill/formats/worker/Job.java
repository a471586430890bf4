package se.sigill.formats.worker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A job on its way.
 *
 * @param body the frame, JSON
 * @param where the name of the file, for findings
 * @param limit from when the worker can begin with it
 * @param again whether it killed a worker before
 */
record Job(String body, String where, Duration limit, boolean again, CompletableFuture<Answer> answer) {

    Job secondTry() {
        return new Job(body, where, limit, true, answer);
    }
}
