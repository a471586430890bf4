package se.sigill.core.log;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.finding.Finding;

/** Findings of one verification, so many of a kind and a count of the rest: a changed file must not print for hours. */
final class FindingList {
    private static final int OF_A_KIND_MAX = 100;

    private final List<Finding> findings = new ArrayList<>();
    private final Map<LogFinding, Integer> counts = new EnumMap<>(LogFinding.class);

    void add(LogFinding code, String where, String message) {
        int count = counts.merge(code, 1, Integer::sum);
        if (count <= OF_A_KIND_MAX) {
            findings.add(Finding.of(code, where, message));
        }
    }

    void addAll(FindingList others) {
        others.findings.forEach(f -> add((LogFinding) f.code(), f.where(), f.message()));
        others.counts.forEach((code, count) -> counts.merge(code, Math.max(0, count - OF_A_KIND_MAX), Integer::sum));
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        counts.forEach((code, count) -> {
            if (count > OF_A_KIND_MAX) {
                all.add(Finding.of(code, "", (count - OF_A_KIND_MAX) + " more of this kind are not listed."));
            }
        });
        return all;
    }
}
