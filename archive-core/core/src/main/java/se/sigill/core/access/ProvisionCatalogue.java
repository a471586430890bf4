package se.sigill.core.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The adopted secrecy provisions, each with the intervals during which its rows are law.
 *
 * <p>Immutable. {@link #EMPTY} knows nothing: every restriction then counts as without end, so that a lost catalogue
 * closes and never opens.
 */
public final class ProvisionCatalogue {
    public static final ProvisionCatalogue EMPTY = new ProvisionCatalogue("none", List.of());

    private final String version;
    private final Map<String, List<Provision>> rows = new TreeMap<>();

    /**
     * @param version the name under which the catalogue was adopted
     * @param provisions rows in any order
     * @throws IllegalArgumentException if two rows of one provision are law on the same day
     */
    public ProvisionCatalogue(String version, List<Provision> provisions) {
        this.version = version;
        for (Provision row : provisions) {
            List<Provision> same = rows.computeIfAbsent(key(row.reference()), k -> new ArrayList<>());
            for (Provision other : same) {
                if (other.validity().overlaps(row.validity())) {
                    throw new IllegalArgumentException("two rows of " + row.reference() + " are law on the same day");
                }
            }
            same.add(row);
            same.sort(Comparator.comparing(p -> p.validity().from()));
        }
    }

    public String version() {
        return version;
    }

    /** All rows, by reference and then by time. */
    public List<Provision> all() {
        return rows.values().stream().flatMap(List::stream).toList();
    }

    public boolean knows(String reference) {
        return rows.containsKey(key(reference));
    }

    /** All rows of one provision, by time; empty if the reference is unknown. */
    List<Provision> rows(String reference) {
        return List.copyOf(rows.getOrDefault(key(reference), List.of()));
    }

    /** The row that is law on the given day; empty if there is none. */
    public Optional<Provision> valid(String reference, LocalDate day) {
        return rows.getOrDefault(key(reference), List.of()).stream()
                .filter(p -> p.validity().includes(day))
                .findFirst();
    }

    /**
     * The row to count with on the given day: the one that is law then, otherwise the last one before, otherwise the
     * first one after. Repealing a provision therefore ends no restriction by itself. Empty if the reference is
     * unknown.
     */
    public Optional<Provision> governing(String reference, LocalDate day) {
        List<Provision> same = rows.getOrDefault(key(reference), List.of());
        if (same.isEmpty()) {
            return Optional.empty();
        }
        Provision best = same.getFirst();
        for (Provision row : same) {
            if (!row.validity().from().isAfter(day)) {
                best = row;
            }
        }
        return Optional.of(best);
    }

    /** The form in which a reference as people write it is compared: spaces and case do not count. */
    private static String key(String reference) {
        StringBuilder out = new StringBuilder();
        reference
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != 0xA0)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
