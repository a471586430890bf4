package se.sigill.engines;

import java.io.IOException;
import se.sigill.core.json.Json;

/** Does one kind of job. Called by one thread. */
@FunctionalInterface
public interface JobHandler {

    /**
     * The answer to a job, both as {@code Wire} has them.
     *
     * @throws IOException if a file cannot be read or written
     */
    Json.Obj run(Json.Obj job) throws IOException;
}
