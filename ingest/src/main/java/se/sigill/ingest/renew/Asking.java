package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Digests;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Normalisation;
import se.sigill.formats.NormaliseOrder;
import se.sigill.formats.Validation;
import se.sigill.formats.Validator;

/** Lays the bytes of a record and its parts before the engines. */
final class Asking {
    private static final String LANGUAGE = "sv";

    private final LastingEngines engines;
    private final OriginalPlace originals;

    /**
     * What came of it.
     *
     * @param broken why no engine can be asked at all, one sentence; empty text if they could
     */
    record Answers(List<Look> looks, String broken) {
        Answers {
            looks = List.copyOf(looks);
        }
    }

    Asking(LastingEngines engines, OriginalPlace originals) {
        this.engines = engines;
        this.originals = originals;
    }

    /**
     * A look at each subject.
     *
     * @param due of the candidate, which has an original
     * @throws ArchiveException.Damaged if the original is not there
     */
    Answers ask(Candidate candidate, List<OneRecord.Due> due, Path folder) throws IOException {
        RecordDescription record = candidate.record();
        FileFact original = record.original().orElseThrow();
        Files.createDirectories(folder);
        FileInput whole = new FileInput(folder.resolve("original"), original.name());
        if (!originals.place(record.id(), record.version(), original.path(), whole.path())) {
            throw new ArchiveException.Damaged("record " + record.id() + " has no original file");
        }
        Map<String, Path> parts = parts(whole, due, folder);
        List<Look> looks = new ArrayList<>();
        for (OneRecord.Due each : due) {
            Subject subject = each.subject();
            Optional<FileInput> input = subject.isPart() ? part(subject, parts) : Optional.of(whole);
            Look look = input.isEmpty()
                    ? Look.asked(subject, List.of(lost()))
                    : each.rule().action() == FormatPolicy.Action.VALIDATE
                            ? validated(subject, engines.validator().validate(input.get(), Validator.AS_DECLARED))
                            : normalised(candidate, each, input.get(), folder.resolve("out-" + looks.size()));
            if (isBroken(look)) {
                return new Answers(List.of(), look.findings().getFirst().message());
            }
            looks.add(look);
        }
        return new Answers(looks, "");
    }

    /** An engine that nobody can install is missing: the workers do not run, which is no word about the file. */
    private static boolean isBroken(Look look) {
        return look.made().isEmpty()
                && look.waitsFor().isEmpty()
                && look.findings().stream().anyMatch(finding -> finding.code() == FormatFinding.ENGINE_MISSING);
    }

    private Map<String, Path> parts(FileInput whole, List<OneRecord.Due> due, Path folder) throws IOException {
        List<String> wanted = due.stream()
                .map(OneRecord.Due::subject)
                .filter(Subject::isPart)
                .map(Subject::part)
                .toList();
        return wanted.isEmpty()
                ? Map.of()
                : engines.unpacker().unpack(whole, wanted, Files.createDirectories(folder.resolve("parts")));
    }

    /** The bytes of a part, if they are those that were found when the record was taken in. */
    private static Optional<FileInput> part(Subject subject, Map<String, Path> parts) throws IOException {
        Path file = parts.get(subject.part());
        return file != null && Digests.of(file).sha256().equals(subject.sha256())
                ? Optional.of(new FileInput(file, subject.name()))
                : Optional.empty();
    }

    private static Finding lost() {
        return Finding.of(RenewFinding.PART_LOST, "", "the part cannot be taken out of what holds it, byte for byte");
    }

    private static Look validated(Subject subject, Validation validation) {
        if (validation.valid()) {
            return Look.asked(subject, List.of());
        }
        if (!validation.findings().isEmpty()) {
            return Look.asked(subject, worded(validation));
        }
        String message = validation.kind().isEmpty()
                ? "the file does not claim to be PDF/A: nothing promises that it looks alike elsewhere and in decades"
                        + " (asked " + validation.engine() + ")"
                : "the file is no valid " + validation.kind() + " (asked " + validation.engine() + ")";
        FormatFinding code = validation.kind().isEmpty() ? FormatFinding.NOT_LASTING : FormatFinding.INVALID;
        return Look.asked(subject, List.of(Finding.of(code, "", message)));
    }

    /** The validator's findings; the first with what the first broken rule demands. */
    private static List<Finding> worded(Validation validation) {
        String demand = validation.failures().stream()
                .map(failure -> "; " + failure.code() + " demands: " + failure.message())
                .findFirst()
                .orElse("");
        List<Finding> findings = new ArrayList<>(validation.findings());
        Finding first = findings.getFirst();
        findings.set(0, new Finding(first.code(), first.severity(), first.where(), first.message() + demand));
        return findings;
    }

    private Look normalised(Candidate candidate, OneRecord.Due due, FileInput input, Path out) throws IOException {
        Subject subject = due.subject();
        String title = subject.isPart() && !subject.name().isEmpty()
                ? subject.name()
                : candidate.record().title();
        Normalisation outcome = engines.normaliser()
                .normalise(new NormaliseOrder(
                        input,
                        subject.format().puid(),
                        subject.format().mime(),
                        title,
                        LANGUAGE,
                        due.rule(),
                        Files.createDirectories(out)));
        Optional<Normalisation.Normalised> made =
                outcome instanceof Normalisation.Normalised normalised && isBetter(candidate, subject, normalised)
                        ? Optional.of(normalised)
                        : Optional.empty();
        return new Look(subject, true, outcome.findings(), outcome.waitsFor(), made);
    }

    private static boolean isBetter(Candidate candidate, Subject subject, Normalisation.Normalised made) {
        FileFact original = candidate.record().original().orElseThrow();
        return made.kind() == Normalisation.Kind.PRESERVATION
                || !candidate.has(FileRole.CONTENT, subject.source(original));
    }
}
