package se.sigill.core.request;

import java.util.Locale;
import java.util.Optional;

/** How an appeal came in to the authority. */
public enum AppealChannel {
    /** By the code of the request. */
    WEB,
    /** By e-mail. */
    MAIL,
    /** By hand. */
    DESK,
    /** By post. */
    LETTER,
    /** In the authority's own letter box. */
    LETTER_BOX;

    /** The word in acts: the name in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AppealChannel> ofWord(String word) {
        for (AppealChannel each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** On which day it counts as having come (FL 22 §). */
    public AppealTime.Arrival arrival() {
        return switch (this) {
            case WEB, MAIL, DESK -> AppealTime.Arrival.DIRECT;
            case LETTER -> AppealTime.Arrival.POST;
            case LETTER_BOX -> AppealTime.Arrival.LETTER_BOX;
        };
    }
}
