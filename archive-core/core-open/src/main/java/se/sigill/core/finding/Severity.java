package se.sigill.core.finding;

/** How much a finding weighs. The order is the order of weight, least first. */
public enum Severity {
    /** Worth knowing; nothing needs to be done. */
    INFO,
    /** Somebody should look; the work went on. */
    WARNING,
    /** The thing named does not hold; exit code 2 where a command reports it. */
    ERROR;

    /** The word used in JSON: the name in lower case. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
