package se.sigill.app.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.RestrictionCategory;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.disk.Durable;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Wording;
import se.sigill.formats.FileInput;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.part.PartCopy;
import se.sigill.formats.part.Withholding;

/**
 * Makes copies in part records of their own (TF 2 kap. 15 § st 2). A copy has no class, so that no plan opens it and no
 * notice tells of it, and is restricted from its first moment by what restricts its original and by the provision of
 * the decision: who may not read the original may not read the copy either, and only the requester gets it.
 */
final class PartCopies {
    private static final Map<String, String> ENDINGS = Map.of("message/rfc822", "eml", "application/pdf", "pdf");

    private final OpenArchive archive;
    private final Supplier<? extends Withholding> engine;

    PartCopies(OpenArchive archive, Supplier<? extends Withholding> engine) {
        this.archive = archive;
        this.engine = engine;
    }

    sealed interface Made {
        /** @param file the one that is handed out */
        record Is(RecordId copy, FileFact file) implements Made {}

        record IsNot(Wording why) implements Made {}
    }

    /** What is to be copied, for whom. */
    private record Order(RequestBook.Entry entry, Decision decision, CatalogueRecord record) {
        /** By which the same order is known again. */
        String source() {
            return "copy/" + entry.request().id() + "/" + decision.act();
        }

        /** For the provenance. */
        String how() {
            return "made from record " + record.id() + " version "
                    + record.description().version() + " by leaving out " + String.join(" ", decision.withheld())
                    + " (" + decision.provision() + ")";
        }
    }

    /** The copy that a decision gives; the same decision has one, however often it is carried out. */
    Made of(RequestBook.Entry entry, Decision decision, CatalogueRecord record) {
        Order order = new Order(entry, decision, record);
        Optional<CatalogueRecord> known = Optional.ofNullable(archive.catalogue()
                        .findBySource(OwnRecords.SYSTEM, List.of(order.source()))
                        .get(order.source()))
                .flatMap(archive.catalogue()::find);
        if (known.isEmpty()) {
            return make(order);
        }
        return known.get()
                .description()
                .original()
                .<Made>map(file -> new Made.Is(known.get().id(), file))
                .orElseGet(() -> new Made.IsNot(new Wording(
                        "Kopians innehåll finns inte kvar. Kör en kontroll.",
                        "The content of the copy is gone. Run a check.")));
    }

    private Made make(Order order) {
        RequestBook.Entry entry = order.entry();
        Decision decision = order.decision();
        CatalogueRecord record = order.record();
        FileFact original = record.description().original().orElseThrow();
        String ending = ENDINGS.getOrDefault(original.format().mime(), "bin");
        String name = "kopia-" + (1 + entry.request().decisions().indexOf(decision)) + "." + ending;
        // Named by the decision: what a stop leaves there is replaced when it is carried out again.
        Path folder = archive.home().work().resolve("requests");
        Path target = folder.resolve("." + entry.request().id() + "-" + decision.act() + "." + ending);
        Path place = target.resolveSibling(target.getFileName() + ".original");
        try {
            Durable.createDirectories(folder);
            Files.deleteIfExists(place);
            boolean there = archive.archive()
                    .store()
                    .place(record.id(), record.description().version(), original.path(), place);
            if (!there) {
                return new Made.IsNot(new Wording(
                        "Handlingens innehåll finns inte kvar. Kör en kontroll.",
                        "The content of the record is gone. Run a check."));
            }
            boolean english = entry.request().asked().language().equals("en");
            Withholding.What what = LeftOut.of(archive, record)
                    .what(decision.withheld(), decision.provision(), entry.number(), english);
            return switch (engine.get().withhold(new FileInput(place, name), what, target)) {
                case PartCopy.NotMade(Finding why) -> new Made.IsNot(said(why));
                case PartCopy.Made made -> registered(order, name, made);
            };
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("a copy in part could not be written", e);
        } finally {
            delete(place);
            delete(target);
        }
    }

