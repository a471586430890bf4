package se.sigill.app.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Wording;
import se.sigill.formats.letter.Letter;
import se.sigill.formats.letter.Letters;

/** Writes letters of an authority: made by an engine, validated, and registered like any record. */
final class LetterDesk {
    private final OpenArchive archive;
    private final Supplier<? extends Letters> engine;

    LetterDesk(OpenArchive archive, Supplier<? extends Letters> engine) {
        this.archive = archive;
        this.engine = engine;
    }

    sealed interface Written {
        /** The act that names the letter: it goes with the rest that is committed. */
        record Is(RequestAct.LetterMade act) implements Written {}

        record IsNot(Wording why) implements Written {}
    }

    /** @param name of the file @param kind of the act */
    Written write(RequestBook.Entry entry, Letter letter, String name, String kind) {
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        Path folder = archive.home().work().resolve("requests");
        Path file = folder.resolve("." + id + ".pdf");
        try {
            Files.createDirectories(folder);
            return switch (engine.get().make(letter, file)) {
                case Letters.NotMade(var why) ->
                    new Written.IsNot(new Wording(
                            "Beslutet kunde inte skrivas: " + why.message() + ". Inget är utlämnat.",
                            "The decision could not be written: " + why.message() + ". Nothing was released."));
                case Letters.Made made -> {
                    register(entry, letter, id, name, made);
                    yield new Written.Is(new RequestAct.LetterMade(
                            archive.clock().instant(),
                            archive.actor(),
                            entry.request().id(),
                            id.value(),
                            kind));
                }
            };
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("the decision could not be written", e);
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                System.getLogger(LetterDesk.class.getName()).log(System.Logger.Level.WARNING, "letter-file-stays", e);
            }
        }
    }

    private void register(RequestBook.Entry entry, Letter letter, RecordId id, String name, Letters.Made made)
            throws IOException {
        try (OwnRecords records = new OwnRecords(archive)) {
            OwnRecords.Facts facts = new OwnRecords.Facts(
                    id,
                    letter.title() + ", " + entry.number(),
                    entry.number(),
                    letter.date().toString(),
                    Direction.DISPATCHED,
                    "Beslut",
                    entry.record().authority(),
                    entry.record().classCode(),
                    "");
            FormatId format = new FormatId(Letters.PUID, Letters.MIME, "PDF/A-2a", made.madeBy());
            records.commit(List.of(records.version(
                    facts, name, Files.readAllBytes(made.file()), format, DecisionLetter.text(letter), List.of())));
        }
    }
}
