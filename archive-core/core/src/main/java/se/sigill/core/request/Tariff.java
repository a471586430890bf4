package se.sigill.core.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.core.access.Validity;

/**
 * The fees for copies that the council adopted (taxa, TF 2 kap. 16 §: a fixed fee). What no row prices costs nothing:
 * without an adopted fee there is none to pay.
 *
 * @param version under which it is adopted
 * @param rules what holds for whole orders; of each kind at most one on a day, but of exemptions
 */
public record Tariff(String version, List<Price> prices, List<Rule> rules) {
    /** Where no tariff was adopted: all is free. */
    public static final Tariff NONE = new Tariff("", List.of(), List.of());

    /** A tariff is a page or two. */
    public static final int ROWS_MAX = 1_000;

    public Tariff {
        prices = List.copyOf(prices);
        rules = List.copyOf(rules);
    }

    /** A row that prices no unit. */
    public sealed interface Rule {
        Validity validity();

        /** Postage for an order that is posted and has more pages than those that go with a plain letter, in öre. */
        record Postage(int freePages, int ore, Validity validity) implements Rule {}

        /** An order that would cost less is free, in öre. */
        record Minimum(int ore, Validity validity) implements Rule {}

        /** An invoice can be chosen from this amount on, in öre; where there is no such row, never. */
        record Invoice(int fromOre, Validity validity) implements Rule {}

        /** Requests of one person on one day are counted together, as far as they say that they are one person's. */
        record SameDay(Validity validity) implements Rule {}

        /** A group that pays nothing. */
        record Exempt(ExemptGroup group, Validity validity) implements Rule {}
    }

    /** Whether orders of one day may be put together before their fee is computed. */
    public boolean countsDayTogether(LocalDate day) {
        return rule(Rule.SameDay.class, day).isPresent();
    }

    /** Whom the tariff lets off on the day, to be told in the notice of the fee. */
    public Set<ExemptGroup> exempt(LocalDate day) {
        Set<ExemptGroup> groups = new LinkedHashSet<>();
        rules(Rule.Exempt.class, day).forEach(rule -> groups.add(rule.group()));
        return groups;
    }

    /**
     * What an order costs by the rows in force on the day, in the order of its parts.
     *
     * @param day the day of the request, or of the offer if the tariff says so
     */
    public Fee fee(CopyOrder order, LocalDate day) {
        List<Fee.Line> lines = new ArrayList<>(priced(order, day));
        postage(order, day).ifPresent(lines::add);
        long sum = sum(lines);
        Optional<ExemptGroup> group = order.exempt().filter(exempt(day)::contains);
        Optional<Rule.Minimum> minimum = rule(Rule.Minimum.class, day).filter(rule -> sum < rule.ore());
        if (sum > 0 && group.isPresent()) {
            lines.add(new Fee.Line(Texts.say("fee.exempt", group.get().word()), -sum));
        } else if (sum > 0 && minimum.isPresent()) {
            lines.add(new Fee.Line(
                    Texts.say("fee.minimum", Fee.money(minimum.get().ore())), -sum));
        }
        lines.add(new Fee.Line(Texts.say("fee.search"), 0));
        long total = sum(lines);
        boolean invoice = rule(Rule.Invoice.class, day)
                .filter(rule -> total >= rule.fromOre())
                .isPresent();
        return new Fee(lines, total, invoice && total > 0);
    }

    private List<Fee.Line> priced(CopyOrder order, LocalDate day) {
        Map<Price, Long> counts = new LinkedHashMap<>();
        List<Fee.Line> lines = new ArrayList<>();
        Set<Wording> unpriced = new LinkedHashSet<>();
        for (CopyOrder.Part part : order.parts()) {
            List<Price> rows = rows(part, day);
            rows.forEach(row -> counts.merge(row, (long) part.count(row.unit()), Long::sum));
            if (part.form() == CopyForm.ON_SITE) {
                unpriced.add(Texts.say("fee.on-site"));
            } else if (rows.isEmpty()) {
                unpriced.add(Texts.say("fee.none", part.form().word()));
            }
        }
        counts.forEach((row, count) -> lines.add(line(row, count)));
        unpriced.forEach(text -> lines.add(new Fee.Line(text, 0)));
        return lines;
    }

    /** The rows of the form and the format; those of the form alone if the format has none. */
    private List<Price> rows(CopyOrder.Part part, LocalDate day) {
        List<Price> form = prices.stream()
                .filter(row -> row.form() == part.form() && row.validity().includes(day))
                .toList();
        List<Price> format = form.stream()
                .filter(row -> row.format().equalsIgnoreCase(part.format()))
                .toList();
        return format.isEmpty()
                ? form.stream().filter(row -> row.format().isEmpty()).toList()
                : format;
    }

    private static Fee.Line line(Price row, long count) {
        Wording counted = row.unit().counted(count);
        long ore = row.ore(count);
        if (ore == 0) {
            return new Fee.Line(
                    count > row.free()
                            ? Texts.say("fee.zero", row.named(), counted)
                            : Texts.say(
                                    "fee.within-free",
                                    row.named(),
                                    counted,
                                    row.unit().counted(row.free())),
                    0);
        }
        String key = row.free() > 0 ? "fee.priced" : "fee.priced.all";
        Wording first = Fee.money(row.firstOre());
        long more = count - row.free() - 1;
        Wording text = Texts.say(key, row.named(), counted, row.unit().counted(row.free()), first);
        return new Fee.Line(
                more == 0 ? text : text.join("", Texts.say("fee.more", more, Fee.money(row.nextOre()))), ore);
    }

    private Optional<Fee.Line> postage(CopyOrder order, LocalDate day) {
        if (!order.posted()) {
            return Optional.empty();
        }
        long pages = order.parts().stream()
                .filter(part -> part.form() != CopyForm.ON_SITE)
                .mapToLong(CopyOrder.Part::pages)
                .sum();
        return rule(Rule.Postage.class, day)
                .map(rule -> pages <= rule.freePages()
                        ? new Fee.Line(Texts.say("fee.postage.free", CopyUnit.PAGE.counted(rule.freePages())), 0)
                        : new Fee.Line(Texts.say("fee.postage"), rule.ore()));
    }

    private <R extends Rule> Stream<R> rules(Class<R> kind, LocalDate day) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).filter(rule -> rule.validity()
                .includes(day));
    }

    private <R extends Rule> Optional<R> rule(Class<R> kind, LocalDate day) {
        return rules(kind, day).findFirst();
    }

    private static long sum(List<Fee.Line> lines) {
        return lines.stream().mapToLong(Fee.Line::ore).sum();
    }
}
