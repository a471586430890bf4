package se.sigill.staff.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.RecentDeliveries;
import se.sigill.app.wiring.Sight;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.spool.Receipt;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.staff.intake.Delivery;

/**
 * One delivery: the receipt, and how far it has come. What failed comes first.
 *
 * @param working whether it goes on; the page then follows it
 * @param more how many files there are beside those that are listed
 */
public record DeliveryPage(
        Frame frame,
        String id,
        String stage,
        boolean working,
        String problem,
        String receipt,
        List<Said> remarks,
        List<Item> items,
        int more) {
    /** More files make a page that nobody reads, and that is slow to follow. */
    private static final int ITEMS_MAX = 500;

    /** A file of the delivery. @param link to its record; empty while there is none */
    public record Item(String path, String outcome, String size, String link, List<Said> causes) {}

    public static DeliveryPage of(Surround around, Delivery delivery) {
        Language l = around.language();
        Receipt receipt = delivery.receipt();
        return new DeliveryPage(
                around.frame(
                        Place.DELIVERIES,
                        l.say("Leverans från ", "Delivery from ") + receipt.system(),
                        Place.DELIVERIES.path() + "/" + delivery.id()),
                delivery.id(),
                stage(around, delivery),
                delivery.isWorking(),
                delivery.problem(),
                l.say("Kvitto: mottagen ", "Receipt: received ")
                        + Words.time(
                                receipt.receivedAt(),
                                around.archive().config().archive().zone())
                        + l.say(", varje byte är skriven till disk.", ", every byte is written to the disk."),
                DeliveriesPage.causes("", receipt.remarks(), l),
                receipt.items().stream()
                        .map(line -> item(line, delivery, l))
                        .sorted(Comparator.comparing(item -> item.causes().stream()
                                .noneMatch(cause -> cause.severity().equals("error"))))
                        .limit(ITEMS_MAX)
                        .toList(),
                Math.max(0, receipt.items().size() - ITEMS_MAX));
    }

    /** A delivery that this server has not received since its start. It lists what the visitor may know of. */
    public static Optional<DeliveryPage> ofLog(Surround around, String id) {
        OpenArchive archive = around.archive();
        RecentDeliveries recent = RecentDeliveries.of(archive);
        return recent.find(id, DeliveriesPage.earliest(archive))
                .filter(each -> DeliveriesPage.preserves(archive.sight(), each.authorities()))
                .map(each -> ofLog(around, each, recent.records(each, ITEMS_MAX)));
    }

    private static DeliveryPage ofLog(Surround around, RecentDeliveries.Recent delivery, List<Act.Sealed> acts) {
        Language l = around.language();
        OpenArchive archive = around.archive();
        Sight sight = archive.sight();
        Map<String, CatalogueRecord> records =
                archive
                        .catalogue()
                        .findAll(acts.stream().map(Act.Sealed::record).toList())
                        .stream()
                        .filter(entry -> sight.rights(entry).metadata())
                        .collect(Collectors.toMap(entry -> entry.id().value(), entry -> entry));
        return new DeliveryPage(
                around.frame(
                        Place.DELIVERIES,
                        l.say("Leverans från ", "Delivery from ") + delivery.system(),
                        Place.DELIVERIES.path() + "/" + delivery.id()),
                delivery.id(),
                l.say("Klar", "Done"),
                false,
                "",
                l.say("Togs in ", "Taken in ")
                        + Words.time(
                                delivery.takenIn(), archive.config().archive().zone())
                        + ": " + delivery.records()
                        + l.say(
                                delivery.records() == 1 ? " handling." : " handlingar.",
                                delivery.records() == 1 ? " record." : " records."),
                List.of(),
                acts.stream()
                        .flatMap(act -> Optional.ofNullable(
                                        records.get(act.record().value()))
                                .stream()
                                .map(entry -> item(act, entry, l)))
                        .toList(),
                Math.max(0, delivery.records() - acts.size()));
    }

    private static Item item(Act.Sealed act, CatalogueRecord entry, Language l) {
        return new Item(
                act.item(),
                l.say("tagen in", "taken in"),
                entry.description()
                        .original()
                        .map(file -> Sizes.of(file.sizeBytes(), l))
                        .orElse(""),
                "/" + l.code() + RecordPage.path(act.record().value()),
                List.of());
    }

    private static Item item(Receipt.Line line, Delivery delivery, Language l) {
        Optional<String> record =
                Optional.ofNullable(delivery.records().get(line.path())).map(RecordId::value);
        String known = RecordId.isId(line.known()) ? line.known() : "";
        String link = record.or(() -> Optional.of(known).filter(id -> !id.isEmpty()))
                .map(id -> "/" + l.code() + RecordPage.path(id))
                .orElse("");
        String outcome = record.isPresent()
                ? l.say("tagen in", "taken in")
                : switch (line.outcome()) {
                    case "quarantined" -> l.say("i karantän", "in quarantine");
                    case "known" -> l.say("fanns redan", "known already");
                    default -> l.say("mottagen", "received");
                };
        return new Item(
                line.path(),
                outcome,
                Sizes.of(line.sizeBytes(), l),
                link,
                DeliveriesPage.causes(line.path(), line.remarks(), l));
    }

    static String stage(Surround around, Delivery delivery) {
        Language l = around.language();
        return switch (delivery.stage()) {
            case RECEIVED -> l.say("Mottagen, står i kö", "Received, in the queue");
            case TAKING_IN ->
                l.say("Läses och tas in: ", "Being read and taken in: ")
                        + RecentDeliveries.soFar(around.archive(), delivery.id())
                        + l.say(" av ", " of ")
                        + sound(delivery);
            case SEALING -> l.say("Tagen in, förseglas: ", "Taken in, being sealed: ") + records(delivery, l);
            case MAKING_LAST ->
                l.say("Förseglad, återgivningar görs: ", "Sealed, renditions are being made: ") + records(delivery, l);
            case DONE -> l.say("Klar", "Done");
            case STOPPED -> l.say("Avbruten; fortsätter av sig själv", "Interrupted; goes on by itself");
        };
    }

    private static long sound(Delivery delivery) {
        return delivery.receipt().items().stream()
                .filter(line -> line.outcome().equals("received"))
                .count();
    }

    private static String records(Delivery delivery, Language l) {
        int count = delivery.records().size();
        return count + l.say(count == 1 ? " handling" : " handlingar", count == 1 ? " record" : " records");
    }
}
