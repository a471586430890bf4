package se.sigill.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields a query may name, and no names: whatever else an index has, a query cannot reach it. Each has a Swedish
 * and an English name, written before a colon: {@code nämnd:byggnadsnämnden}.
 */
public enum SearchField {
    AUTHORITY("nämnd", "authority", "myndighet", "board"),
    TYPE("typ", "type", "handlingstyp"),
    YEAR("år", "year"),
    FORMAT("format", "filformat"),
    CLASS("klass", "class"),
    DIRECTION("riktning", "direction"),
    STATUS("status");

    private final String swedish;
    private final String names;

    SearchField(String... names) {
        this.swedish = names[0];
        this.names = String.join(" ", names);
    }

    /** The name shown in Swedish text. */
    public String swedish() {
        return swedish;
    }

    /** The name shown in English text. */
    public String english() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every name a person may type, lower case. */
    public List<String> names() {
        return List.of(names.split(" "));
    }

    /** The field a person means by {@code name}, in any case. */
    public static Optional<SearchField> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(f -> f.names().contains(wanted)).findFirst();
    }
}
