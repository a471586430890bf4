package se.sigill.core.log;

import java.util.Locale;

/**
 * Who acts.
 *
 * @param name of a person the account; of a rule its name and version; of the system the job
 */
public record Actor(Kind kind, String name) {
    public enum Kind {
        PERSON,
        RULE,
        SYSTEM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Actor {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an actor has a name");
        }
    }

    public static Actor person(String account) {
        return new Actor(Kind.PERSON, account);
    }

    public static Actor rule(String name) {
        return new Actor(Kind.RULE, name);
    }

    public static Actor system(String job) {
        return new Actor(Kind.SYSTEM, job);
    }

    /** The form in an act, {@code person:anna}. */
    public String text() {
        return kind.word() + ":" + name;
    }

    /** @throws IllegalArgumentException if the text is not of the form {@code kind:name} */
    public static Actor ofText(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is no actor");
        }
        return new Actor(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }
}
