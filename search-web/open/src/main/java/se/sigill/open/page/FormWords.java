package se.sigill.open.page;

import se.sigill.core.inbox.AskedLetter;
import se.sigill.look.Language;

/** The ways to get documents, in words. */
final class FormWords {
    private FormWords() {}

    static String of(AskedLetter.Form form, Language l) {
        return switch (form) {
            case DOWNLOAD -> l.say("Ladda ner med kod", "Download with a code");
            case E_MAIL -> l.say("Med e-post", "By e-mail");
            case PAPER -> l.say("På papper med posten", "On paper by post");
            case ON_SITE -> l.say("Läsa på plats", "Read on site");
        };
    }
}
