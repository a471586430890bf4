package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.archive.NewFile;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Durable;
import se.sigill.core.text.ExtractedText;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.Normaliser;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;
import se.sigill.ingest.pipeline.Gaps;

/** What is to be done for one record, and the doing. Commits nothing. */
final class OneRendition {
    private static final Actor RENEWAL = Actor.system("making-last");
    private static final String LANGUAGE = "sv";

    private final RenewSettings settings;
    private final Normaliser normaliser;
    private final Validator validator;
    private final OriginalPlace originals;

    OneRendition(RenewSettings settings, Normaliser normaliser, Validator validator, OriginalPlace originals) {
        this.settings = settings;
        this.normaliser = normaliser;
        this.validator = validator;
        this.originals = originals;
    }

    /** @param folder its own; made here, cleared by the caller after the commit */
    Work make(Candidate candidate, Path folder) throws IOException {
        FormatId format = candidate.record().original().format();
        Optional<FormatPolicy.Rule> rule = settings.policy().get().rule(format.puid(), format.mime());
        if (rule.isEmpty()) {
            String message = "the adopted policy has no row for "
                    + (format.puid().isEmpty() ? "files of no PUID" : format.puid()) + " (" + format.mime() + ")";
            return gap(candidate, List.of(Finding.of(RenewFinding.NO_RULE, Candidate.PLACE, message)));
        }
        if (!isDue(candidate, rule.get())) {
            return Work.nothing(candidate, "nothing is due");
        }
        Files.createDirectories(folder);
        FileInput original = placed(candidate.record(), folder);
        return rule.get().action() == FormatPolicy.Action.VALIDATE
                ? validated(candidate, validator.validate(original, Validator.AS_DECLARED))
                : normalised(candidate, rule.get(), original, folder);
    }

    private boolean isDue(Candidate candidate, FormatPolicy.Rule rule) {
        if (rule.action() == FormatPolicy.Action.KEEP || rule.when() != FormatPolicy.When.AT_ONCE) {
            return false;
        }
        if (candidate.has(FileRole.PRESERVATION)) {
            return false;
        }
        if (candidate.own().isEmpty()) {
            return !candidate.has(FileRole.CONTENT);
        }
        // An open gap waits for its engine; one that waits for none waits for a person.
        return candidate.awaited().filter(settings::isThere).isPresent();
    }

    private FileInput placed(RecordDescription record, Path folder) {
        FileFact original = record.original();
        Path target = folder.resolve("original");
        if (!originals.place(record.id(), record.version(), original.path(), target)) {
            throw new ArchiveException.Damaged(
                    "record " + record.id() + " has no original file; run sigill check and restore it from a copy");
        }
        return new FileInput(target, original.name());
    }

    private Work validated(Candidate candidate, Validation validation) {
        if (validation.valid()) {
            return Work.nothing(candidate, "the original keeps the rules of its format");
        }
        if (!validation.findings().isEmpty()) {
            return gap(candidate, List.of(worded(validation)));
        }
        String message = validation.kind().isEmpty()
                ? "the file does not claim to be PDF/A: nothing promises that it looks alike elsewhere and in decades"
                        + " (asked " + validation.engine() + ")"
                : "the file is no valid " + validation.kind() + " (asked " + validation.engine() + ")";
        FormatFinding code = validation.kind().isEmpty() ? FormatFinding.NOT_LASTING : FormatFinding.INVALID;
        return gap(candidate, List.of(Finding.of(code, Candidate.PLACE, message)));
    }

    /** The validator's first finding, with what the first broken rule demands. */
    private static Finding worded(Validation validation) {
        Finding first = validation.findings().getFirst();
        String demand = validation.failures().stream()
                .map(failure -> "; " + failure.code() + " demands: " + failure.message())
                .findFirst()
                .orElse("");
        return new Finding(first.code(), first.severity(), first.where(), first.message() + demand);
    }

    private Work normalised(Candidate candidate, FormatPolicy.Rule rule, FileInput original, Path folder)
            throws IOException {
        RecordDescription record = candidate.record();
        FormatId format = record.original().format();
        Path out = Files.createDirectories(folder.resolve("out"));
        Normalisation outcome = normaliser.normalise(
                new NormaliseOrder(original, format.puid(), format.mime(), record.title(), LANGUAGE, rule, out));
        return switch (outcome) {
            case Normalisation.Kept kept ->
                kept.findings().isEmpty() ? Work.nothing(candidate, kept.reason()) : gap(candidate, kept.findings());
            case Normalisation.Refused refused -> gap(candidate, refused.findings());
            case Normalisation.Normalised made -> added(candidate, made);
        };
    }

