package se.sigill.look;

import java.util.Locale;

/** Sizes of files for people: powers of 1,000, as file managers tell them. */
public final class Sizes {
    private Sizes() {}

    public static String of(long bytes, Language l) {
        if (bytes < 1000) {
            return bytes + " byte";
        }
        String[] units = {"kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        Locale locale = Locale.of(l.code());
        return String.format(locale, value < 10 ? "%.1f %s" : "%.0f %s", value, units[unit]);
    }
}
