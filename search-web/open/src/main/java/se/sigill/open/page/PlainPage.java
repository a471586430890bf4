package se.sigill.open.page;

import java.util.List;
import se.sigill.look.Language;

/** A page of a few sentences. It repeats nothing of what was asked for. */
public record PlainPage(Frame frame, List<String> paragraphs) {
    public PlainPage {
        paragraphs = List.copyOf(paragraphs);
    }

    public static PlainPage notFound(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Sidan finns inte", "There is no such page"),
                l.say(
                        "Adressen är kanske felskriven, eller så visas handlingen inte längre här.",
                        "The address may be misspelt, or the document is no longer shown here."));
    }

    /** Something else was asked for than to read. */
    public static PlainPage refused(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Det går inte", "That cannot be done"),
                l.say(
                        "Sidan finns, men kan inte användas på det sättet.",
                        "The page exists but cannot be used in that way."));
    }

    /** A form of somebody else's page. */
    public static PlainPage notOurs(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Formuläret togs inte emot", "The form was not received"),
                l.say(
                        "Det kom inte från den här webbplatsen. Öppna sidan här och försök igen.",
                        "It did not come from this site. Open the page here and try again."));
    }

    /** A form that is too long or no form. */
    public static PlainPage unreadable(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Formuläret togs inte emot", "The form was not received"),
                l.say(
                        "Det var för långt eller kom inte fram helt. Inget är sparat. Gå tillbaka och försök igen.",
                        "It was too long, or not all of it arrived. Nothing was kept. Go back and try again."));
    }

    /** A file that cannot be handed out. */
    public static PlainPage noFile(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/folj",
                l.say("Filen går inte att hämta", "The file cannot be fetched"),
                l.say(
                        "Den finns inte kvar, eller så är den skadad. Öppna sidan för din begäran igen."
                                + " Finns felet kvar, vänd dig till registratorn.",
                        "It is no longer there, or it is damaged. Open the page of your request again."
                                + " If it stays so, turn to the registrar."));
    }

    /** What would be kept on a screen that others use after. */
    public static PlainPage notKeptHere(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Filer sparas inte på den här skärmen", "Files are not saved on this screen"),
                l.say(
                        "Andra använder den efter dig. Läs texten här, be personalen om en utskrift eller en kopia,"
                                + " eller hämta filen hemma på samma adress.",
                        "Others use it after you. Read the text here, ask the staff for a print or a copy, or fetch the"
                                + " file at home at the same address."));
    }

    /** @param yours whether this visitor alone has asked too much @param seconds to wait */
    public static PlainPage busy(Surround around, boolean yours, long seconds) {
        Language l = around.language();
        String wait = l.say("Vänta ", "Wait ") + seconds + l.say(" sekunder.", " seconds.");
        return of(
                around,
                "/",
                l.say("Vänta en stund", "Please wait a moment"),
                yours
                        ? l.say(
                                        "Du har gjort många sökningar på kort tid. ",
                                        "You have made many searches in a short time. ")
                                + wait
                        : l.say("Många söker just nu. ", "Many are searching right now. ") + wait);
    }

    public static PlainPage failed(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/",
                l.say("Något gick fel hos oss", "Something went wrong on our side"),
                l.say(
                        "Försök igen om en stund. Felet är antecknat, men inte vad du frågade efter.",
                        "Please try again in a while. The fault has been noted, but not what you asked for."));
    }

    /** The statement that the law on accessibility asks for (DOS-lagen 2018:1937, 13 §). */
    public static PlainPage accessibility(Surround around) {
        Language l = around.language();
        return of(
                around,
                "/tillganglighet",
                l.say("Tillgänglighet", "Accessibility"),
                l.say(
                        "Sidorna är byggda för att följa WCAG 2.2 nivå AA. De fungerar utan skript, med tangentbord,"
                                + " med skärmläsare, i 400 procents förstoring och i mörkt och ljust läge.",
                        "The pages are built to follow WCAG 2.2 level AA. They work without scripts, by keyboard, with"
                                + " a screen reader, enlarged to 400 per cent, and in dark and light mode."),
                l.say(
                        "Texten i varje handling visas sida för sida som vanlig text. Själva filerna är som de kom in"
                                + " och kan sakna taggar och bildbeskrivningar.",
                        "The text of each document is shown page by page as plain text. The files themselves are as"
                                + " they came in and may lack tags and descriptions of pictures."),
                l.say(
                        "Behöver du en handling i ett format som du kan använda, eller har du hittat ett hinder? Vänd"
                                + " dig till myndighetens registrator. Är du inte nöjd med svaret kan du anmäla det"
                                + " till Myndigheten för digital förvaltning.",
                        "Do you need a document in a format that you can use, or have you found an obstacle? Turn to"
                                + " the registrar of the authority. If you are not content with the answer, you can"
                                + " report it to the Agency for Digital Government."));
    }

    private static PlainPage of(Surround around, String path, String title, String... paragraphs) {
        return new PlainPage(around.frame(title, path), List.of(paragraphs));
    }
}
