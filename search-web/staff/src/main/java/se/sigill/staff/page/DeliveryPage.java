package se.sigill.staff.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.sigill.core.record.RecordId;
import se.sigill.ingest.spool.Receipt;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.staff.intake.Delivery;

/**
 * One delivery: the receipt, and how far it has come. What failed comes first.
 *
 * @param working whether it goes on; the page then follows it
 */
public record DeliveryPage(
        Frame frame,
        String id,
        String stage,
        boolean working,
        String problem,
        String receipt,
        List<Said> remarks,
        List<Item> items) {
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
                stage(delivery, l),
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
                        .toList());
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

    static String stage(Delivery delivery, Language l) {
        return switch (delivery.stage()) {
            case RECEIVED -> l.say("Mottagen, står i kö", "Received, in the queue");
            case TAKING_IN -> l.say("Läses och tas in", "Being read and taken in");
            case SEALING -> l.say("Tagen in, förseglas", "Taken in, being sealed");
            case MAKING_LAST -> l.say("Förseglad, återgivningar görs", "Sealed, renditions are being made");
            case DONE -> l.say("Klar", "Done");
            case STOPPED -> l.say("Avbruten; fortsätter av sig själv", "Interrupted; goes on by itself");
        };
    }
}
