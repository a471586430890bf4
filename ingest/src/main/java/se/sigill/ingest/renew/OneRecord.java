package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.finding.Finding;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.formats.FormatPolicy;

/** What is to be done for one record, and the doing. Commits nothing. */
final class OneRecord {
    /** Each is a file of the record and a job for an engine; a mail with more is a folder that was sent. */
    private static final int PARTS_MAX = 200;

    private final RenewSettings settings;
    private final Asking asking;
    private final Remembered remembered;
    private final RenditionVersions versions;

    OneRecord(RenewSettings settings, LastingEngines engines, OriginalPlace originals, Remembered remembered) {
        this.settings = settings;
        this.asking = new Asking(engines, originals);
        this.remembered = remembered;
        this.versions = new RenditionVersions(settings);
    }

    /** A subject for which an engine is to be asked. */
    record Due(Subject subject, FormatPolicy.Rule rule, String key) {}

    /**
     * Looks at a record and its parts, asks the engines where something is due, and says what follows.
     *
     * @param folder its own; made here, cleared by the caller after the commit
     * @throws ArchiveException.Damaged if the content of the record contradicts itself
     */
    Work make(Candidate candidate, Path folder) throws IOException {
        Optional<FileFact> original = candidate.record().original();
        if (original.isEmpty()) {
            return noContent(candidate, "nothing of the record's content is there; its acts alone are known");
        }
        FormatPolicy policy = settings.policy().get();
        List<Subject> subjects = Subject.of(original.get());
        Map<Subject, Look> looks = new HashMap<>();
        List<Due> due = new ArrayList<>();
        for (Subject subject : subjects.subList(0, Math.min(subjects.size(), PARTS_MAX + 1))) {
            Optional<FormatPolicy.Rule> rule =
                    policy.rule(subject.format().puid(), subject.format().mime());
            if (rule.isEmpty()) {
                looks.put(subject, Look.found(subject, noRule(subject.format())));
            } else if (isDue(candidate, subject, rule.get())) {
                due.add(new Due(subject, rule.get(), Remembered.key(subject, rule.get())));
            } else {
                looks.put(subject, Look.settled(subject));
            }
        }
        if (!due.isEmpty()) {
            Asking.Answers answers = asking.ask(candidate, due, folder);
            if (!answers.broken().isEmpty()) {
                return Work.failed(candidate, answers.broken());
            }
            answers.looks().forEach(look -> looks.put(look.subject(), look));
        }
        List<Look> inOrder =
                subjects.stream().filter(looks::containsKey).map(looks::get).toList();
        return work(candidate, inOrder, limited(subjects.size() - 1), settled(due, looks));
    }

    private static Finding noRule(FormatId format) {
        String puid = format.puid().isEmpty() ? "files of no PUID" : format.puid();
        return Finding.of(
                RenewFinding.NO_RULE, "", "the adopted policy has no row for " + puid + " (" + format.mime() + ")");
    }

    private static Optional<Finding> limited(int parts) {
        return parts <= PARTS_MAX
                ? Optional.empty()
                : Optional.of(Finding.of(
                        RenewFinding.PARTS_LIMIT,
                        "",
                        "of " + parts + " parts only the first " + PARTS_MAX + " are made to last"));
    }

    private boolean isDue(Candidate candidate, Subject subject, FormatPolicy.Rule rule) {
        String source = candidate.record().original().map(subject::source).orElseThrow();
        if (rule.action() == FormatPolicy.Action.KEEP
                || rule.when() != FormatPolicy.When.AT_ONCE
                || candidate.has(FileRole.PRESERVATION, source)) {
            return false;
        }
        List<Candidate.OpenGap> open = candidate.openAt(subject.place()).stream()
                .filter(gap -> !RenewFinding.isOverByItself(gap.code()))
                .toList();
        // An open gap waits for its engine; one that waits for none waits for a person.
        boolean isWanted = open.isEmpty()
                ? !candidate.has(FileRole.CONTENT, source)
                : open.stream().anyMatch(gap -> settings.isThere(gap.waitsFor()));
        return isWanted && !isKnown(candidate, subject, rule);
    }

    /** Whether the same engines were asked about the same bytes, and all they said is told or answered for. */
    private boolean isKnown(Candidate candidate, Subject subject, FormatPolicy.Rule rule) {
        Set<String> told = new HashSet<>(candidate.told(subject.place()));
        told.addAll(candidate.told(GapSheet.OTHERS));
        return remembered
                .find(Remembered.key(subject, rule))
                .filter(told::containsAll)
                .isPresent();
    }

    private static Map<String, String> settled(List<Due> due, Map<Subject, Look> looks) {
        Map<String, String> settled = new HashMap<>();
        for (Due each : due) {
            Look look = looks.get(each.subject());
            if (look != null && look.isAsked() && look.made().isEmpty()) {
                List<String> codes = look.findings().stream()
                        .map(finding -> finding.code().id())
                        .distinct()
                        .toList();
                settled.put(each.key(), String.join(" ", codes));
            }
        }
        return settled;
    }

    private Work work(Candidate candidate, List<Look> looks, Optional<Finding> limit, Map<String, String> settled)
            throws IOException {
        GapSheet sheet = new GapSheet(candidate, settings.clock().instant());
        sheet.take(looks);
        limit.ifPresent(sheet::takeOfParts);
        List<NewVersion> made = versions.of(candidate.record(), looks, sheet.acts());
        List<Renewed> outcomes = new ArrayList<>();
        for (NewVersion version : made) {
            outcomes.add(new Renewed.Added(
                    candidate.record().id(),
                    version.description().version(),
                    version.files().getFirst().fact().role()));
        }
        if (!sheet.firstOpened().isEmpty() && made.isEmpty()) {
            outcomes.add(new Renewed.Gap(candidate.record().id(), sheet.firstOpened()));
        }
        if (outcomes.isEmpty()) {
            outcomes.add(new Renewed.Unchanged(candidate.record().id(), "nothing is due, or nothing new came of it"));
        }
        return new Work(candidate, outcomes, made, made.isEmpty() ? sheet.acts() : List.of(), settled);
    }

    /** A record whose content is gone or contradicts itself: a gap of it, and the run goes on. */
    Work noContent(Candidate candidate, String message) {
        GapSheet sheet = new GapSheet(candidate, settings.clock().instant());
        sheet.takeOfRecord(Finding.of(RenewFinding.NO_CONTENT, "", message));
        if (sheet.acts().isEmpty()) {
            return Work.nothing(candidate, "its content is gone, and its gap is open already");
        }
        Renewed.Gap gap = new Renewed.Gap(candidate.record().id(), sheet.firstOpened());
        return new Work(candidate, List.of(gap), List.of(), sheet.acts(), Map.of());
    }
}
