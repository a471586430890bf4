package se.sigill.core.request;

/**
 * Whom a tariff lets off the fee. Nobody is asked whether they belong to one (TF 2 kap. 18 §): it is told in the notice
 * of the fee, and whoever wishes says so.
 */
public enum ExemptGroup {
    AUTHORITY("myndigheter", "authorities"),
    RESEARCHER("forskare", "researchers"),
    MEDIA("massmedier", "the media"),
    ELECTED("förtroendevalda", "elected representatives"),
    STUDENT("studerande", "students"),
    ASSOCIATION("föreningar", "associations"),
    CONCERNED("den som handlingen rör", "the person whom the record concerns");

    private final String swedish;
    private final String english;

    ExemptGroup(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    public Wording word() {
        return new Wording(swedish, english);
    }
}
