package se.sigill.ingest.renew;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.archive.NewFile;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.disk.Durable;
import se.sigill.core.log.Act;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Digests;
import se.sigill.core.text.ExtractedText;
import se.sigill.formats.Normalisation;

/**
 * Packs renditions into versions: one version for all of a role and a format, so that a mail with ten attachments gets
 * one version more and not ten.
 */
final class RenditionVersions {
    private static final String SIGILL = "sigill";

    private final RenewSettings settings;

    RenditionVersions(RenewSettings settings) {
        this.settings = settings;
    }

    /** A rendition and what is known of it. */
    private record Made(FileFact fact, Normalisation.Normalised by) {}

    /** What the renditions of one version have in common, and its act names. */
    private record Kind(FileRole role, String puid) {}

    /**
     * The versions that take in what was made, one after the other.
     *
     * @param alongside become true with the first of them
     */
    List<NewVersion> of(RecordDescription record, List<Look> looks, List<Act.OfRecord> alongside) throws IOException {
        Map<Kind, List<Made>> kinds = new LinkedHashMap<>();
        for (Look look : looks) {
            if (look.made().isPresent()) {
                Normalisation.Normalised by = look.made().get();
                Durable.force(by.rendition());
                Made made = new Made(fact(record, look.subject(), by), by);
                kinds.computeIfAbsent(new Kind(made.fact().role(), by.puid()), kind -> new ArrayList<>())
                        .add(made);
            }
        }
        List<NewVersion> versions = new ArrayList<>();
        RecordDescription before = record;
        for (List<Made> made : kinds.values()) {
            NewVersion version = version(before, made, versions.isEmpty() ? alongside : List.of());
            versions.add(version);
            before = version.description();
        }
        return versions;
    }

    private NewVersion version(RecordDescription before, List<Made> made, List<Act.OfRecord> alongside) {
        Instant now = settings.clock().instant();
        List<NewFile> files = new ArrayList<>();
        List<Premis.Event> events = new ArrayList<>();
        Set<Premis.Agent> agents = new LinkedHashSet<>();
        agents.add(Premis.Agent.software(SIGILL, "Sigill", settings.softwareVersion()));
        String original = before.original().orElseThrow().path();
        for (Made each : made) {
            files.add(new NewFile(each.fact(), each.by().rendition()));
            events.addAll(events(each, original, now));
            String engine = each.by().madeBy();
            agents.add(Premis.Agent.software(engine, engine, ""));
        }
        return new NewVersion(
                before.withRenditions(made.stream().map(Made::fact).toList()),
                files,
                ExtractedText.EMPTY,
                events,
                List.copyOf(agents),
                alongside);
    }

    private static FileFact fact(RecordDescription record, Subject subject, Normalisation.Normalised made)
            throws IOException {
        FileFact original = record.original().orElseThrow();
        FileRole role = made.kind() == Normalisation.Kind.CONTENT ? FileRole.CONTENT : FileRole.PRESERVATION;
        String stem = original.path().substring(original.path().lastIndexOf('/') + 1);
        String file = String.valueOf(made.rendition().getFileName());
        int dot = file.lastIndexOf('.');
        String part = subject.isPart() ? ".part-" + subject.part() : "";
        String name = stem + part + (dot > 0 ? file.substring(dot) : "");
        Digests digests = Digests.of(made.rendition());
        return new FileFact(
                RecordPackage.dataPath(role, name),
                name,
                role,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                new FormatId(
                        made.puid(),
                        made.mime(),
                        made.validation().title(),
                        made.validation().engine()),
                subject.source(original),
                made.madeBy(),
                List.of());
    }

    private static List<Premis.Event> events(Made each, String original, Instant now) {
        Normalisation.Normalised made = each.by();
        String rendition = each.fact().path();
        String part = each.fact().of().substring(original.length());
        String codes = String.join(
                " ", made.findings().stream().map(f -> f.code().id()).distinct().toList());
        Premis.Event normalisation = new Premis.Event(
                Premis.EventType.NORMALIZATION,
                now,
                made.kind().word() + " rendition" + (part.isEmpty() ? "" : " of part " + part.substring(1)),
                codes.isEmpty() ? "success" : "warning",
                codes,
                List.of(SIGILL, made.madeBy()),
                List.of(original, rendition));
        Premis.Event validation = new Premis.Event(
                Premis.EventType.VALIDATION,
                now,
                made.validation().kind() + " by " + made.validation().engine(),
                "success",
                "",
                List.of(SIGILL),
                List.of(rendition));
        return List.of(normalisation, validation);
    }
}
