package se.sigill.ingest.pipeline;

import se.sigill.formats.Extraction;

/** Stage 2: identified and read, or not, which the findings of the extraction say. */
public record Extracted(Received from, Extraction extraction) {}
