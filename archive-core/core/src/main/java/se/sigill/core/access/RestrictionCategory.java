package se.sigill.core.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The only three reasons for which access may be limited; each still cites a provision (TF 2 kap. 20 §). */
public enum RestrictionCategory {
    SECURITY("säkerhet"),
    SECRECY("sekretess"),
    INTEGRITY("integritet");

    private final String swedish;

    RestrictionCategory(String swedish) {
        this.swedish = swedish;
    }

    /** The word in acts and catalogues: the name in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The Swedish word that a delivery or a form may use. */
    public String swedish() {
        return swedish;
    }

    /** The category for an English or Swedish word in any case; empty if it is none. */
    public static Optional<RestrictionCategory> parse(String word) {
        String folded = word.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(c -> c.word().equals(folded) || c.swedish.equals(folded))
                .findFirst();
    }
}
