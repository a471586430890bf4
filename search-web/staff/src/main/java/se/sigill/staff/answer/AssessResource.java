package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.wiring.Assessing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.RecordPage;
import se.sigill.staff.page.Said;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** A person's decision about the openness of a record, from its page. */
@Path("{language: sv|en}/handling/{id}/beslut")
public final class AssessResource {
    static final int REASON_MAX = 2000;

    @POST
    @Needs(Task.ASSESS)
    public Response decide(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @FormParam("beslut") @DefaultValue("") String what,
            @FormParam("bestammelse") @DefaultValue("") String provision,
            @FormParam("kategori") @DefaultValue("secrecy") String category,
            @FormParam("hemlig") @DefaultValue("") String existenceSecret,
            @FormParam("akt") @DefaultValue("0") String act,
            @FormParam("skal") @DefaultValue("") String reason,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            CatalogueRecord entry = RecordResource.known(around, id);
            Language l = around.language();
            if (reason.isBlank() || reason.length() > REASON_MAX) {
                return again(around, entry, sayWhy(l));
            }
            Optional<Assessing.Decision> decision =
                    switch (what) {
                        case "offentlig" -> Optional.of(new Assessing.Decision.Open(false, reason));
                        case "publicera" -> Optional.of(new Assessing.Decision.Open(true, reason));
                        case "oprovad" -> Optional.of(new Assessing.Decision.Undecided(reason));
                        case "markera" ->
                            Optional.of(new Assessing.Decision.Restrict(
                                    provision,
                                    category,
                                    "record",
                                    Optional.empty(),
                                    existenceSecret.equals("ja"),
                                    reason));
                        case "hav" ->
                            act.matches("[0-9]{1,18}")
                                    ? Optional.of(new Assessing.Decision.Lift(Long.parseLong(act), reason))
                                    : Optional.empty();
                        default -> Optional.empty();
                    };
            return decision.map(each -> decide(around, entry, each))
                    .orElseGet(() -> again(
                            around,
                            entry,
                            l.say(
                                    "Välj vad du beslutar. Inget är ändrat.",
                                    "Choose what you decide. Nothing was changed.")));
        });
    }

    private static Response decide(Surround around, CatalogueRecord entry, Assessing.Decision decision) {
        Language l = around.language();
        Assessing.Outcome outcome;
        try {
            outcome = new Assessing(around.archive()).decide(entry.id().value(), decision);
        } catch (ArchiveException.WrongUsage e) {
            return again(around, entry, String.valueOf(e.getMessage()));
        }
        return switch (outcome) {
            case Assessing.Outcome.Unknown() -> throw new NotFoundException();
            case Assessing.Outcome.NotYours() -> notYours(around, entry);
            case Assessing.Outcome.Refused(var findings) ->
                again(
                        around,
                        entry,
                        findings.stream()
                                .map(finding -> Said.of(finding, l).sentence())
                                .collect(Collectors.joining(" ")));
            case Assessing.Outcome.Decided(Act.OfRecord _, Appended _, var findings) ->
                decided(
                        around,
                        entry,
                        findings.stream()
                                .map(finding -> Said.of(finding, l).sentence())
                                .collect(Collectors.joining(" ")));
        };
    }

    /** What the decision closes is taken away outside before the answer, or the answer says that it may not be. */
    private static Response decided(Surround around, CatalogueRecord entry, String remarks) {
        OpenArchive archive = around.archive();
        archive.catchUp();
        ZoneHere zone = ZoneHere.of(archive);
        boolean outside = true;
        if (zone.isInUse()) {
            try {
                outside = zone.tellClosed().applied();
            } catch (ArchiveException.StorageFailed e) {
                outside = false;
            }
        }
        String done = outside ? "beslut" : "beslut-ute";
        if (!remarks.isEmpty()) {
            // What is worth knowing of the decision stands in no address.
            String message = message(done, around.language()) + " " + remarks;
            CatalogueRecord now = RecordResource.known(around, entry.id().value());
            RecordPage page = RecordPage.of(around, now, RecordPage.Reading.BEGINNING, message);
            return Replies.page(around.language(), Pages.html(page));
        }
        return Replies.to(around.language(), "/handling/" + entry.id() + "?gjort=" + done);
    }

    /** What an address says was done, in words; nothing for any other text. */
    static String message(String done, Language l) {
        return switch (done) {
            case "beslut" -> l.say("Beslutet är fattat och antecknat.", "The decision is made and noted.");
            case "beslut-ute" ->
                l.say(
                        "Beslutet är fattat, men den öppna zonen har inte svarat: handlingen kan fortfarande synas"
                                + " där. Den"
                                + " tas bort så snart zonen svarar.",
                        "The decision is made, but the open zone has not answered: the record may still be visible"
                                + " there."
                                + " It is taken away as soon as the zone answers.");
            case "sparr" ->
                l.say(
                        "Spärren är satt: handlingen gallras inte.",
                        "The hold is placed: the record is not disposed of.");
            case "sparr-havd" -> l.say("Spärren är hävd och antecknad.", "The hold is lifted, and that is noted.");
            default -> "";
        };
    }

    static String sayWhy(Language l) {
        return l.say(
                "Skriv varför, i en eller två meningar utan personuppgifter. Inget är ändrat.",
                "Say why, in a sentence or two without personal data. Nothing was changed.");
    }

    static Response notYours(Surround around, CatalogueRecord entry) {
        return again(
                around,
                entry,
                around.language()
                        .say(
                                "Det beslutet är inte ditt att fatta för den här handlingen. Inget är ändrat.",
                                "That is not yours to decide for this record. Nothing was changed."));
    }

    static Response again(Surround around, CatalogueRecord entry, String problem) {
        RecordPage page = RecordPage.of(around, entry, RecordPage.Reading.BEGINNING, problem);
        return Replies.page(Response.Status.BAD_REQUEST, around.language(), Pages.html(page));
    }
}
