package se.sigill.app.demo;

/** Words that occur in one place of the demonstration municipality only, so that a search can be checked. */
public enum Planted {
    /** Only inside a DOCX. */
    IN_DOCX("tjärkokargille"),
    /** Only inside an ODT. */
    IN_ODT("kopparormsbrygga"),
    /** Only in a cell of an XLSX. */
    IN_XLSX("linfrötröskverk"),
    /** Only on a slide of a PPTX. */
    IN_PPTX("skvattramsäng"),
    /** Only on page 3 of a PDF of six pages. */
    ON_PDF_PAGE_3("bäverdammslucka"),
    /** Only inside a DOCX that is attached to a mail. */
    IN_MAIL_ATTACHMENT("silverlinkompass"),
    /** Only in the text of a mail inside the mbox. */
    IN_MBOX("vattusotsgräs"),
    /** Only in a record that is restricted when it is delivered. */
    IN_RESTRICTED("hässjevirkesspö");

    private final String word;

    Planted(String word) {
        this.word = word;
    }

    /** The word, lower case, in the form in which it stands in the text. */
    public String word() {
        return word;
    }

    /** The sentence the word stands in. */
    String sentence() {
        return "Enligt hembygdsboken kallas platsen " + word + " sedan gammalt.";
    }
}