    private Made registered(Order order, String name, PartCopy.Made made) throws IOException {
        RecordId id = RecordId.random(archive.archive().surroundings().random());
        String number = order.entry().number();
        OwnRecords.Facts facts = new OwnRecords.Facts(
                id,
                "Kopia i delar, " + number,
                number,
                archive.today().toString(),
                Direction.DISPATCHED,
                "Kopia i delar",
                order.record().authority(),
                "",
                order.source());
        try (OwnRecords records = new OwnRecords(archive)) {
            NewVersion version = records.made(facts, name, made, order.how(), restrictions(id, order));
            records.commit(List.of(version));
            return new Made.Is(id, version.files().getFirst().fact());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(PartCopies.class.getName()).log(System.Logger.Level.WARNING, "copy-file-stays", e);
        }
    }

    private List<Act.OfRecord> restrictions(RecordId id, Order order) {
        CatalogueRecord record = order.record();
        Instant now = archive.clock().instant();
        String reason = "Kopia i delar av " + record.id();
        List<Act.OfRecord> acts = new ArrayList<>();
        record.restrictions().stream()
                .filter(each -> each.active(archive.rules().access().provisions(), archive.today()))
                .forEach(each -> acts.add(new Act.Restricted(
                        now,
                        archive.actor(),
                        id,
                        "record",
                        each.category().word(),
                        each.provision(),
                        reason,
                        each.authority(),
                        each.markedOn(),
                        each.clockStart(),
                        each.existenceSecret())));
        boolean hidden = archive.rules()
                .access()
                .existenceSecret(record.facts(archive.rules().plan()), archive.today());
        acts.add(new Act.Restricted(
                now,
                archive.actor(),
                id,
                "record",
                RestrictionCategory.SECRECY.word(),
                order.decision().provision(),
                reason,
                record.authority(),
                archive.today(),
                archive.today(),
                hidden));
        return acts;
    }

    /** Why there is no copy, for who decided: where, never what. */
    private static Wording said(Finding why) {
        Wording reason =
                switch (why.code()) {
                    case FormatFinding.COPY_TARGET ->
                        new Wording(
                                "det valda är ingen egen del, eller är en av flera former av samma text"
                                        + where(why, false),
                                "what was chosen is no part of its own, or is one of several forms of the same text"
                                        + where(why, true));
                    case FormatFinding.COPY_SIGNED -> new Wording("filen är underskriven", "the file is signed");
                    case FormatFinding.COPY_ENCRYPTED ->
                        new Wording(
                                "filen är krypterad" + where(why, false), "the file is encrypted" + where(why, true));
                    case FormatFinding.COPY_RESIDUE ->
                        new Wording(
                                "något av det som skulle utelämnas fanns kvar" + where(why, false)
                                        + ". Utelämna också det",
                                "something of what was to be left out was still there" + where(why, true)
                                        + ". Leave that out as well");
                    case FormatFinding.COPY_UNFIT ->
                        new Wording(
                                "filen är byggd så att delar inte säkert kan utelämnas (" + why.message() + ")",
                                "the file is built so that parts cannot be left out for certain: " + why.message());
                    default -> new Wording(why.message(), why.message());
                };
        return new Wording(
                "Kopian kunde inte göras: " + reason.swedish() + ". Inget är utlämnat. Besluta på nytt.",
                "The copy could not be made: " + reason.english() + ". Nothing was released. Decide anew.");
    }

    private static String where(Finding why, boolean english) {
        String where = why.where();
        if (where.isEmpty()) {
            return "";
        }
        String swedish = where.replaceFirst("^part ", "del ")
                .replaceFirst("^page ", "sidan ")
                .replace("the header", "brevhuvudet")
                .replace("between the parts", "mellan delarna");
        return english ? " (" + where + ")" : " (" + swedish + ")";
    }
}
