package se.sigill.app.request;

import java.time.LocalDate;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Outcome;
import se.sigill.core.request.Quote;
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

    /** What happens next, by what waits for whom. */
    String next(Request request) {
        if (request.appeals().stream().anyMatch(Appeal::isWithCourt)) {
            return say(
                    "Överklagandet ligger hos kammarrätten med alla handlingar i ärendet. Domstolen skriver till dig.",
                    "The appeal is with the administrative court of appeal, with all files of the case. The court"
                            + " writes to you.");
        }
        boolean asked = request.quote().filter(Quote::isUnanswered).isPresent();
        return asked && request.isOpen() && !request.hasOpenAppeal()
                ? say(
                        "Kopiorna kostar något. Godkänn avgiften, så får du dem. Säger du nej kan du läsa på plats"
                                + " utan avgift.",
                        "The copies cost something. Accept the fee and you get them. If you say no, you can read on"
                                + " the spot free of charge.")
                : next(request.state());
    }

    String takenBack() {
        return say(
                "En fil som lämnats ut av misstag är borttagen härifrån.",
                "A file that was handed out by mistake was taken away from here.");
    }

    String waived() {
        return say("Avgiften tas inte ut.", "The fee is not charged.");
    }

    String paid() {
        return say("Betalningen har kommit in.", "The payment has come in.");
    }

    /** What the authority did about an appeal. */
    String handled(String outcome) {
        return switch (outcome) {
            case Appeal.CHANGED ->
                say(
                        "Myndigheten har ändrat beslutet som du begärde.",
                        "The authority has changed the decision as you asked.");
            case Appeal.FORWARDED ->
                say(
                        "Överklagandet är överlämnat till kammarrätten.",
                        "The appeal was handed over to the administrative court of appeal.");
            case Appeal.TOO_LATE ->
                say(
                        "Överklagandet kom in för sent och är avvisat. Beslutet om det går också att överklaga: det"
                                + " ligger bland breven.",
                        "The appeal came too late and was dismissed. That decision can be appealed too: it is among"
                                + " the letters.");
            default -> say("Överklagandet är hanterat.", "The appeal was handled.");
        };
    }

    /** What the court came to. */
    String judged(String outcome) {
        return switch (outcome) {
            case "upheld" ->
                say("Kammarrätten har avslagit överklagandet.", "The administrative court of appeal has rejected it.");
            case Appeal.GRANTED ->
                say(
                        "Kammarrätten har gett dig rätt. Myndigheten lämnar ut det som domen säger.",
                        "The administrative court of appeal has found for you. The authority releases what the judgment"
                                + " says.");
            case Appeal.RETURNED ->
                say(
                        "Kammarrätten har lämnat tillbaka ärendet. Myndigheten prövar det på nytt.",
                        "The administrative court of appeal has sent the case back. The authority assesses it anew.");
            default ->
                say(
                        "Kammarrätten har avslutat målet utan att pröva det.",
                        "The administrative court of appeal has ended the case without trying it.");
        };
    }

    private String next(Request.State state) {
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

    /** What a copy in part is without and by which provision, in a sentence that tells no name. */
    String leftOut(OpenArchive archive, Decision decision) {
        Optional<CatalogueRecord> of =
                RecordId.isId(decision.of()) ? archive.catalogue().find(new RecordId(decision.of())) : Optional.empty();
        String parts = of.map(record -> LeftOut.of(archive, record).said(decision.withheld(), english))
                .orElse(String.join(", ", decision.withheld()));
        return say("Utelämnat: ", "Left out: ") + parts + " (" + decision.provision() + ").";
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
