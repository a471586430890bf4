package se.sigill.look;

import java.util.Locale;
import java.util.Optional;

/** The languages of the site; the first part of every address of a page. */
public enum Language {
    SV("Svenska"),
    EN("English");

    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** As in addresses and in {@code lang} attributes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String ownName() {
        return ownName;
    }

    public Language other() {
        return switch (this) {
            case SV -> EN;
            case EN -> SV;
        };
    }

    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of the page at this path; Swedish where the path says none. */
    public static Language ofPath(String path) {
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        int slash = trimmed.indexOf('/');
        return ofCode(slash < 0 ? trimmed : trimmed.substring(0, slash)).orElse(SV);
    }

    /** One of two texts. */
    public String say(String swedish, String english) {
        return switch (this) {
            case SV -> swedish;
            case EN -> english;
        };
    }
}
