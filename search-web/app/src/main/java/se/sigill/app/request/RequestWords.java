package se.sigill.app.request;

import java.time.LocalDate;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Request;

/** What a requester reads, in plain words and the language in which the request was made. */
final class RequestWords {
    private final boolean english;

    private RequestWords(boolean english) {
        this.english = english;
    }

    static RequestWords in(String language) {
        return new RequestWords(language.equals("en"));
    }

    String say(String swedish, String inEnglish) {
        return english ? inEnglish : swedish;
    }

    String asked(String number) {
        return say(
                "Begäran kom in och har nummer " + number + ".", "The request came in and has number " + number + ".");
    }

    String next(Request.State state) {
        return switch (state) {
            case RECEIVED ->
                say(
                        "Registratorn tar hand om begäran, oftast samma dag.",
                        "The registrar takes care of the request, usually the same day.");
            case IN_HAND ->
                say(
                        "Någon letar fram handlingarna och prövar om de kan lämnas ut.",
                        "Somebody is finding the documents and assessing whether they can be released.");
            case QUESTION ->
                say(
                        "Vi har frågat dig om något. Du behöver inte säga vem du är.",
                        "We have asked you something. You need not say who you are.");
            case DECISION_WANTED ->
                say(
                        "Du har bett om ett beslut av myndigheten. Någon som får besluta för den prövar frågan.",
                        "You have asked for a decision of the authority. Somebody who may decide for it considers the"
                                + " matter.");
            case COUNTERSIGNING ->
                say(
                        "Ett beslut är skrivet. En andra person läser det innan det gäller.",
                        "A decision is written. A second person reads it before it counts.");
            case ANSWERED ->
                say("Begäran är besvarad. Hämta det du fått här.", "The request is answered. Fetch what you got here.");
            case APPEALED ->
                say(
                        "Beslutet är överklagat. Myndigheten prövar om det ska ändras eller skickas vidare.",
                        "The decision is appealed. The authority considers whether to change it or send it on.");
            case CLOSED -> say("Begäran är avslutad.", "The request is closed.");
        };
    }

    String appeal(String authority) {
        return say(
                "Hur du överklagar till kammarrätten står i beslutet. Lämna överklagandet till " + authority
                        + " inom tre veckor från den dag du fick del av beslutet.",
                "How to appeal to the administrative court of appeal stands in the decision. Hand the appeal in to "
                        + authority + " within three weeks of the day on which you received the decision.");
    }

    /**
     * How a record is named for somebody who asked: its title only if it is open, nothing if it is secret that it is.
     */
    String named(CatalogueRecord record, AdoptedRules rules, LocalDate day) {
        Openness answer = rules.answer(record, day);
        if (rules.access().existenceSecret(record.facts(rules.plan()), day)) {
            return nothing();
        }
        String number = record.description().diaryNumber();
        if (answer instanceof Openness.Open) {
            return number.isBlank()
                    ? record.description().title()
                    : number + ", " + record.description().title();
        }
        return number.isBlank() ? say("Handling", "Document") + " " + record.id() : number;
    }

    String outcome(Outcome outcome) {
        return switch (outcome) {
            case WHOLE -> say("Lämnas ut", "Released");
            case PART -> say("Lämnas ut i vissa delar", "Released in part");
            case WITH_RESERVATION -> say("Lämnas ut med förbehåll", "Released with a reservation");
            case REFUSED -> say("Lämnas inte ut", "Refused");
            case NOT_HELD -> say("Finns inte hos myndigheten", "Not held by the authority");
            case NOT_OFFICIAL -> say("Är ingen allmän handling", "No official document");
            case FORWARDED -> say("Skickat till en annan myndighet", "Sent on to another authority");
        };
    }

    String nothing() {
        return say("Det du frågade efter", "What you asked for");
    }
}
