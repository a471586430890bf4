package se.sigill.app.demo;

/** The authorities (myndigheter) of the invented municipality: four boards and a company it owns (OSL 2 kap. 3 §). */
enum Authority {
    KS("Kommunstyrelsen"),
    BN("Byggnadsnämnden"),
    SN("Socialnämnden"),
    BUN("Barn- och utbildningsnämnden"),
    LB("Lindhults Bostäder AB");

    private final String title;

    Authority(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
