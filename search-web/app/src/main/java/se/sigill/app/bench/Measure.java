package se.sigill.app.bench;

import java.util.Locale;
import se.sigill.core.json.Json;

/**
 * One figure.
 *
 * @param name stable, lower case with dots; programs match on it
 * @param unit in words: {@code s}, {@code records/s}, {@code MB/s} (10⁶ bytes), {@code MiB}, {@code ms}, {@code files}
 * @param goal what is promised of it; {@link Goal#none()} for a baseline or a mere fact
 * @param note how it came about, one sentence; may be empty
 */
public record Measure(String name, double value, String unit, Goal goal, String note) {

    /** A bound: the value must not lie below, or not above it. */
    public record Goal(Kind kind, double bound) {
        /** Which side is good. */
        public enum Kind {
            NONE,
            AT_LEAST,
            AT_MOST
        }

        public static Goal none() {
            return new Goal(Kind.NONE, 0);
        }

        public static Goal atLeast(double bound) {
            return new Goal(Kind.AT_LEAST, bound);
        }

        public static Goal atMost(double bound) {
            return new Goal(Kind.AT_MOST, bound);
        }

        boolean isMetBy(double value) {
            return switch (kind) {
                case NONE -> true;
                case AT_LEAST -> value >= bound;
                case AT_MOST -> value <= bound;
            };
        }

        String words(double value) {
            return switch (kind) {
                case NONE -> "";
                case AT_LEAST -> "goal ≥ " + number(bound) + (isMetBy(value) ? ", met" : ", MISSED");
                case AT_MOST -> "goal ≤ " + number(bound) + (isMetBy(value) ? ", met" : ", MISSED");
            };
        }
    }

    static Measure fact(String name, double value, String unit, String note) {
        return new Measure(name, value, unit, Goal.none(), note);
    }

    boolean isMet() {
        return goal.isMetBy(value);
    }

    Json toJson() {
        Json.Obj json = Json.object()
                .with("name", name)
                .with("value", new Json.Num(String.format(Locale.ROOT, "%.3f", value)))
                .with("unit", unit);
        if (goal.kind != Goal.Kind.NONE) {
            json.with(goal.kind == Goal.Kind.AT_LEAST ? "atLeast" : "atMost", new Json.Num(number(goal.bound)));
            json.with("met", isMet());
        }
        return json.with("note", note);
    }

    /** Three significant digits, never in powers of ten. */
    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
