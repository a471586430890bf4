package se.sigill.ingest.delivery;

import java.util.function.Predicate;

/**
 * The words a delivery may use because the archive has adopted them.
 *
 * @param provisions whether a provision is in the adopted catalogue, asked in its form {@code OSL 26:1}
 * @param inForce whether a provision of the catalogue is law on the day on which the delivery is received: a marking is
 *     made on that day, whatever the day of the document
 * @param classes whether a class code is in the adopted information plan
 */
public record DeliveryWords(Predicate<String> provisions, Predicate<String> inForce, Predicate<String> classes) {
    /** Knows every word: for looking at a delivery where no archive is. */
    public static final DeliveryWords ANY = new DeliveryWords(word -> true, word -> true, word -> true);
}
