package se.sigill.staff.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import se.sigill.core.ArchiveException;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;
import se.sigill.look.Language;
import se.sigill.look.Sizes;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.intake.Intake;
import se.sigill.staff.intake.Uploads;
import se.sigill.staff.page.DeliverPage;
import se.sigill.staff.page.DeliveriesPage;
import se.sigill.staff.page.DeliveryPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Said;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Handing in deliveries, and what becomes of them. */
@Path("{language: sv|en}")
public final class IntakeResource {
    private static final int SYSTEM_MAX = 64;

    @GET
    @Path("leverera")
    @Needs(Task.DELIVER)
    public Response ask(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.page(context, code, around -> page(around, "", "", ""));
    }

    private static DeliverPage page(Surround around, String system, String authority, String problem) {
        return DeliverPage.of(around, system, authority, problem, Sizes.of(Uploads.BYTES_MAX, around.language()));
    }

    /** What a form sends: the files themselves, or the id of a basket that they were put into before. */
    @POST
    @Path("leverera")
    @Needs(Task.DELIVER)
    public Response deliver(
            @PathParam("language") String code, @Context HttpServletRequest request, @Context SecurityContext context) {
        String account = Visitors.person(context).getName();
        return Inside.answer(context, code, around -> {
            try {
                Form form = Form.of(request);
                try {
                    return deliver(around, form, account);
                } finally {
                    form.delete();
                }
            } catch (IOException e) {
                throw new ArchiveException.StorageFailed(
                        "the files could not be kept: nothing was received, send them again", e);
            }
        });
    }

    private static Response deliver(Surround around, Form form, String account) throws IOException {
        Uploads uploads = new Uploads(around.archive().home());
        String system = form.text("system");
        String authority = form.text("myndighet");
        Optional<Uploads.Basket> basket = uploads.find(form.text("korg"), account);
        try {
            for (Part file : form.files()) {
                basket = Optional.of(basket.isPresent() ? basket.get() : uploads.begin(account));
                basket.get().add(file.getSubmittedFileName(), file.getInputStream());
            }
            String problem = problem(around, system, authority, basket);
            return problem.isEmpty()
                    ? received(around, account, basket.orElseThrow(), system, authority)
                    : again(around, system, authority, problem);
        } catch (ArchiveException.WrongUsage e) {
            return again(around, system, authority, String.valueOf(e.getMessage()));
        } finally {
            if (basket.isPresent()) {
                basket.get().delete();
            }
        }
    }

    private static String problem(Surround around, String system, String authority, Optional<Uploads.Basket> basket)
            throws IOException {
        Language l = around.language();
        if (system.isBlank() || system.length() > SYSTEM_MAX) {
            return l.say(
                    "Skriv vilket system eller vilken plats filerna kommer från, med högst 64 tecken.",
                    "Say which system or place the files come from, in at most 64 characters.");
        }
        if (!DeliverPage.authorities(around.archive()).contains(authority)) {
            return l.say("Välj vilken myndighet handlingarna hör till.", "Choose whose records these are.");
        }
        if (basket.isEmpty() || basket.get().source().isEmpty()) {
            return l.say("Välj minst en fil.", "Choose at least one file.");
        }
        return basket.get().isWhole()
                ? ""
                : l.say(
                        "Filerna kom inte fram hela. Inget är mottaget. Skicka dem igen.",
                        "The files did not arrive whole. Nothing was received. Send them again.");
    }

    private static Response received(
            Surround around, String account, Uploads.Basket basket, String system, String authority)
            throws IOException {
        Deposit deposit = Intake.of(around.archive())
                .receive(around.archive(), account, basket.source().orElseThrow(), system, authority);
        return switch (deposit) {
            case Deposit.Received(Receipt receipt) ->
                Replies.to(around.language(), "/leveranser/" + receipt.delivery());
            case Deposit.Refused refused ->
                again(
                        around,
                        system,
                        authority,
                        refused.findings().stream()
                                .map(finding ->
                                        Said.of(finding, around.language()).sentence())
                                .collect(Collectors.joining(" ")));
        };
    }

    private static Response again(Surround around, String system, String authority, String problem) {
        return Replies.page(
                Response.Status.BAD_REQUEST, around.language(), Pages.html(page(around, system, authority, problem)));
    }

    @GET
    @Path("leveranser")
    @Needs(Task.DELIVERIES)
    public Response deliveries(
            @PathParam("language") String code,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        Language l = Inside.language(code);
        String message = done.equals("avvisad")
                ? l.say("Filerna är avvisade, och det är antecknat.", "The files are rejected, and that is noted.")
                : "";
        return Inside.page(
                context,
                code,
                around -> DeliveriesPage.of(
                        around,
                        Intake.of(around.archive()).journal(),
                        Visitors.person(context).getName(),
                        Inside.may(context, Task.REJECT),
                        message));
    }

    /**
     * The delivery's own page, for whoever handed it in since the start of this server; or for an archivist of all that
     * it has become.
     */
    @GET
    @Path("leveranser/{id}")
    @Needs(Task.DELIVERIES)
    public Response delivery(
            @PathParam("language") String code, @PathParam("id") String id, @Context SecurityContext context) {
        return Inside.page(context, code, around -> Intake.of(around.archive())
                .journal()
                .find(id)
                .filter(delivery ->
                        delivery.by().equals(Visitors.person(context).getName()))
                .map(delivery -> DeliveryPage.of(around, delivery))
                .or(() -> DeliveryPage.ofLog(around, id))
                .map(Record.class::cast)
                .orElseThrow(NotFoundException::new));
    }
}
