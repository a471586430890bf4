package se.sigill.core.record;

/**
 * A part inside a file: an attachment of a mail, a member of an archive. Its bytes lie in the file, not beside it.
 *
 * @param path position in the tree of parts, as in the extracted text ({@code "1"}, {@code "2.1"})
 * @param name the name the sender gave it, made one line; may be empty
 * @param sha256 of the decoded bytes, lower-case hexadecimal; empty if it could not be decoded
 */
public record PartFact(String path, String name, FormatId format, long sizeBytes, String sha256) {}
