package se.sigill.core.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a record as of one version; the content of {@code metadata/record.json}. Texts that are not known
 * are empty.
 *
 * @param version of the object, from 1
 * @param kind {@code document} or {@code email}
 * @param title ärendemening or subject; never empty: the file name where nobody gave one
 * @param diaryNumber diarienummer as written, {@code KS 2026/123}
 * @param date of the record (received, dispatched or drawn up): ISO 8601 date or empty
 * @param recordType handlingstyp, in the words of the delivery
 * @param authority records creator, in the words of the delivery
 * @param classCode class of the information plan
 * @param receivedAt when the delivery was acknowledged, UTC
 * @param files the original first; later versions add renditions. Empty only where the content is gone, and all that is
 *     known comes from the act {@code Sealed}
 */
public record RecordDescription(
        RecordId id,
        int version,
        String kind,
        String title,
        String diaryNumber,
        String date,
        Direction direction,
        String recordType,
        String authority,
        String counterparty,
        String caseNumber,
        String classCode,
        Source source,
        Instant receivedAt,
        List<FileFact> files) {
    public RecordDescription {
        files = List.copyOf(files);
        if (version < 1) {
            throw new IllegalArgumentException("a version is 1 or more");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("a record has a title");
        }
    }

    /** The file as it was delivered; empty if the content of the record is gone. */
    public Optional<FileFact> original() {
        return files.stream().findFirst();
    }

    /** The same record one version later, with one more file. */
    public RecordDescription withRendition(FileFact rendition) {
        return withRenditions(List.of(rendition));
    }

    /** The same record one version later, with more files. */
    public RecordDescription withRenditions(List<FileFact> renditions) {
        List<FileFact> more = Stream.concat(files.stream(), renditions.stream()).toList();
        return new RecordDescription(
                id,
                version + 1,
                kind,
                title,
                diaryNumber,
                date,
                direction,
                recordType,
                authority,
                counterparty,
                caseNumber,
                classCode,
                source,
                receivedAt,
                more);
    }
}
