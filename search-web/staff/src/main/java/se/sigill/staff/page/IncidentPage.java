package se.sigill.staff.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import se.sigill.app.incident.Incidents;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.incident.Incident;
import se.sigill.core.incident.IncidentStep;
import se.sigill.core.request.Request;
import se.sigill.look.Fact;
import se.sigill.look.Language;

/**
 * One incident: what happened, until when whom to tell, what was done.
 *
 * @param state in a word and a sentence
 * @param mayNote whether the visitor may note something now
 */
public record IncidentPage(
        Frame frame,
        long act,
        String problem,
        String message,
        Lead state,
        List<Fact> facts,
        String what,
        List<Note> notes,
        boolean mayNote) {
    /** What was noted. @param facts when, by whom and of what kind */
    public record Note(String facts, String text) {}

    public IncidentPage {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    public static IncidentPage of(Surround around, Incidents.Entry entry, String problem, String message) {
        Language l = around.language();
        Incident incident = entry.incident();
        ZoneId zone = around.archive().config().archive().zone();
        return new IncidentPage(
                around.frame(
                        Place.INCIDENTS,
                        l.say("Incident ", "Incident ") + incident.act(),
                        Place.INCIDENTS.path() + "/" + incident.act()),
                incident.act(),
                problem,
                message,
                IncidentsPage.lead(around, entry),
                facts(around, entry, zone),
                incident.what(),
                incident.notes().stream()
                        .map(note -> new Note(
                                Words.time(note.at(), zone) + ", " + person(note.by()) + ", " + step(note.step(), l),
                                note.text()))
                        .toList(),
                incident.isOpen() && new Incidents(around.archive()).mayNote(entry.record()));
    }

    private static List<Fact> facts(Surround around, Incidents.Entry entry, ZoneId zone) {
        Language l = around.language();
        Incident incident = entry.incident();
        Optional<Request> request = Request.of(around.archive().catalogue().requestActs(incident.record()));
        Fact.Sheet sheet = new Fact.Sheet()
                .with(
                        request.isPresent() ? l.say("Begäran", "Request") : l.say("Handling", "Record"),
                        named(entry.record()),
                        "/" + l.code() + (request.isPresent() ? "/begaran/" : "/handling/") + incident.record())
                .with(l.say("Blev känt", "Became known"), Words.time(incident.known(), zone))
                .with(
                        l.say("Tillsynsmyndigheten senast", "Supervisory authority by"),
                        Words.time(incident.tellBy(), zone)
                                + l.say(" (72 timmar, även på helger)", " (72 hours, on holidays too)"))
                .with(
                        l.say("Tillsynsmyndigheten underrättad", "Supervisory authority told"),
                        incident.told().map(at -> Words.time(at, zone)).orElse(l.say("nej", "no")))
                .with(
                        l.say("De berörda underrättade", "Those concerned told"),
                        incident.concernedTold().map(at -> Words.time(at, zone)).orElse(l.say("nej", "no")))
                .with(l.say("Öppnad av", "Opened by"), person(incident.by()));
        request.flatMap(each -> each.copies().stream()
                        .filter(copy -> copy.act() == incident.cause())
                        .findFirst())
                .ifPresent(copy -> sheet.with(
                                l.say("Kunde hämtas", "Could be fetched"),
                                Words.time(copy.at(), zone) + " – "
                                        + copy.stoppedAt()
                                                .map(at -> Words.time(at, zone))
                                                .orElse(""))
                        .with(
                                l.say("Hämtad, per dag", "Fetched, by day"),
                                incident.fetched().isEmpty()
                                        ? l.say("aldrig, så vitt det räknats", "never, as far as was counted")
                                        : incident.fetched()));
        return sheet.facts();
    }

    private static String named(CatalogueRecord record) {
        String number = record.description().diaryNumber();
        return number.isBlank() ? record.description().title() : number;
    }

    private static String step(IncidentStep step, Language l) {
        return switch (step) {
            case NOTE -> l.say("anteckning", "note");
            case AUTHORITY_TOLD ->
                l.say("tillsynsmyndigheten underrättad (artikel 33)", "supervisory authority told (art. 33)");
            case CONCERNED_TOLD -> l.say("de berörda underrättade (artikel 34)", "those concerned told (art. 34)");
            case CLOSED -> l.say("avslutad", "closed");
        };
    }

    private static String person(String actor) {
        return actor.substring(actor.indexOf(':') + 1);
    }
}
