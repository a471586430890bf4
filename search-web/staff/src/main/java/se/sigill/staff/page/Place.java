package se.sigill.staff.page;

import se.sigill.look.Language;

/** Where a page stands in the menu. */
public enum Place {
    DESK("/", "Skrivbord", "Desk"),
    SEARCH("/sok", "Sök", "Search"),
    REQUESTS("/begaran", "Begäranden", "Requests"),
    /** In the menu of who has no business with the requests themselves; others come there from those. */
    STATISTICS("/begaran/statistik", "Statistik", "Statistics"),
    INCIDENTS("/incidenter", "Incidenter", "Incidents"),
    DELIVER("/leverera", "Leverera", "Deliver"),
    DELIVERIES("/leveranser", "Leveranser", "Deliveries"),
    GAPS("/luckor", "Luckor", "Gaps"),
    AUDIT("/granskning", "Granskning", "Audit"),
    PLAN("/plan", "Öppenhet per klass", "Openness by class"),
    ACCOUNT("/konto", "Konto", "Account");

    private final String path;
    private final String swedish;
    private final String english;

    Place(String path, String swedish, String english) {
        this.path = path;
        this.swedish = swedish;
        this.english = english;
    }

    /** Behind the language. */
    public String path() {
        return path;
    }

    public String link(Language l) {
        return "/" + l.code() + path;
    }

    String label(Language l) {
        return l.say(swedish, english);
    }
}
