package se.sigill.open.page;

import java.util.List;
import se.sigill.core.fact.Notice;
import se.sigill.look.Fact;
import se.sigill.look.Language;

/**
 * A record that is not here: what anyone may know of it, and how to ask for it.
 *
 * @param why why it is not here, in a sentence
 * @param reference what to name when asking
 * @param ask where to ask for it here
 */
public record NoticePage(Frame frame, String why, List<Fact> facts, String reference, String ask) {

    public static NoticePage of(Notice n, Surround around) {
        Language l = around.language();
        Fact.Sheet sheet = new Fact.Sheet()
                .with(l.say("Diarienummer", "Registration number"), n.diaryNumber())
                .with(l.say("Datum", "Date"), n.date())
                .with(l.say("Myndighet", "Authority"), n.authority())
                .with(l.say("Bestämmelse", "Provision"), n.provision());
        String title = EntryLine.title(n, l);
        return new NoticePage(
                around.frame(title, "/handling/" + n.id()),
                why(n, l),
                sheet.facts(),
                title + ", " + n.id(),
                Addresses.ask(l, "id", n.id()));
    }

    private static String why(Notice n, Language l) {
        return switch (n.why()) {
            case RESTRICTED ->
                l.say(
                        "Handlingen visas inte här. Uppgifter i den kan omfattas av sekretess enligt " + n.provision()
                                + ".",
                        "The document is not shown here. Information in it may be secret under " + n.provision() + ".");
            case UNDECIDED ->
                l.say(
                        "Handlingen visas inte här. Ingen har bedömt än om den är öppen.",
                        "The document is not shown here. Nobody has assessed yet whether it is open.");
            case NOT_ON_THE_WEB ->
                l.say(
                        "Handlingen är öppen men publiceras inte på webben. Du får den om du frågar.",
                        "The document is open but not published on the web. You get it if you ask.");
        };
    }
}
