package se.sigill.core.catalogue;

import java.time.Instant;

/**
 * Reference data in force: the latest document of a kind and name.
 *
 * @param act the index of the act that adopted it
 * @param document the document itself, as text
 * @param sha256 of the document's bytes as adopted, hexadecimal
 */
public record Adoption(
        long act, String kind, String name, String version, String sha256, String document, Instant at, String actor) {}
