package se.sigill.staff.answer;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.look.Language;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Policy;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Place;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** What the page resources have in common: the archive as the visitor has it, or the page that says it is not open. */
final class Inside {
    private static final Map<Place, Task> TASKS = Map.ofEntries(
            Map.entry(Place.DESK, Task.DESK),
            Map.entry(Place.SEARCH, Task.READ),
            Map.entry(Place.REQUESTS, Task.REQUESTS),
            Map.entry(Place.STATISTICS, Task.STATISTICS),
            Map.entry(Place.INCIDENTS, Task.INCIDENTS),
            Map.entry(Place.DELIVER, Task.DELIVER),
            Map.entry(Place.DELIVERIES, Task.DELIVERIES),
            Map.entry(Place.GAPS, Task.GAPS),
            Map.entry(Place.AUDIT, Task.AUDIT),
            Map.entry(Place.PLAN, Task.PLAN),
            Map.entry(Place.ACCOUNT, Task.OWN_ACCOUNT));

    private Inside() {}

    static Language language(String code) {
        return Language.ofCode(code).orElse(Language.SV);
    }

    /** A page that is only shown. */
    static Response page(SecurityContext context, String code, Function<Surround, Record> page) {
        return answer(context, code, around -> Replies.page(around.language(), Pages.html(page.apply(around))));
    }

    /** Whatever comes of it. */
    static Response answer(SecurityContext context, String code, Function<Surround, Response> work) {
        Language language = language(code);
        return RunningArchive.current().state() instanceof RunningArchive.State.Open(OpenArchive archive, Token _)
                ? work.apply(around(archive, Visitors.person(context), language))
                : Replies.refused(Response.Status.SERVICE_UNAVAILABLE, language);
    }

    private static Surround around(OpenArchive archive, Visitor.Person person, Language language) {
        Set<Place> places = EnumSet.noneOf(Place.class);
        TASKS.forEach((place, task) -> {
            if (Policy.IN_FORCE.allows(person, task)) {
                places.add(place);
            }
        });
        if (places.contains(Place.REQUESTS)) {
            places.remove(Place.STATISTICS);
        }
        return new Surround(
                archive.as(person.user()), language, person.session().account().display(), places);
    }

    static boolean may(SecurityContext context, Task task) {
        return Policy.IN_FORCE.allows(Visitors.of(context), task);
    }
}
