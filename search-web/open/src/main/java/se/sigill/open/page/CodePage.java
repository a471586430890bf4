package se.sigill.open.page;

import java.util.List;
import se.sigill.look.Language;
import se.sigill.open.ask.FollowDesk;
import se.sigill.open.ask.Problem;

/**
 * Where a code is written.
 *
 * @param typed what stands in the field, so that nobody writes a code twice
 * @param message what was found for it; empty if nothing was looked for
 */
public record CodePage(Frame frame, String typed, List<String> message, Mending mending) {
    private static final String PATH = "/folj";

    public CodePage {
        message = List.copyOf(message);
    }

    public static CodePage empty(Surround around) {
        return new CodePage(around.frame(title(around.language()), PATH), "", List.of(), new Mending(List.of()));
    }

    public static CodePage of(Surround around, FollowDesk.Found.NoCode found) {
        return sent(around, found.typed(), List.of(), List.of(Problem.CODE_WRONG));
    }

    /** The same whether there is nothing yet, nothing any more, or never was. */
    public static CodePage of(Surround around, FollowDesk.Found.Nothing found) {
        Language l = around.language();
        return sent(
                around,
                found.code().text(),
                List.of(
                        l.say(
                                "Det finns inget svar än, eller så stämmer inte koden.",
                                "There is no answer yet, or the code is not right."),
                        l.say(
                                "En ny begäran syns här inom en minut. Vänta lite och försök igen."
                                        + " Kontrollera annars koden tecken för tecken.",
                                "A new request can be seen here within a minute. Wait a little and try again."
                                        + " Otherwise check the code character by character."),
                        l.say(
                                "Ett svar ligger inte kvar för alltid. Har du väntat länge kan det vara borttaget.",
                                "An answer does not stay for ever. If you have waited long it may be gone.")),
                List.of());
    }

    public static CodePage of(Surround around, FollowDesk.Found.Damaged found) {
        Language l = around.language();
        return sent(
                around,
                found.code().text(),
                List.of(
                        l.say(
                                "Koden stämmer, men svaret går inte att läsa. Det som ligger här är skadat.",
                                "The code is right, but the answer cannot be read. What lies here is damaged."),
                        l.say(
                                        "Försök igen om en stund. Hjälper det inte, vänd dig till registratorn"
                                                + " och uppge referensen ",
                                        "Try again in a while. If that does not help, turn to the registrar"
                                                + " and give the reference ")
                                + found.code().boxKey().reference()
                                + "."),
                List.of());
    }

    private static CodePage sent(Surround around, String typed, List<String> message, List<Problem> problems) {
        Language l = around.language();
        return new CodePage(around.frameOfSent(title(l), PATH), typed, message, Mending.of(problems, l));
    }

    private static String title(Language l) {
        return l.say("Följ din begäran", "Follow your request");
    }
}
