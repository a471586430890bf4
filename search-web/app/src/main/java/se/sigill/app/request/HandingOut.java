package se.sigill.app.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.AccessState;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.AppealTime;
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

        record Impossible(Wording why) implements Done {}

        /** What is to be committed: with that it is handed out. */
        record Acts(List<RequestAct> acts) implements Done {}
    }

    Done handOut(RequestBook.Entry entry) {
        List<RequestAct> acts = new ArrayList<>();
        for (Decision decision : entry.request().due()) {
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
            switch (letter(entry)) {
                case Made.Is(RequestAct.LetterMade act) -> acts.add(act);
                case Made.IsNot(Wording why) -> {
                    return new Done.Impossible(why);
                }
            }
        }
        if (acts.isEmpty()) {
            return new Done.Nothing();
        }
        seal();
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
        long told =
                request.letters().stream().mapToLong(Request.Letter::act).max().orElse(-1);
        return request.decisions().stream()
                .filter(each -> each.stands() && each.outcome().isNo() && each.act() > told)
                .findFirst();
    }

    private sealed interface Made {
        record Is(RequestAct.LetterMade act) implements Made {}

        record IsNot(Wording why) implements Made {}
    }

    /** Made by an engine, validated, registered like any record; the act that names it goes with the rest. */
    private Made letter(RequestBook.Entry entry) {
        Optional<Wording> missing = new DecisionLetter(archive).missing(entry);
        if (missing.isPresent()) {
            return new Made.IsNot(missing.get());
        }
        Letter letter = new DecisionLetter(archive).letter(entry);
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        Path folder = archive.home().work().resolve("requests");
        Path file = folder.resolve("." + id + ".pdf");
        try (OwnRecords records = new OwnRecords(archive)) {
            Files.createDirectories(folder);
            switch (engine.get().make(letter, file)) {
                case Letters.NotMade(var why) -> {
                    return new Made.IsNot(new Wording(
                            "Beslutet kunde inte skrivas: " + why.message() + ". Inget är utlämnat.",
                            "The decision could not be written: " + why.message() + ". Nothing was released."));
                }
                case Letters.Made made -> {
                    String title = letter.title() + ", " + entry.number();
                    records.commit(List.of(records.version(
                            new OwnRecords.Facts(
                                    id,
                                    title,
                                    entry.number(),
                                    letter.date().toString(),
                                    Direction.DISPATCHED,
                                    "Beslut",
                                    entry.record().authority(),
                                    entry.record().classCode(),
                                    ""),
                            "beslut.pdf",
                            Files.readAllBytes(made.file()),
                            new FormatId(Letters.PUID, Letters.MIME, "PDF/A-2a", made.madeBy()),
                            DecisionLetter.text(letter),
                            List.of())));
                    return new Made.Is(new RequestAct.LetterMade(
                            archive.clock().instant(),
                            archive.actor(),
                            entry.request().id(),
                            id.value(),
                            "decision"));
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the decision could not be written", e);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.getLogger(HandingOut.class.getName()).log(System.Logger.Level.WARNING, "letter-file-stays", e);
            }
        }
    }

    private void seal() {
        Sealing sealing = new Sealing(archive);
        if (!sealing.waiting().isEmpty()) {
            sealing.seal();
        }
    }

    /** Whether an appeal that came then is in time, for a decision that was there to be fetched since. */
    static boolean inTime(Instant decided, Instant received) {
        AppealTime time = new AppealTime(AccessState.day(decided));
        return !AppealTime.counted(received, AppealTime.Arrival.DIRECT).isAfter(time.lastDay());
    }
}
