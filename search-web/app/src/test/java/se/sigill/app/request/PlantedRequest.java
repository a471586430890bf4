package se.sigill.app.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.inbox.Contact;
import se.sigill.core.log.Actor;
import se.sigill.core.log.RequestAct;
import se.sigill.core.record.RecordId;

/**
 * A request to Kommunstyrelsen about which much was written, by who asked and by who answered.
 *
 * @param told whatever tells who asked, for what, or which request it is: in numbers nothing of it may be found
 */
public record PlantedRequest(RecordId id, List<String> told) {
    static final String WORDS = "Jag söker ritningarna till kvarnen vid Åkern";
    private static final String NAME = "Kajsa Planta";
    private static final String ADDRESS = "kajsa@planta.example";
    private static final String PHONE = "070-1740605";
    private static final String POST = "Plantvägen 7";
    /** What tells who asked: outside of the envelope nothing of it may be found. */
    static final List<String> CONTACT = List.of(NAME, ADDRESS, PHONE, POST);

    private static final String REPLY = "Det är min mormors hus";
    private static final String REASON = "Ritningen finns inte i närarkivet";
    private static final String ANSWERS = "registratorberta";

    public PlantedRequest {
        told = List.copyOf(told);
    }

    /** Registers it today, with answers, a decision, an appeal and an end. */
    public static PlantedRequest in(OpenArchive archive) {
        Instant now = archive.clock().instant();
        RecordId id = new Registering(archive)
                .register(new Registering.Asked(
                        "",
                        "desk",
                        "official-document",
                        now,
                        "sv",
                        "Kommunstyrelsen",
                        List.of(),
                        WORDS,
                        "paper",
                        new Contact(NAME, POST, ADDRESS, PHONE),
                        Optional.empty()));
        Actor berta = Actor.person(ANSWERS);
        long appealed = archive.archive()
                .decide(List.of(new RequestAct.Appealed(now, berta, id, now, "desk", "", "", "", true)))
                .first();
        archive.archive()
                .decide(List.of(
                        new RequestAct.Talked(now, berta, id, true, now, "answer", "", REPLY),
                        new RequestAct.Decided(now, berta, id, "", "not-held", "", "", REASON, "", "", true, REASON),
                        new RequestAct.LetterMade(now, berta, id, id.value(), "decision"),
                        new RequestAct.AppealHandled(now, berta, id, appealed, "forwarded", REASON),
                        new RequestAct.CourtDecided(now, berta, id, appealed, "upheld", REASON),
                        new RequestAct.RequestClosed(now, berta, id, "answered", REASON)));
        archive.catchUp();
        List<String> told = new ArrayList<>(List.of(id.value(), ANSWERS, "BEG 2"));
        for (String text : List.of(WORDS, NAME, ADDRESS, PHONE, POST, REPLY, REASON)) {
            told.add(text);
            told.addAll(List.of(text.split(" ")).stream()
                    .filter(word -> word.length() > 6)
                    .toList());
        }
        return new PlantedRequest(id, told);
    }

    /** The first of what must not be told that the text tells; empty if there is none. */
    public Optional<String> foundIn(String text) {
        return told.stream().filter(text::contains).findFirst();
    }
}
