package se.sigill.core.request;

import java.util.List;
import java.util.Locale;

/**
 * What an order costs and why: the fee that the notice states before anything is copied.
 *
 * @param lines every charge and every reduction, in order; their sum is the total
 * @param totalOre what is to be paid, in öre (a hundredth of a krona); 0 or more
 * @param invoice whether an invoice can be chosen; it needs a name, so it is never the only way to pay
 */
public record Fee(List<Line> lines, long totalOre, boolean invoice) {
    public Fee {
        lines = List.copyOf(lines);
        if (totalOre < 0 || lines.stream().mapToLong(Line::ore).sum() != totalOre) {
            throw new IllegalArgumentException("the lines of a fee add up to its total, which is not below 0");
        }
    }

    /**
     * One line of the account.
     *
     * @param text what was counted and how
     * @param ore in öre; below 0 for a reduction
     */
    public record Line(Wording text, long ore) {}

    public boolean free() {
        return totalOre == 0;
    }

    /** All lines with their amounts, the total, and how one pays without giving a name. */
    public Wording said() {
        Wording out = null;
        for (Line line : lines) {
            Wording one = Texts.say("fee.line", line.text(), money(line.ore()));
            out = out == null ? one : out.join("\n", one);
        }
        Wording total = Texts.say("fee.total", money(totalOre));
        Wording whole = out == null ? total : out.join("\n", total);
        return free() ? whole : whole.join("\n", Texts.say(invoice ? "fee.pay.invoice" : "fee.pay"));
    }

    /** An amount as people write it: {@code 54 kr}, {@code 54,50 kr}; {@code SEK 54.50}. */
    static Wording money(long ore) {
        String sign = ore < 0 ? "−" : "";
        long kronor = Math.abs(ore) / 100;
        long rest = Math.abs(ore) % 100;
        String cents = rest == 0 ? "" : String.format(Locale.ROOT, "%02d", rest);
        return new Wording(
                sign + kronor + (rest == 0 ? "" : "," + cents) + " kr",
                sign + "SEK " + kronor + (rest == 0 ? "" : "." + cents));
    }
}
