package se.sigill.staff.answer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import se.sigill.app.people.Account;
import se.sigill.app.people.LoginAnswer;
import se.sigill.look.Language;
import se.sigill.staff.gate.Door;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.gate.Visitor;
import se.sigill.staff.gate.Visitors;
import se.sigill.staff.page.LoginPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.reply.Replies;

/** Logging in and out. */
@Path("{language: sv|en}")
public final class LoginResource {
    private final Door door;

    public LoginResource() {
        this.door = Door.current();
    }

    @GET
    @Path("logga-in")
    @Needs(Task.ENTER)
    public Response ask(@PathParam("language") String code, @QueryParam("till") @DefaultValue("") String to) {
        return page(Response.Status.OK, Inside.language(code), "", "", ownPath(to));
    }

    @POST
    @Path("logga-in")
    @Needs(Task.ENTER)
    public Response enter(
            @PathParam("language") String language,
            @FormParam("namn") @DefaultValue("") String name,
            @FormParam("losen") @DefaultValue("") String password,
            @FormParam("kod") @DefaultValue("") String code,
            @FormParam("till") @DefaultValue("") String to,
            @Context HttpServletRequest request) {
        Language l = Inside.language(language);
        LoginAnswer answer = door.people().login(name, password.toCharArray(), code.strip(), request.getRemoteAddr());
        return switch (answer) {
            case LoginAnswer.In(Account account) -> in(account, l, ownPath(to));
            case LoginAnswer.Wrong() ->
                page(
                        Response.Status.FORBIDDEN,
                        l,
                        l.say(
                                "Namnet, lösenordet eller koden är fel. En kod gäller bara en gång.",
                                "The name, the password or the code is wrong. A code counts only once."),
                        name,
                        ownPath(to));
            case LoginAnswer.Wait(Duration left) ->
                page(
                        Response.Status.TOO_MANY_REQUESTS,
                        l,
                        l.say(
                                        "Det har blivit fel flera gånger. Försök igen om ",
                                        "There have been several wrong tries. Try again in ")
                                + (left.toSeconds() + 1)
                                + l.say(" sekunder.", " seconds."),
                        name,
                        ownPath(to));
        };
    }

    private Response in(Account account, Language l, String to) {
        boolean ready = !account.mustChangePassword() && !account.secondFactorMissing();
        String next = ready ? to.isEmpty() ? "/" + l.code() + "/" : to : "/" + l.code() + "/konto";
        return Response.fromResponse(Replies.toPath(next))
                .cookie(cookie(door.sessions().open(account), -1))
                .build();
    }

    @POST
    @Path("logga-ut")
    @Needs(Task.OWN_ACCOUNT)
    public Response leave(@PathParam("language") String code, @Context SecurityContext context) {
        Visitor.Person person = Visitors.person(context);
        door.sessions().end(person.session());
        return Response.fromResponse(Replies.to(Inside.language(code), "/logga-in"))
                .cookie(cookie("", 0))
                .header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"")
                .build();
    }

    private static NewCookie cookie(String value, int age) {
        return new NewCookie.Builder(Door.COOKIE)
                .value(value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(age)
                .build();
    }

    /** A path of this site, and of no other; empty for anything else. */
    static String ownPath(String to) {
        return to.matches("/(sv|en)/[^\\\\\\s]{0,500}") && !to.contains("//") ? to : "";
    }

    private static Response page(Response.StatusType status, Language l, String problem, String name, String to) {
        return Response.fromResponse(Replies.page(status, l, Pages.html(LoginPage.of(l, "Sigill", problem, name, to))))
                .header(HttpHeaders.VARY, "Cookie")
                .build();
    }
}
