package se.sigill.ingest.renew;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;

/**
 * A record that may want a rendition.
 *
 * @param record as of its newest committed version
 * @param gaps those of this record that are open
 * @param accepted those that a person has answered for: they are not opened again
 */
public record Candidate(RecordDescription record, List<OpenGap> gaps, Set<AcceptedGap> accepted) {
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

    /** A gap that stands as it is. @param where as in the act that opened it */
    public record AcceptedGap(String code, String where) {}

    public Candidate {
        gaps = List.copyOf(gaps);
        accepted = Set.copyOf(accepted);
    }

    /** The open gaps at a place. */
    List<OpenGap> openAt(String place) {
        return gaps.stream().filter(gap -> gap.where().equals(place)).toList();
    }

    /** The codes of the gaps at a place that are open or were accepted. */
    Set<String> told(String place) {
        return Stream.concat(
                        openAt(place).stream().map(OpenGap::code),
                        accepted.stream()
                                .filter(gap -> gap.where().equals(place))
                                .map(AcceptedGap::code))
                .collect(Collectors.toSet());
    }

    /** Whether the record has a rendition of this role. @param of as in {@code FileFact} */
    boolean has(FileRole role, String of) {
        return record.files().stream()
                .anyMatch(file -> file.role() == role && file.of().equals(of));
    }
}