    private Work added(Candidate candidate, Normalisation.Normalised made) throws IOException {
        FileRole role = made.kind() == Normalisation.Kind.CONTENT ? FileRole.CONTENT : FileRole.PRESERVATION;
        if (candidate.has(role)) {
            return Work.nothing(candidate, "nothing better could be made");
        }
        Durable.force(made.rendition());
        RecordDescription record = candidate.record();
        Instant now = settings.clock().instant();
        FileFact fact = fact(record, made, role);
        NewVersion version = new NewVersion(
                record.withRendition(fact),
                List.of(new NewFile(fact, made.rendition())),
                ExtractedText.EMPTY,
                events(made, record.original().path(), fact.path(), now),
                List.of(
                        Premis.Agent.software("sigill", "Sigill", settings.softwareVersion()),
                        Premis.Agent.software(made.madeBy(), made.madeBy(), "")),
                role == FileRole.PRESERVATION
                        ? closing(candidate, made, now)
                        : opening(candidate, made.findings(), now));
        return new Work(new Renewed.Added(record.id(), record.version() + 1, role), List.of(version), List.of());
    }

    private static FileFact fact(RecordDescription record, Normalisation.Normalised made, FileRole role)
            throws IOException {
        String original = record.original().path();
        String stem = original.substring(original.lastIndexOf('/') + 1);
        String file = String.valueOf(made.rendition().getFileName());
        int dot = file.lastIndexOf('.');
        String name = stem + (dot > 0 ? file.substring(dot) : "");
        Digests digests = Digests.of(made.rendition());
        return new FileFact(
                RecordPackage.dataPath(role, name),
                name,
                role,
                digests.sizeBytes(),
                digests.sha256(),
                digests.sha512(),
                new FormatId(made.puid(), made.mime(), "", made.validation().engine()),
                original,
                made.madeBy(),
                List.of());
    }

    private static List<Premis.Event> events(
            Normalisation.Normalised made, String original, String rendition, Instant now) {
        List<String> agents = List.of("sigill", made.madeBy());
        String codes = String.join(
                " ", made.findings().stream().map(f -> f.code().id()).distinct().toList());
        String outcome = codes.isEmpty() ? "success" : "warning";
        Premis.Event normalisation = new Premis.Event(
                Premis.EventType.NORMALIZATION,
                now,
                made.kind().word() + " rendition",
                outcome,
                codes,
                agents,
                List.of(original, rendition));
        Premis.Event validation = new Premis.Event(
                Premis.EventType.VALIDATION,
                now,
                made.validation().kind() + " by " + made.validation().engine(),
                "success",
                "",
                List.of("sigill"),
                List.of(rendition));
        return List.of(normalisation, validation);
    }

    private static List<Act.OfRecord> closing(Candidate candidate, Normalisation.Normalised made, Instant now) {
        return candidate.own().stream()
                .map(gap -> (Act.OfRecord) new Act.GapClosed(
                        now,
                        RENEWAL,
                        candidate.record().id(),
                        gap.index(),
                        false,
                        "a rendition was made by " + made.madeBy()))
                .toList();
    }

    private List<Act.OfRecord> opening(Candidate candidate, List<Finding> findings, Instant now) {
        List<Act.OfRecord> gaps = new ArrayList<>();
        for (Finding finding : findings) {
            boolean isNew = gaps.isEmpty() && candidate.own().isEmpty();
            if (isNew && Gaps.isGap(finding)) {
                gaps.add(new Act.GapOpened(
                        now,
                        RENEWAL,
                        candidate.record().id(),
                        finding.code().id(),
                        Candidate.PLACE,
                        finding.message(),
                        settings.missingIn(finding.message())));
            }
        }
        return gaps;
    }

    private Work gap(Candidate candidate, List<Finding> findings) {
        List<Act.OfRecord> gaps = opening(candidate, findings, settings.clock().instant());
        if (gaps.isEmpty()) {
            return Work.nothing(candidate, "its gap is open already, or there is none");
        }
        String code = findings.stream()
                .filter(Gaps::isGap)
                .findFirst()
                .orElse(findings.getFirst())
                .code()
                .id();
        return new Work(new Renewed.Gap(candidate.record().id(), code), List.of(), gaps);
    }
}
