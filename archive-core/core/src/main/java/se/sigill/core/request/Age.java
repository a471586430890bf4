package se.sigill.core.request;

/**
 * How old an open request is, in whole working days since it came, youngest first. The answer is due the same day or,
 * where secrecy must be assessed, within a day or a few (TF 2 kap. 15-16 §§ and the Ombudsman's practice). It is shown
 * with its word, never by colour alone.
 */
public enum Age {
    /** No working day has begun since the day it came: T+0. */
    SAME_DAY("ny", "new", "ingen arbetsdag har gått", "no working day has passed"),
    /** T+1. */
    GREEN("grön", "green", "en arbetsdag har gått", "one working day has passed"),
    /** T+2 and T+3. */
    AMBER("gul", "amber", "två eller tre arbetsdagar har gått", "two or three working days have passed"),
    /** Later. */
    RED("röd", "red", "mer än tre arbetsdagar har gått", "more than three working days have passed");

    /** The last working day that is green. */
    public static final int GREEN_DAYS_MAX = 1;

    /** The last working day that is amber. */
    public static final int AMBER_DAYS_MAX = 3;

    private final String swedish;
    private final String english;
    private final String meaningSwedish;
    private final String meaningEnglish;

    Age(String swedish, String english, String meaningSwedish, String meaningEnglish) {
        this.swedish = swedish;
        this.english = english;
        this.meaningSwedish = meaningSwedish;
        this.meaningEnglish = meaningEnglish;
    }

    /** The age after so many whole working days. */
    public static Age of(int workingDays) {
        if (workingDays <= 0) {
            return SAME_DAY;
        }
        if (workingDays <= GREEN_DAYS_MAX) {
            return GREEN;
        }
        return workingDays <= AMBER_DAYS_MAX ? AMBER : RED;
    }

    /** One word: {@code gul}, {@code amber}. */
    public Wording word() {
        return new Wording(swedish, english);
    }

    /** What the word means, in days. */
    public Wording meaning() {
        return new Wording(meaningSwedish, meaningEnglish);
    }
}
