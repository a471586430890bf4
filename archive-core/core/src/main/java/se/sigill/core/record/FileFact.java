package se.sigill.core.record;

import java.util.List;

/**
 * One file of a record as of one version.
 *
 * @param path its path in the version, {@code representations/original/data/…}
 * @param name the name it was delivered under; for a rendition the name it was given
 * @param sha256 lower-case hexadecimal
 * @param sha512 lower-case hexadecimal
 * @param of for a rendition the path of the file it was made from, with {@code #part} where it was made from a part;
 *     empty for an original
 * @param madeBy for a rendition the engine and its version; empty for an original
 * @param parts the parts inside, in order; may be empty
 */
public record FileFact(
        String path,
        String name,
        FileRole role,
        long sizeBytes,
        String sha256,
        String sha512,
        FormatId format,
        String of,
        String madeBy,
        List<PartFact> parts) {
    public FileFact {
        parts = List.copyOf(parts);
    }
}
