package se.sigill.app.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sight;
import se.sigill.core.access.Duty;
import se.sigill.core.access.Openness;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.incident.Incident;
import se.sigill.core.incident.IncidentStep;
import se.sigill.core.log.Actor;
import se.sigill.core.log.IncidentAct;
import se.sigill.core.request.Wording;

/** Incidents as the acting user may see them, and what that user does about them. Only persons do anything. */
public final class Incidents {
    private final OpenArchive archive;

    public Incidents(OpenArchive archive) {
        this.archive = archive;
    }

    /** An incident and the record whose content got out. */
    public record Entry(Incident incident, CatalogueRecord record) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** Nothing was changed. */
        record Refused(Wording why) implements Outcome {}

        /** @param incident log index of the act by which it was opened */
        record Done(long incident) implements Outcome {}
    }

    /** Those of records whose register entry is open to the user, in the order in which they were opened. */
    public List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        Sight sight = archive.sight();
        for (Incident incident : Incident.of(archive.catalogue().incidentActs())) {
            archive.catalogue()
                    .find(incident.record())
                    .filter(record -> sight.rights(record).metadata())
                    .ifPresent(record -> entries.add(new Entry(incident, record)));
        }
        return entries;
    }

    /** Those that nobody has closed. */
    public List<Entry> open() {
        return all().stream().filter(each -> each.incident().isOpen()).toList();
    }

    /** Those of one record, as {@link #all}. */
    public List<Entry> of(CatalogueRecord record) {
        return all().stream()
                .filter(each -> each.record().id().equals(record.id()))
                .toList();
    }

    /** Empty also if it is not the user's to see, and nobody can tell the two apart. */
    public Optional<Entry> find(long act) {
        return all().stream().filter(each -> each.incident().act() == act).findFirst();
    }

    /** Whether it is the user's to open an incident of the record, and to note and close one. */
    public boolean mayNote(CatalogueRecord record) {
        return archive.actor().kind() == Actor.Kind.PERSON && archive.sight().has(Duty.RESTRICT, record);
    }

    /** Whether anybody can still read the record on the web: then it is taken away from there first. */
    public boolean isPublic(CatalogueRecord record) {
        return archive.rules().answer(record, archive.today())
                        instanceof Openness.Open(Openness.Basis _, boolean publishable)
                && publishable;
    }

    /**
     * Opens an incident of a record that was public, or got out in another way.
     *
     * @param known when the authority came to know of it, never later than now
     */
    public Outcome open(CatalogueRecord record, Instant known, String what) {
        if (!mayNote(record)) {
            return notYours();
        }
        if (isPublic(record)) {
            return refused(
                    "Handlingen ligger på webben. Ta bort den därifrån först: sekretessmarkera den eller häv"
                            + " prövningen.",
                    "The record is on the web. Take it away from there first: restrict it, or end the assessment.");
        }
        if (what.isBlank() || what.length() > Incident.TEXT_MAX) {
            return refused("Skriv vad som hänt, utan personuppgifter.", "Write what happened, without personal data.");
        }
        if (known.isAfter(archive.clock().instant())) {
            return refused("Den tiden har inte varit än.", "That time has not come yet.");
        }
        return new Outcome.Done(decide(new IncidentAct.IncidentOpened(
                archive.clock().instant(), archive.actor(), record.id(), -1, known, "", what.strip())));
    }

    /** Notes something about an incident, or closes it. */
    public Outcome note(Entry entry, IncidentStep step, String text) {
        if (!mayNote(entry.record())) {
            return notYours();
        }
        if (!entry.incident().isOpen()) {
            return refused("Incidenten är avslutad.", "The incident is closed.");
        }
        if (text.isBlank() || text.length() > Incident.TEXT_MAX) {
            boolean untold =
                    step == IncidentStep.CLOSED && entry.incident().told().isEmpty();
            return untold
                    ? refused(
                            "Tillsynsmyndigheten är inte underrättad. Skriv varför det är osannolikt att incidenten"
                                    + " medför en risk för någon (artikel 33.1 och 33.5).",
                            "The supervisory authority was not told. Write why it is unlikely that anybody is at risk"
                                    + " (art. 33(1) and 33(5)).")
                    : refused(
                            "Skriv vad som är gjort, utan personuppgifter.",
                            "Write what was done, without personal data.");
        }
        long _ = decide(new IncidentAct.IncidentNoted(
                archive.clock().instant(),
                archive.actor(),
                entry.record().id(),
                entry.incident().act(),
                step.word(),
                text.strip()));
        return new Outcome.Done(entry.incident().act());
    }

    private long decide(IncidentAct act) {
        long index = archive.archive().decide(List.of(act)).first();
        archive.catchUp();
        return index;
    }

    private static Outcome notYours() {
        return refused(
                "Det är inte ditt att besluta för den här handlingen.", "That is not yours to decide for this record.");
    }

    private static Outcome refused(String swedish, String english) {
        return new Outcome.Refused(new Wording(swedish, english));
    }
}
