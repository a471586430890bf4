package se.sigill.open.ask;

import se.sigill.look.Language;

/** What is to be mended in a form, and in which field. */
public enum Problem {
    WORDS_MISSING(
            "ord",
            "Skriv vad du söker. Det räcker med några ord, till exempel ”bygglov Strandvägen 14”.",
            "Write what you are looking for. A few words will do, such as “building permit Strandvägen 14”."),
    WORDS_TOO_LONG(
            "ord",
            "Texten är för lång. Högst 20 000 tecken ryms. Korta texten, eller skicka den i två delar.",
            "The text is too long. At most 20,000 characters fit. Shorten it, or send it in two parts."),
    RECORD_UNKNOWN(
            "fler",
            "Alla handlingar gick inte att hitta här. Rätta numret, eller beskriv handlingen med egna ord i stället.",
            "Some documents could not be found here. Correct the number, or describe the document in your own words."),
    RECORDS_TOO_MANY(
            "fler",
            "Högst 200 handlingar ryms. Beskriv resten med egna ord, till exempel med ärendets nummer.",
            "At most 200 documents fit. Describe the rest in your own words, for example by the number of the case."),
    EMAIL_MISSING(
            "epost",
            "Skriv den e-postadress som svaret ska skickas till. Eller välj att ladda ner med kod.",
            "Write the e-mail address to send the answer to. Or choose to download with a code."),
    ADDRESS_MISSING(
            "adress",
            "Skriv den postadress som papperet ska skickas till. Eller välj att ladda ner med kod.",
            "Write the address to send the paper to. Or choose to download with a code."),
    CONTACT_TOO_LONG(
            "namn",
            "Namnet eller adressen är för lång. Högst 200 tecken ryms i namnet och 500 i adressen.",
            "The name or the address is too long. At most 200 characters fit in the name and 500 in the address."),
    AUTHORITY_TOO_LONG(
            "namnd", "Välj en nämnd i listan, eller ”Vet inte”.", "Choose an authority, or “I do not know”."),
    CODE_WRONG(
            "kod",
            "Koden ska ha 24 bokstäver och siffror. Kontrollera att hela koden är med.",
            "The code has 24 letters and digits. Check that all of it is there."),
    REPLY_MISSING("ord", "Skriv ditt meddelande först.", "Write your message first."),
    RESERVATION_CHANGED(
            "ord",
            "Förbehållet har ändrats sedan du läste det, eller är redan godtaget. Läs sidan igen.",
            "The reservation has changed since you read it, or is accepted already. Read the page again."),
    CLOSED(
            "ord",
            "Det går inte att ta emot meddelanden just nu. Din text står kvar. Försök igen om en stund.",
            "Messages cannot be received right now. Your text is still here. Try again in a while.");

    private final String field;
    private final String swedish;
    private final String english;

    Problem(String field, String swedish, String english) {
        this.field = field;
        this.swedish = swedish;
        this.english = english;
    }

    /** The id of the field on the page. */
    public String field() {
        return field;
    }

    public String text(Language l) {
        return l.say(swedish, english);
    }
}
