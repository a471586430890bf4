package se.sigill.core.log;

import java.nio.charset.StandardCharsets;
import se.sigill.core.proof.PublishedEntry;

/** Which of an archive's two logs: they lie on disk alike, and no entry or head of one passes for the other's. */
public enum LogForm {
    /** What was decided and what happened, {@code docs/formats/log.md}. */
    ARCHIVE("sigill/act/1\n", "/sigill/epoch-"),
    /** What anyone may have, {@code docs/formats/public-log.md}. */
    PUBLIC(PublishedEntry.DOMAIN, "/sigill/public/epoch-");

    private final String domain;
    private final String path;

    LogForm(String domain, String path) {
        this.domain = domain;
        this.path = path;
    }

    /** What is hashed before the salt. */
    byte[] domain() {
        return domain.getBytes(StandardCharsets.US_ASCII);
    }

    /** The origin of an epoch of this log of an archive. */
    public String origin(String archive, int epoch) {
        return archive + path + epoch;
    }
}
