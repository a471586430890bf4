package se.sigill.staff.page;

import java.util.List;
import se.sigill.look.Language;

/**
 * A page of a few sentences. It repeats nothing of what was asked for.
 *
 * @param detail in English, of the archive itself; empty if there is none
 */
public record PlainPage(Frame frame, List<String> paragraphs, String detail) {
    public PlainPage {
        paragraphs = List.copyOf(paragraphs);
    }

    private static PlainPage of(Language l, String title, String... paragraphs) {
        return new PlainPage(new Frame(l, "Sigill", title, "/", "", List.of()), List.of(paragraphs), "");
    }

    public static PlainPage notFound(Language l) {
        return of(
                l,
                l.say("Sidan finns inte", "There is no such page"),
                l.say(
                        "Adressen är kanske felskriven, eller så finns det ingen sådan handling för dig.",
                        "The address may be misspelt, or there is no such record for you."));
    }

    public static PlainPage noRight(Language l) {
        return of(
                l,
                l.say("Du har inte behörighet", "You do not have the right"),
                l.say(
                        "Dina roller ger inte rätt till det här. Säg till arkivarien om du behöver det. Har du"
                                + " just loggat in"
                                + " första gången: ställ in den andra faktorn under Konto.",
                        "Your roles do not give you the right to do this. Tell the archivist if you need it. If"
                                + " you have"
                                + " just logged in for the first time: set up the second factor under Account."));
    }

    /** The request came from another site, or from a page that was left open for long. */
    public static PlainPage notOurs(Language l) {
        return of(
                l,
                l.say("Formuläret kom inte härifrån", "The form did not come from here"),
                l.say(
                        "Det som ändrar något skickas från en sida här. Ladda om sidan och försök igen.",
                        "What changes something is sent from a page of this site. Reload the page and try again."));
    }

    public static PlainPage refused(Language l) {
        return of(
                l,
                l.say("Det går inte", "That cannot be done"),
                l.say(
                        "Sidan finns, men kan inte användas på det sättet.",
                        "The page exists but cannot be used in that way."));
    }

    public static PlainPage closed(Language l) {
        return of(
                l,
                l.say("Arkivet är inte öppet än", "The archive is not open yet"),
                l.say(
                        "Servern startar, eller ett kommando arbetar i arkivet. Ladda om sidan om en stund.",
                        "The server is starting, or a command works in the archive. Reload the page in a while."));
    }

    /** @param why in the words of what stopped it; says what to do and holds nothing of a record */
    public static PlainPage stopped(Language l, String why) {
        PlainPage page = of(
                l,
                l.say("Det gick inte", "That did not work"),
                l.say("Arkivet stoppade det och säger varför:", "The archive stopped it and says why:"));
        return new PlainPage(page.frame, page.paragraphs, why);
    }

    public static PlainPage failed(Language l) {
        return of(
                l,
                l.say("Något gick fel i servern", "Something went wrong in the server"),
                l.say(
                        "Felet är antecknat i serverns logg. Inget som var kvitterat är förlorat. Försök igen.",
                        "The fault is noted in the server's log. Nothing that was acknowledged is lost. Please try"
                                + " again."));
    }
}
