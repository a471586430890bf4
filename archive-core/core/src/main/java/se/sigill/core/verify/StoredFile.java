package se.sigill.core.verify;

import java.nio.file.Path;

/**
 * A file of an object that is there and whose bytes are to be compared.
 *
 * @param where its place as findings name it, from {@code ocfl/}
 * @param name relative to the object, {@code v1/content/…}
 * @param sha512 that the inventory names
 * @param sizeBytes as it lies there
 * @param act index of the act that sealed the version it belongs to, or -1
 */
public record StoredFile(Path path, String where, String name, String sha512, long sizeBytes, long act) {}
