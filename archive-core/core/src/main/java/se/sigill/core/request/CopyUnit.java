package se.sigill.core.request;

/** What a fee counts. */
public enum CopyUnit {
    PAGE("sida", "sidor", "page", "pages"),
    /** A record (handling), however long; what digital copies are counted by where the tariff says so. */
    RECORD("handling", "handlingar", "record", "records"),
    /** A carrier: a disc, a stick. */
    MEDIUM("medium", "medier", "medium", "media"),
    /** A quarter of an hour of transcribing that has begun; never of searching or assessing. */
    QUARTER_HOUR("påbörjad kvart", "påbörjade kvartar", "started quarter of an hour", "started quarters of an hour");

    private final String one;
    private final String many;
    private final String oneEnglish;
    private final String manyEnglish;

    CopyUnit(String one, String many, String oneEnglish, String manyEnglish) {
        this.one = one;
        this.many = many;
        this.oneEnglish = oneEnglish;
        this.manyEnglish = manyEnglish;
    }

    /** {@code 1 sida}, {@code 12 sidor}. */
    Wording counted(long number) {
        return number == 1
                ? new Wording("1 " + one, "1 " + oneEnglish)
                : new Wording(number + " " + many, number + " " + manyEnglish);
    }
}
