package se.sigill.core.aip;

import java.time.Instant;
import se.sigill.core.store.Digests;

/**
 * A file of a package as METS names it.
 *
 * @param path from the place of the METS file, with {@code /}; not encoded
 * @param mime the media type
 * @param created UTC, whole seconds
 */
public record PackageFile(String path, String mime, Digests digests, Instant created) {}
