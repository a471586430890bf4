package se.sigill.core.request;

import se.sigill.core.access.Validity;

/**
 * One row of a tariff: what the unit costs in one form.
 *
 * @param form never on site
 * @param format the paper or carrier it is for; empty for all that have no row of their own
 * @param free so many units cost nothing
 * @param firstOre what the first charged unit costs, in öre: often more than the next ones
 * @param nextOre what each further unit costs, in öre
 * @param validity when the row is in force
 * @param source the decision or the section it was taken from
 * @param verified whether somebody has checked it against that
 */
public record Price(
        CopyForm form,
        String format,
        CopyUnit unit,
        int free,
        int firstOre,
        int nextOre,
        Validity validity,
        String source,
        boolean verified) {

    /** 10 000 kronor; a higher amount in one row is a slip of the pen. */
    public static final int ORE_MAX = 1_000_000;

    /** No tariff gives more away and still charges. */
    public static final int FREE_MAX = 100_000;

    public Price {
        if (free < 0 || free > FREE_MAX || !isAmount(firstOre) || !isAmount(nextOre)) {
            throw new IllegalArgumentException("a price is free for 0 to " + FREE_MAX + " and costs 0 to " + ORE_MAX);
        }
        if (!isLawful(form, unit)) {
            throw new IllegalArgumentException("nothing is charged for " + form.code() + " by " + unit);
        }
    }

    /**
     * Whether a fee of this kind may be taken at all: never on site (TF 2 kap. 15 §), and working time for transcripts
     * alone, because searching and assessing are never charged (TF 2 kap. 16 §: a fee is for the copy).
     */
    static boolean isLawful(CopyForm form, CopyUnit unit) {
        return switch (form) {
            case ON_SITE -> false;
            case TRANSCRIPT -> true;
            case PAPER, EMAIL, DOWNLOAD, CARRIER -> unit != CopyUnit.QUARTER_HOUR;
        };
    }

    /** What so many units cost together, in öre. */
    public long ore(long units) {
        return units <= free ? 0 : firstOre + (units - free - 1) * nextOre;
    }

    boolean same(Price other) {
        return form == other.form
                && unit == other.unit
                && format.equalsIgnoreCase(other.format)
                && validity.overlaps(other.validity);
    }

    /** How the row reads to whoever pays: {@code papperskopia A4}. */
    Wording named() {
        return format.isEmpty() ? form.word() : form.word().map(word -> word + " " + format);
    }

    private static boolean isAmount(int ore) {
        return ore >= 0 && ore <= ORE_MAX;
    }
}
