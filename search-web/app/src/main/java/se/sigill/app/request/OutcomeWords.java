package se.sigill.app.request;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.sigill.core.request.Decision;
import se.sigill.core.request.Forwarding;

/** What who asked reads of a decision about one thing, above the reasons of who decided. */
final class OutcomeWords {
    private final RequestWords words;

    OutcomeWords(RequestWords words) {
        this.words = words;
    }

    /** The sentence of the outcome, then the reason; each may be empty. */
    String told(Decision decision, Terms terms) {
        return Stream.of(sentence(decision, terms), decision.reason())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String sentence(Decision decision, Terms terms) {
        return switch (decision.outcome()) {
            case WHOLE, PART, REFUSED -> "";
            case WITH_RESERVATION ->
                words.say(
                        "Du får handlingen om du godtar förbehållet. Att den lämnas ut med förbehåll är ett beslut som"
                                + " du kan överklaga.",
                        "You get the document if you accept the reservation. That it is released with a reservation is"
                                + " a decision that you can appeal.");
            case NOT_HELD ->
                words.say(
                        "Myndigheten har letat och har inte handlingen. Det är ett beslut som du kan överklaga.",
                        "The authority has looked for the document and does not have it. That is a decision that you"
                                + " can appeal.");
            case NOT_OFFICIAL ->
                words.say(
                        "Det du frågar efter är ingen allmän handling. Det är ett beslut som du kan överklaga.",
                        "What you ask for is no official document. That is a decision that you can appeal.");
            case FORWARDED -> terms.forwarding().map(this::sentOn).orElse("");
        };
    }

    private String sentOn(Forwarding to) {
        return words.say(
                "Begäran är skickad till " + to.authority() + ", som har handlingen och beslutar om den (2 kap. 17 §"
                        + " tryckfrihetsförordningen). Dit når du så här: " + to.reached(),
                "The request was sent on to " + to.authority() + ", which has the document and decides about it (TF"
                        + " 2:17). You reach it here: " + to.reached());
    }
}
