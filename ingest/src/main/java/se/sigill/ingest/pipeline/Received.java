package se.sigill.ingest.pipeline;

import java.nio.file.Path;
import se.sigill.formats.FileInput;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.SpoolItem;

/**
 * Stage 1: a sound item of an acknowledged delivery.
 *
 * @param bytes where they lie in the spool
 */
public record Received(Manifest delivery, SpoolItem item, Path bytes) {
    FileInput input() {
        return new FileInput(bytes, item.name());
    }
}
