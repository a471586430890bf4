package se.sigill.ingest.spool;

/**
 * What a receipt says of the archive, so that the source system becomes a witness.
 *
 * @param checkpoint the log's signed checkpoint, as text
 * @param sealFingerprint SHA-256 of the seal certificate, hexadecimal
 */
public record Witness(String checkpoint, String sealFingerprint) {}
