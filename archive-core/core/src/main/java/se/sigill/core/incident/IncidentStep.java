package se.sigill.core.incident;

import java.util.Locale;
import java.util.Optional;

/** What can be noted of an incident. */
public enum IncidentStep {
    /** What was found or done. */
    NOTE,
    /** The supervisory authority (Integritetsskyddsmyndigheten) was told (GDPR art. 33). */
    AUTHORITY_TOLD,
    /** Those whose data it is were told (GDPR art. 34). */
    CONCERNED_TOLD,
    /** Nothing more is to be done, and why. */
    CLOSED;

    /** The word in acts: the name in lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<IncidentStep> ofWord(String word) {
        for (IncidentStep each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
