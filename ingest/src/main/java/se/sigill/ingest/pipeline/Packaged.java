package se.sigill.ingest.pipeline;

import se.sigill.core.archive.NewVersion;

/**
 * Stage 3: all that the archive needs to seal it.
 *
 * @param item the path in the delivery
 */
public record Packaged(String item, NewVersion version) {}
