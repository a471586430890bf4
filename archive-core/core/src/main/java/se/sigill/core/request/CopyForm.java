package se.sigill.core.request;

import java.util.Locale;

/** In what form somebody gets what they asked for. */
public enum CopyForm {
    /** Copies or print-outs on paper. */
    PAPER("papperskopia", "paper copy"),
    EMAIL("e-post", "e-mail"),
    /** Fetched with the code of the request. */
    DOWNLOAD("nedladdning", "download"),
    /** On a carrier such as a USB stick. */
    CARRIER("lagringsmedium", "storage medium"),
    /** A transcript (avskrift): the only form for which working time may be charged. */
    TRANSCRIPT("avskrift", "transcript"),
    /** Read, listened to or photographed on the spot: always free (TF 2 kap. 15 §). */
    ON_SITE("på stället", "on site");

    private final String swedish;
    private final String english;

    CopyForm(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** The word in the table of fees: the name in lower case with hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Wording word() {
        return new Wording(swedish, english);
    }
}
