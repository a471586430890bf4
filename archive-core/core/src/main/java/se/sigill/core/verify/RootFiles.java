package se.sigill.core.verify;

import java.nio.charset.StandardCharsets;

/** The bytes of the files in a storage root, as docs/formats/package.md fixes them. */
final class RootFiles {
    private static final String LAYOUT = """
            {
              "extension": "0004-hashed-n-tuple-storage-layout",
              "description": "SHA-256 of the object id, two tuples of two digits, then the whole digest"
            }
            """;
    private static final String CONFIG = """
            {
              "extensionName": "0004-hashed-n-tuple-storage-layout",
              "digestAlgorithm": "sha256",
              "tupleSize": 2,
              "numberOfTuples": 2,
              "shortObjectRoot": false
            }
            """;

    private RootFiles() {}

    static byte[] bytes(String name) {
        return (name.equals("ocfl_layout.json") ? LAYOUT : CONFIG).getBytes(StandardCharsets.UTF_8);
    }
}
