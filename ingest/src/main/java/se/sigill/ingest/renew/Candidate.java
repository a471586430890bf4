package se.sigill.ingest.renew;

import java.util.List;
import java.util.Optional;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;

/**
 * A record that may want a rendition.
 *
 * @param record as of its newest committed version
 * @param gaps those of this record that are open
 */
public record Candidate(RecordDescription record, List<OpenGap> gaps) {
    /** Where gaps of this lane are, so that nobody mistakes them for gaps of reading. */
    public static final String PLACE = "rendition";

    /**
     * An open gap.
     *
     * @param index of its {@code GapOpened} act in the log
     * @param where as in the act
     * @param waitsFor the engine whose appearance closes it, or empty
     */
    public record OpenGap(long index, String code, String where, String waitsFor) {}

    public Candidate {
        gaps = List.copyOf(gaps);
    }

    /** The gaps this lane opened. */
    List<OpenGap> own() {
        return gaps.stream().filter(gap -> gap.where().equals(PLACE)).toList();
    }

    boolean has(FileRole role) {
        return record.files().stream().anyMatch(file -> file.role() == role);
    }

    /** The engine that is waited for; empty if none is. */
    Optional<String> awaited() {
        return own().stream()
                .map(OpenGap::waitsFor)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
