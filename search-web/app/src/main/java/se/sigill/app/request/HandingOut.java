package se.sigill.app.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.PurgeRule;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;
import se.sigill.formats.part.Withholding;

/**
 * Carries out what was decided about a request: the copies it gives and, where something is a no, the decision as a
 * letter that can be appealed. Whatever goes out is sealed before it does, so that its proof goes with it.
 */
final class HandingOut {
    private final OpenArchive archive;
    private final Supplier<? extends Letters> engine;
    private final PartCopies copies;

    HandingOut(OpenArchive archive, Supplier<? extends Letters> engine, Supplier<? extends Withholding> withholding) {
        this.archive = archive;
        this.engine = engine;
        this.copies = new PartCopies(archive, withholding);
    }

    sealed interface Done {
        record Nothing() implements Done {}

        /** All that could be handed out waits for its fee. */
        record Waits() implements Done {}

        record Impossible(Wording why) implements Done {}

        /** What is to be committed: with that it is handed out. */
        record Acts(List<RequestAct> acts) implements Done {}
    }

    Done handOut(RequestBook.Entry entry) {
        List<RequestAct> acts = new ArrayList<>();
        List<Decision> waiting =
                entry.request().waitingForFee(archive.config().fees().paidFirst());
        for (Decision decision : entry.request().due()) {
            if (waiting.contains(decision)) {
                continue;
            }
            Optional<CatalogueRecord> record = archive.find(decision.of());
            if (record.isEmpty() || record.get().description().files().isEmpty()) {
                return new Done.Impossible(new Wording(
                        "Handlingens innehåll finns inte kvar. Kör en kontroll.",
                        "The content of the record is gone. Run a check."));
            }
            if (decision.outcome() == Outcome.PART) {
                switch (copies.of(entry, decision, record.get())) {
                    case PartCopies.Made.Is(RecordId copy, FileFact file) ->
                        acts.add(released(entry, decision, copy, List.of(file)));
                    case PartCopies.Made.IsNot(Wording why) -> {
                        return new Done.Impossible(why);
                    }
                }
            } else {
                acts.add(released(
                        entry,
                        decision,
                        record.get().id(),
                        record.get().description().files()));
            }
        }
        Optional<Decision> newestNo = newestNo(entry.request());
        if (newestNo.isPresent()) {
            Optional<Wording> missing = new DecisionLetter(archive).missing(entry);
            if (missing.isPresent()) {
                return new Done.Impossible(missing.get());
            }
            Letter letter = new DecisionLetter(archive).letter(entry);
            switch (new LetterDesk(archive, engine).write(entry, letter, "beslut.pdf", Request.Letter.DECISION)) {
                case LetterDesk.Written.Is(RequestAct.LetterMade act) -> acts.add(act);
                case LetterDesk.Written.IsNot(Wording why) -> {
                    return new Done.Impossible(why);
                }
            }
        }
        if (acts.isEmpty()) {
            return waiting.isEmpty() ? new Done.Nothing() : new Done.Waits();
        }
        seal(archive);
        return new Done.Acts(acts);
    }

    /** @param copy the record that holds the files */
    private RequestAct.Released released(
            RequestBook.Entry entry, Decision decision, RecordId copy, List<FileFact> files) {
        LocalDate until = archive.today().plusDays(PurgeRule.USUAL.outsideDays());
        return new RequestAct.Released(
                archive.clock().instant(),
                archive.actor(),
                entry.request().id(),
                decision.of(),
                copy.value(),
                decision.act(),
                files.stream().map(FileFact::sha256).collect(Collectors.joining(" ")),
                until.toString());
    }

    /** The newest no that no letter tells of yet. */
    private static Optional<Decision> newestNo(Request request) {
        long told = request.letters().stream()
                .filter(letter -> letter.kind().equals(Request.Letter.DECISION))
                .mapToLong(Request.Letter::act)
                .max()
                .orElse(-1);
        return request.decisions().stream()
                .filter(each -> each.stands() && each.outcome().isNo() && each.act() > told)
                .findFirst();
    }

    /** Everything that waits, so that whatever goes out has its proof. */
    static void seal(OpenArchive archive) {
        Sealing sealing = new Sealing(archive);
        if (!sealing.waiting().isEmpty()) {
            sealing.seal();
        }
    }
}
