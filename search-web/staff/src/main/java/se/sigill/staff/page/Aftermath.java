package se.sigill.staff.page;

import java.util.ArrayList;
import java.util.List;
import se.sigill.app.incident.Incidents;
import se.sigill.app.request.RequestBook;
import se.sigill.core.request.Appeal;
import se.sigill.core.request.Quote;
import se.sigill.core.request.Request;
import se.sigill.look.Language;

/** What comes of a request beside its decisions: fees, copies that are out, appeals, incidents. Each has its page. */
final class Aftermath {
    private Aftermath() {}

    static List<Lead> of(Surround around, RequestBook.Entry entry) {
        Language l = around.language();
        Request request = entry.request();
        String here = Place.REQUESTS.link(l) + "/" + request.id();
        List<Lead> leads = new ArrayList<>();
        fees(request, here, l, leads);
        copies(request, here, l, leads);
        appeals(request, here, l, leads);
        for (Incidents.Entry incident : new Incidents(around.archive()).of(entry.record())) {
            leads.add(IncidentsPage.lead(around, incident));
        }
        return leads;
    }

    private static void fees(Request request, String here, Language l, List<Lead> leads) {
        String page = here + "/avgift";
        for (Quote quote : request.quotes()) {
            leads.add(new Lead(
                    quote.isUnanswered() ? DeskPage.Urgency.WARNS : DeskPage.Urgency.TELLS,
                    l.say("Avgift ", "Fee ") + FeePage.money(quote.ore(), l) + ": " + FeePage.state(quote, l),
                    page,
                    l.say("Avgift", "Fee")));
        }
        if (request.quotes().isEmpty() && !request.due().isEmpty() && request.isDecidable()) {
            leads.add(new Lead(
                    DeskPage.Urgency.TELLS,
                    l.say(
                            "Kostar kopiorna något? Säg det innan de lämnas ut.",
                            "Do the copies cost anything? Tell it before they are handed out."),
                    page,
                    l.say("Räkna ut avgiften", "Compute the fee")));
        }
    }

    private static void copies(Request request, String here, Language l, List<Lead> leads) {
        long out = request.copies().stream().filter(copy -> !copy.stopped()).count();
        if (!request.copies().isEmpty()) {
            leads.add(new Lead(
                    DeskPage.Urgency.TELLS,
                    out + l.say(out == 1 ? " kopia är utlämnad." : " kopior är utlämnade.", " handed out."),
                    here + "/kopior",
                    l.say("Kopior, och hur de tas tillbaka", "Copies, and how to take them back")));
        }
    }

    private static void appeals(Request request, String here, Language l, List<Lead> leads) {
        String page = here + "/overklaganden";
        for (Appeal appeal : request.appeals()) {
            leads.add(new Lead(
                    appeal.waits() ? DeskPage.Urgency.WARNS : DeskPage.Urgency.TELLS,
                    AppealsPage.state(appeal, l),
                    page,
                    l.say("Överklaganden", "Appeals")));
        }
        if (request.appeals().isEmpty() && !request.letters().isEmpty()) {
            leads.add(new Lead(
                    DeskPage.Urgency.TELLS,
                    l.say("Beslutet kan överklagas.", "The decision can be appealed."),
                    page,
                    l.say("Registrera ett överklagande", "Register an appeal")));
        }
    }
}
