package se.sigill.core.request;

import java.util.function.UnaryOperator;

/**
 * One statement in both languages of the archive. Swedish is what binds; English is a translation of it.
 *
 * @param swedish for letters, decisions and the Swedish pages
 * @param english for the English pages and enclosed translations
 */
public record Wording(String swedish, String english) {
    public Wording {
        if (swedish.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a wording is said in both languages");
        }
    }

    Wording map(UnaryOperator<String> change) {
        return new Wording(change.apply(swedish), change.apply(english));
    }

    /** This and then the other with the given text between them. */
    Wording join(String between, Wording other) {
        return new Wording(swedish + between + other.swedish, english + between + other.english);
    }
}
