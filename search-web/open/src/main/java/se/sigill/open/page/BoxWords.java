package se.sigill.open.page;

import se.sigill.core.inbox.BoxLine;
import se.sigill.look.Language;

/** The words of a box as the inside writes them, for people. One that is not known says less, never nothing. */
final class BoxWords {
    private BoxWords() {}

    static String state(String word, Language l) {
        return switch (word) {
            case "received" ->
                l.say(
                        "Din begäran är mottagen. Den väntar på att någon tar sig an den.",
                        "Your request has been received. It waits for somebody to take it on.");
            case "question" ->
                l.say(
                        "Registratorn har frågat dig något. Svara nedan.",
                        "The registrar has asked you something. Answer below.");
            case "decision-wanted" ->
                l.say(
                        "Du har bett om ett skriftligt beslut. Det väntar på någon som får besluta för myndigheten.",
                        "You have asked for a written decision. It waits for somebody who may decide it.");
            case "countersigning" ->
                l.say(
                        "Ett svar är skrivet. En person till läser det innan du får det.",
                        "An answer is written. One more person reads it before you get it.");
            case "answered" -> l.say("Din begäran är besvarad.", "Your request has been answered.");
            case "appealed" -> l.say("Beslutet är överklagat.", "The decision has been appealed.");
            case "closed" -> l.say("Begäran är avslutad.", "The request is closed.");
            case "withdrawn" -> l.say("Du har tagit tillbaka din begäran.", "You have withdrawn your request.");
            default -> l.say("Din begäran prövas.", "Your request is being assessed.");
        };
    }

    /** How far it has come: 0 received, 1 assessed, 2 answered, 3 closed. */
    static int reached(String word) {
        return switch (word) {
            case "received" -> 0;
            case "answered", "appealed" -> 2;
            case "closed", "withdrawn" -> 3;
            default -> 1;
        };
    }

    static String outcome(String word, Language l) {
        return switch (word) {
            case "whole", "released" -> l.say("Lämnas ut", "Released");
            case "part", "released-in-part" -> l.say("Lämnas ut i delar", "Released in part");
            case "with-reservation" -> l.say("Lämnas ut med förbehåll", "Released with a reservation");
            case "refused" -> l.say("Lämnas inte ut", "Refused");
            case "not-held" -> l.say("Finns inte hos myndigheten", "Not held by the authority");
            case "not-official" -> l.say("Är ingen allmän handling", "No official document");
            case "forwarded" -> l.say("Skickad till en annan myndighet", "Sent on to another authority");
            default -> l.say("Prövas", "Being assessed");
        };
    }

    static String who(BoxLine.Who who, Language l) {
        return switch (who) {
            case REGISTRAR -> l.say("Registratorn", "The registrar");
            case REQUESTER -> l.say("Du", "You");
            case ARCHIVE -> l.say("Arkivet", "The archive");
        };
    }

    /** Empty where the text says it all. */
    static String kind(String word, Language l) {
        return switch (word) {
            case "asked", "received" -> l.say("begäran", "request");
            case "registered" -> l.say("registrerad", "registered");
            case "question" -> l.say("fråga", "question");
            case "clarification" -> l.say("vad du menar", "what you mean");
            case "notice" -> l.say("besked", "notice");
            case "answer" -> l.say("svar", "answer");
            case "delay" -> l.say("det dröjer", "delay");
            case "decision" -> l.say("beslut", "decision");
            case "informal-no" -> l.say("nej, utan beslut", "a no, without a decision");
            case "decision-wanted" -> l.say("vill ha ett beslut", "wants a decision");
            case "reservation-accepted" -> l.say("godtar förbehållet", "accepts the reservation");
            case "withdrawal", "withdraw" -> l.say("tar tillbaka begäran", "withdraws the request");
            case "appeal" -> l.say("överklagande", "appeal");
            case "fee" -> l.say("avgift", "fee");
            default -> "";
        };
    }
}
