package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import se.sigill.app.people.Account;
import se.sigill.app.people.Passwords;
import se.sigill.app.people.People;
import se.sigill.look.Language;
import se.sigill.staff.gate.Door;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.page.AccountPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** One's own account. Whatever is changed here ends its sessions: one logs in anew. */
@Path("{language: sv|en}/konto")
public final class AccountResource {
    private final People people;

    public AccountResource() {
        this.people = Door.current().people();
    }

    @GET
    @Needs(Task.OWN_ACCOUNT)
    public Response account(@PathParam("language") String code, @Context SecurityContext context) {
        Visitor.Person person = Visitors.person(context);
        return Inside.page(context, code, around -> page(around, person, secretFor(person), List.of()));
    }

    private String secretFor(Visitor.Person person) {
        return person.session().account().secondFactorMissing() ? people.beginSecondFactor() : "";
    }

    private static AccountPage page(Surround around, Visitor.Person person, String secret, List<String> problems) {
        Account account = person.session().account();
        return AccountPage.of(around, account, secret, secret.isEmpty() ? "" : People.uri(account, secret), problems);
    }

    @POST
    @Path("losenord")
    @Needs(Task.OWN_ACCOUNT)
    public Response password(
            @PathParam("language") String code,
            @FormParam("gammalt") @DefaultValue("") String old,
            @FormParam("nytt") @DefaultValue("") String next,
            @Context SecurityContext context) {
        Visitor.Person person = Visitors.person(context);
        return Inside.answer(context, code, around -> {
            Language l = around.language();
            List<Passwords.Fault> faults =
                    people.changePassword(person.session().account(), old.toCharArray(), next.toCharArray());
            return faults.isEmpty()
                    ? Replies.to(l, "/logga-in")
                    : again(
                            around,
                            person,
                            secretFor(person),
                            faults.stream()
                                    .map(fault -> l.say(fault.swedish(), fault.english()))
                                    .toList());
        });
    }

    @POST
    @Path("faktor")
    @Needs(Task.OWN_ACCOUNT)
    public Response factor(
            @PathParam("language") String code,
            @FormParam("hemlighet") @DefaultValue("") String secret,
            @FormParam("kod") @DefaultValue("") String oneTime,
            @Context SecurityContext context) {
        Visitor.Person person = Visitors.person(context);
        return Inside.answer(context, code, around -> {
            Language l = around.language();
            Account account = person.session().account();
            Optional<Account> set = account.secondFactorMissing() && secret.matches("[A-Z2-7]{32}")
                    ? people.confirmSecondFactor(account, secret, oneTime.strip())
                    : Optional.empty();
            return set.isPresent()
                    ? Replies.to(l, "/logga-in")
                    : again(
                            around,
                            person,
                            account.secondFactorMissing() ? secret : "",
                            List.of(l.say(
                                    "Koden stämmer inte. Går telefonens klocka rätt?",
                                    "The code is not right. Is the telephone's clock right?")));
        });
    }

    private static Response again(Surround around, Visitor.Person person, String secret, List<String> problems) {
        return Replies.page(
                Response.Status.BAD_REQUEST, around.language(), Pages.html(page(around, person, secret, problems)));
    }
}
