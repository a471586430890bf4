package se.sigill.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers as people write them, brought to one form: runs of letters and runs of digits in lower case, leading zeros
 * gone, joined by a slash. {@code KS 2026/123}, {@code KS2026/123} and {@code ks 2026-0123} are all
 * {@code ks/2026/123}.
 */
public final class DiaryNumbers {
    /** More groups are no diary number but a text. */
    static final int GROUPS_MAX = 8;

    private DiaryNumbers() {}

    /** The groups of a number, for example {@code [ks, 2026, 123]}; empty if it has no digit or too many groups. */
    public static List<String> groups(String written) {
        List<String> groups = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            int start = at;
            int kind = kind(written.charAt(at));
            while (at < written.length() && kind(written.charAt(at)) == kind) {
                at++;
            }
            if (kind > 0) {
                groups.add(plain(written.substring(start, at), kind));
            }
        }
        boolean number = groups.stream().anyMatch(g -> kind(g.charAt(0)) == 2);
        return number && groups.size() <= GROUPS_MAX ? groups : List.of();
    }

    /** The whole number in one form; empty text if it is none. */
    public static String whole(String written) {
        return String.join("/", groups(written));
    }

    /** Every run of groups that holds a digit: what of a number one may remember and search for. */
    public static Set<String> runs(String written) {
        List<String> groups = groups(written);
        Set<String> runs = new LinkedHashSet<>();
        for (int from = 0; from < groups.size(); from++) {
            for (int to = from + 1; to <= groups.size(); to++) {
                List<String> run = groups.subList(from, to);
                if (run.stream().anyMatch(g -> kind(g.charAt(0)) == 2)) {
                    runs.add(String.join("/", run));
                }
            }
        }
        return runs;
    }

    private static String plain(String group, int kind) {
        if (kind == 1) {
            return group.toLowerCase(Locale.ROOT);
        }
        int zeros = 0;
        while (zeros < group.length() - 1 && Character.digit(group.charAt(zeros), 10) == 0) {
            zeros++;
        }
        return group.substring(zeros);
    }

    /** 1 for a letter, 2 for a digit, 0 for what stands between. */
    private static int kind(char c) {
        return Character.isDigit(c) ? 2 : Character.isLetter(c) ? 1 : 0;
    }
}
