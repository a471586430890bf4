package se.sigill.app.request;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.StoredRecords;
import se.sigill.core.access.AccessState;
import se.sigill.core.catalogue.Adoption;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.RequestAct;
import se.sigill.core.request.CopyForm;
import se.sigill.core.request.CopyOrder;
import se.sigill.core.request.Decision;
import se.sigill.core.request.ExemptGroup;
import se.sigill.core.request.Fee;
import se.sigill.core.request.Quote;
import se.sigill.core.request.Request;
import se.sigill.core.request.Tariff;
import se.sigill.core.request.TariffCsv;
import se.sigill.core.request.Wording;
import se.sigill.core.text.TextPart;

/**
 * What the copies of a request cost by the adopted tariff, told before they are made (TF 2 kap. 16 §). A payment is
 * noted by the request's own number: who paid is nobody's business (TF 2 kap. 18 §).
 */
public final class Fees {
    /** What a box takes. */
    private static final int WORDS_MAX = 2_000;

    private final Answering answering;
    private final OpenArchive archive;

    public Fees(Answering answering) {
        this.answering = answering;
        this.archive = answering.archive();
    }

    /**
     * How the copies are made.
     *
     * @param format of the paper, {@code A4}, or the carrier; may be empty
     * @param pages of all together
     * @param posted whether they go by post
     * @param exempt the group that the person said of their own accord to belong to
     */
    public record Order(CopyForm form, String format, int pages, boolean posted, Optional<ExemptGroup> exempt) {
        /** @throws IllegalArgumentException if the number of pages or the format is none */
        public Order {
            if (pages < 0 || pages > CopyOrder.Part.COUNT_MAX || format.length() > 40) {
                throw new IllegalArgumentException("an order has 0 to " + CopyOrder.Part.COUNT_MAX + " pages");
            }
        }
    }

    /** The tariff in force: that one was adopted last; {@link Tariff#NONE} if none was, and then all is free. */
    public Tariff tariff() {
        return archive.catalogue().adopted().stream()
                .filter(each -> each.kind().equals(TariffCsv.KIND))
                .reduce((one, other) -> one.act() > other.act() ? one : other)
                .flatMap(each -> read(each))
                .orElse(Tariff.NONE);
    }

    private static Optional<Tariff> read(Adoption each) {
        return TariffCsv.read(each.name(), each.version(), each.document()).value();
    }

    /** Whom the tariff lets off, on the day of the request. */
    public Set<ExemptGroup> exempt(RequestBook.Entry entry) {
        return tariff().exempt(AccessState.day(entry.request().asked().arrived()));
    }

    /** What is decided to be given and not handed out yet. */
    public List<Decision> batch(RequestBook.Entry entry) {
        return entry.request().due();
    }

    /** How many pages those records have, as far as their text tells; one where it does not. A person may know. */
    public int pages(RequestBook.Entry entry) {
        int pages = 0;
        for (Decision decision : batch(entry)) {
            Optional<CatalogueRecord> record = archive.find(decision.of());
            if (record.isPresent()) {
                pages += pages(record.get());
            }
        }
        return pages;
    }

    private int pages(CatalogueRecord record) {
        List<TextPart> parts = new StoredRecords(archive.archive().store())
                .text(record.id(), record.newest().version())
                .parts();
        int pages = parts.stream()
                .mapToInt(part -> (int) Math.max(
                        1,
                        part.pages().stream().filter(page -> page.number() > 0).count()))
                .sum();
        return Math.max(1, pages);
    }

    /** What the order costs, line by line. */
    public Fee fee(RequestBook.Entry entry, Order order) {
        int records = batch(entry).size();
        CopyOrder.Part part = new CopyOrder.Part(order.form(), order.format(), order.pages(), records, 0, 0);
        return tariff().fee(
                        new CopyOrder(List.of(part), order.posted(), order.exempt()),
                        AccessState.day(entry.request().asked().arrived()));
    }

    /** Tells the fee of everything that is decided and not handed out. */
    public Answering.Outcome quote(String id, Order order) {
        return answering.withAny(id, entry -> {
            if (batch(entry).isEmpty()) {
                return Answering.refused(
                        "Inget är beslutat att lämnas ut som inte är utlämnat.",
                        "Nothing is decided to be released that was not handed out.");
            }
            Fee fee = fee(entry, order);
            return answering.act(
                    entry,
                    new RequestAct.FeeQuoted(
                            answering.now(),
                            answering.actor(),
                            entry.request().id(),
                            fee.totalOre(),
                            words(entry, fee),
                            batch(entry).stream()
                                    .map(each -> Long.toString(each.act()))
                                    .collect(Collectors.joining(" "))));
        });
    }

    /** As who asked reads it, with the number under which it is paid. */
    private static String words(RequestBook.Entry entry, Fee fee) {
        RequestWords words = RequestWords.in(entry.request().asked().language());
        Wording said = fee.said();
        String all = words.say(said.swedish(), said.english());
        String number = fee.free()
                ? ""
                : words.say("\nAnge numret ", "\nGive the number ")
                        + entry.number()
                        + words.say(" när du betalar.", " when you pay.");
        // The total stands last: what is too long for a box loses its first lines.
        return all.substring(Math.max(0, all.length() + number.length() - WORDS_MAX)) + number;
    }

    /**
     * What became of a quoted fee: who asked agreed by telephone or at the desk, it was paid, or it is not charged.
     *
     * @param quote log index of the quote
     * @param how {@code accepted}, {@code paid} or {@code waived}
     * @param reason why it is waived; else not read
     */
    public Answering.Outcome settle(String id, long quote, String how, String reason) {
        return answering.withAny(id, entry -> {
            Optional<Quote> open = entry.request().quotes().stream()
                    .filter(each -> each.act() == quote && each.isUnpaid())
                    .findFirst();
            if (open.isEmpty()
                    || !Set.of(Quote.ACCEPTED, Quote.PAID, Quote.WAIVED).contains(how)) {
                return Answering.refused(
                        "Välj vad som hänt med avgiften. Den är inte redan betald eller efterskänkt.",
                        "Choose what became of the fee. It is not paid or waived already.");
            }
            if (how.equals(Quote.WAIVED) && (reason.isBlank() || reason.length() > Answering.TEXT_MAX)) {
                return Answering.refused("Skriv varför avgiften inte tas ut.", "Write why the fee is not charged.");
            }
            String noted =
                    switch (how) {
                        case Quote.WAIVED -> reason.strip();
                        case Quote.PAID -> entry.number();
                        default -> "";
                    };
            return answering.act(
                    entry,
                    new RequestAct.FeeSettled(
                            answering.now(), answering.actor(), entry.request().id(), quote, how, noted));
        });
    }

    /** The quote that who asked answered then, if it is not answered yet. */
    static Optional<Quote> answered(Request request, Instant sent) {
        return request.quotes().stream()
                // The outside tells whole seconds.
                .filter(each -> !each.at().truncatedTo(ChronoUnit.SECONDS).isAfter(sent))
                .reduce((_, last) -> last)
                .filter(Quote::isUnanswered);
    }
}
