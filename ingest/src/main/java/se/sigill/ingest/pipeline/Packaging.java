package se.sigill.ingest.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.archive.NewFile;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.PartFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Digests;
import se.sigill.formats.Extraction;
import se.sigill.formats.Identification;
import se.sigill.formats.PartFacts;
import se.sigill.ingest.delivery.ItemDescription;
import se.sigill.ingest.spool.Manifest;
import se.sigill.ingest.spool.SpoolItem;

/** From stage 2 to stage 3: pure but for the new record's random id. */
public final class Packaging {
    private static final Set<String> MAILS = Set.of("message/rfc822", "application/vnd.ms-outlook");

    private final Clock clock;
    private final RandomGenerator random;
    private final DeliveryActs acts;
    private final String softwareVersion;

    /**
     * @param random a {@code SecureRandom} outside of tests: ids must not be guessed
     * @param zone in which a moment becomes a day
     * @param archiveAuthority marks a restriction where a delivery names no authority
     * @param softwareVersion of Sigill, for PREMIS
     */
    public Packaging(
            Clock clock, RandomGenerator random, ZoneId zone, String archiveAuthority, String softwareVersion) {
        this.clock = clock;
        this.random = random;
        this.acts = new DeliveryActs(zone, archiveAuthority);
        this.softwareVersion = softwareVersion;
    }

    public Packaged pack(Extracted read) {
        SpoolItem item = read.from().item();
        RecordId id = RecordId.random(random);
        FileFact original = original(item, read.extraction());
        RecordDescription record = describe(id, read.from().delivery(), item, original);
        Instant now = clock.instant();
        Steps steps = new Steps(now, softwareVersion, original.path());
        return new Packaged(
                item.path(),
                new NewVersion(
                        record,
                        List.of(new NewFile(original, read.from().bytes())),
                        read.extraction().text(),
                        steps.events(item, read.extraction()),
                        steps.agents(),
                        acts.of(record, read, now)));
    }

    private static FileFact original(SpoolItem item, Extraction extraction) {
        Digests digests = item.digests();
        return new FileFact(
                RecordPackage.dataPath(FileRole.ORIGINAL, SafeName.of(item.name())),
                item.name(),
                FileRole.ORIGINAL,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                format(extraction.identification()),
                "",
                "",
                parts(extraction));
    }

    private static FormatId format(Identification id) {
        return new FormatId(id.puid(), id.mime(), id.name(), id.basis());
    }

    private static List<PartFact> parts(Extraction extraction) {
        List<PartFact> parts = new ArrayList<>();
        for (PartFacts part : extraction.parts()) {
            if (!part.path().equals("0")) {
                FormatId format = new FormatId(
                        part.puid(),
                        part.mime(),
                        "",
                        extraction.identification().basis());
                parts.add(new PartFact(part.path(), part.name(), format, part.sizeBytes(), part.sha256()));
            }
        }
        return parts;
    }

    private static RecordDescription describe(RecordId id, Manifest delivery, SpoolItem item, FileFact original) {
        ItemDescription d = item.description();
        boolean isMail = item.isMail() || MAILS.contains(original.format().mime());
        Source source =
                new Source(delivery.system(), item.externalId(), delivery.delivery(), item.path(), item.envelope());
        return new RecordDescription(
                id,
                1,
                isMail ? "email" : "document",
                d.title(),
                d.diaryNumber(),
                d.date(),
                d.direction(),
                d.recordType(),
                d.authority(),
                d.counterparty(),
                d.caseNumber(),
                d.classCode(),
                source,
                delivery.receivedAt(),
                List.of(original));
    }

    /** What PREMIS says was done to the bytes. */
    private record Steps(Instant now, String softwareVersion, String path) {
        private static final String SIGILL = "sigill";

        List<Premis.Agent> agents() {
            return List.of(Premis.Agent.software(SIGILL, "Sigill", softwareVersion));
        }

        List<Premis.Event> events(SpoolItem item, Extraction extraction) {
            List<Premis.Event> events = new ArrayList<>();
            String remarks = String.join(
                    " ",
                    item.remarks().stream()
                            .map(remark -> remark.code())
                            .distinct()
                            .toList());
            events.add(event(Premis.EventType.INGESTION, "received, acknowledged and packaged", remarks));
            events.add(event(Premis.EventType.MESSAGE_DIGEST_CALCULATION, "SHA-256 and SHA-512 in one pass", ""));
            if (!item.description().checksum().isEmpty()) {
                events.add(event(Premis.EventType.FIXITY_CHECK, "compared with the checksum of the delivery", ""));
            }
            Identification id = extraction.identification();
            String basis = id.basis().isEmpty() ? "no signature" : id.basis();
            events.add(event(
                    Premis.EventType.FORMAT_IDENTIFICATION,
                    basis,
                    warnings(id.puid().isEmpty())));
            String codes = String.join(
                    " ",
                    extraction.findings().stream()
                            .filter(Gaps::isGap)
                            .map(finding -> finding.code().id())
                            .distinct()
                            .toList());
            events.add(event(Premis.EventType.METADATA_EXTRACTION, "text and metadata", codes));
            return events;
        }

        private static String warnings(boolean isUnknown) {
            return isUnknown ? "unknown format" : "";
        }

        private Premis.Event event(Premis.EventType type, String detail, String outcomeDetail) {
            return new Premis.Event(
                    type,
                    now,
                    detail,
                    outcomeDetail.isEmpty() ? "success" : "warning",
                    outcomeDetail,
                    List.of(SIGILL),
                    List.of(path));
        }
    }
}
