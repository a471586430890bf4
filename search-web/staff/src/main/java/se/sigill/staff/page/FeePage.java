package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import se.sigill.app.request.Fees;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.CopyForm;
import se.sigill.core.request.ExemptGroup;
import se.sigill.core.request.Fee;
import se.sigill.core.request.Quote;
import se.sigill.look.Language;

/**
 * What the copies of a request cost, line by line, and what became of what was told.
 *
 * @param lines of the order as it is now; empty if nothing is to be handed out
 * @param tariff under which version it is computed; empty if none was adopted
 * @param paidFirst whether copies wait until the fee is paid
 */
public record FeePage(
        Frame frame,
        String id,
        String problem,
        String message,
        int records,
        Order order,
        List<Line> lines,
        String total,
        String tariff,
        List<Choice> forms,
        List<Choice> groups,
        List<Told> told,
        boolean paidFirst) {
    /** As the form has it. */
    public record Order(String form, String format, int pages, boolean posted, String group) {}

    /** @param amount in kronor; below 0 for a reduction */
    public record Line(String text, String amount) {}

    public record Choice(String value, String label) {}

    /** A fee that was told. @param unpaid whether something can still become of it */
    public record Told(long act, String title, String words, boolean unanswered, boolean unpaid) {}

    public FeePage {
        lines = List.copyOf(lines);
        forms = List.copyOf(forms);
        groups = List.copyOf(groups);
        told = List.copyOf(told);
    }

    /** @param fees of the visitor */
    public static FeePage of(
            Surround around, RequestBook.Entry entry, Fees fees, Fees.Order order, String problem, String message) {
        Language l = around.language();
        String id = entry.request().id().value();
        ZoneId zone = around.archive().config().archive().zone();
        int records = fees.batch(entry).size();
        Fee fee = fees.fee(entry, order);
        return new FeePage(
                around.frame(
                        Place.REQUESTS,
                        l.say("Avgift för ", "Fee of ") + entry.number(),
                        Place.REQUESTS.path() + "/" + id + "/avgift"),
                id,
                problem,
                message,
                records,
                new Order(
                        order.form().code(),
                        order.format(),
                        order.pages(),
                        order.posted(),
                        order.exempt().map(FeePage::word).orElse("")),
                records == 0
                        ? List.of()
                        : fee.lines().stream()
                                .map(line -> new Line(RequestsPage.say(line.text(), l), money(line.ore(), l)))
                                .toList(),
                money(fee.totalOre(), l),
                fees.tariff().version(),
                Arrays.stream(CopyForm.values())
                        .map(form -> new Choice(form.code(), RequestsPage.say(form.word(), l)))
                        .toList(),
                fees.exempt(entry).stream()
                        .map(group -> new Choice(word(group), RequestsPage.say(group.word(), l)))
                        .toList(),
                entry.request().quotes().stream()
                        .map(quote -> told(quote, zone, l))
                        .toList(),
                around.archive().config().fees().paidFirst());
    }

    /** The word of a group in forms. */
    static String word(ExemptGroup group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static Told told(Quote quote, ZoneId zone, Language l) {
        return new Told(
                quote.act(),
                money(quote.ore(), l) + ", " + Words.time(quote.at(), zone) + ": " + state(quote, l),
                quote.words(),
                quote.isUnanswered(),
                quote.isUnpaid());
    }

    /** How far it has come, in words. */
    static String state(Quote quote, Language l) {
        if (quote.ore() == 0) {
            return l.say("utan avgift", "free of charge");
        }
        return quote.settled()
                .map(how -> switch (how) {
                    case Quote.ACCEPTED -> l.say("godkänd, inte betald", "accepted, not paid");
                    case Quote.PAID -> l.say("betald under nummer ", "paid under number ") + quote.reason();
                    default -> l.say("tas inte ut: ", "not charged: ") + quote.reason();
                })
                .orElse(l.say("inte godkänd än", "not accepted yet"));
    }

    static String money(long ore, Language l) {
        String sign = ore < 0 ? "−" : "";
        long rest = Math.abs(ore) % 100;
        String cents = rest == 0 ? "" : l.say(",", ".") + String.format(Locale.ROOT, "%02d", rest);
        return sign + Math.abs(ore) / 100 + cents + " kr";
    }
}
