package se.sigill.core.seal;

import se.sigill.core.record.RecordId;

/**
 * A file that is to be sealed.
 *
 * @param version of the object in which the file was added, 1 or more
 * @param path below the version's {@code content/}, for example {@code metadata/record.json}
 * @param sizeBytes its length
 * @param sha256 of its bytes, hexadecimal in lower case, as is {@code sha512}
 */
public record SealItem(RecordId record, int version, String path, long sizeBytes, String sha256, String sha512) {
    /** How the leaf names the file: {@code <record>/v<version>/<path>}. */
    public String reference() {
        return reference(record, version, path);
    }

    public static String reference(RecordId record, int version, String path) {
        return record.value() + "/v" + version + "/" + path;
    }
}
