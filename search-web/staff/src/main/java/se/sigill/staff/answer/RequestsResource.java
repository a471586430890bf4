package se.sigill.staff.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import se.sigill.app.request.NamedRecords;
import se.sigill.app.request.Registration;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.request.RequestStatistics;
import se.sigill.app.request.StatisticsTable;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.inbox.AskedLetter;
import se.sigill.core.inbox.Contact;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;
import se.sigill.core.request.SwedishCalendar;
import se.sigill.core.request.Wording;
import se.sigill.look.Language;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.intake.Intake;
import se.sigill.staff.page.NewRequestPage;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.RequestsPage;
import se.sigill.staff.page.StatisticsPage;
import se.sigill.staff.page.Surround;
import se.sigill.staff.reply.Replies;

/** Requests that wait, and registering one that came in another way than by the web. */
@Path("{language: sv|en}/begaran")
public final class RequestsResource {
    private static final int CONTACT_MAX = 500;

    @GET
    @Needs(Task.REQUESTS)
    public Response all(
            @PathParam("language") String code,
            @QueryParam("gjort") @DefaultValue("") String done,
            @Context SecurityContext context) {
        return Inside.page(context, code, around -> RequestsPage.of(around, message(done, around.language())));
    }

    /** How the requests of a year went, in numbers that tell nothing of who asked. */
    @GET
    @Path("statistik")
    @Needs(Task.STATISTICS)
    public Response statistics(
            @PathParam("language") String code,
            @QueryParam("ar") @DefaultValue("") String year,
            @Context SecurityContext context) {
        return Inside.page(context, code, around -> StatisticsPage.of(around, year(year, around.archive())));
    }

    /** The same as a file for spreadsheets. */
    @GET
    @Path("statistik.csv")
    @Needs(Task.STATISTICS)
    public Response statisticsFile(
            @PathParam("language") String code,
            @QueryParam("ar") @DefaultValue("") String year,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            StatisticsTable table = table(around.archive(), year);
            return file("text/csv; charset=utf-8", table.csv(around.language() == Language.SV), table.year() + ".csv");
        });
    }

    /** The same for programs of whoever has logged in. */
    @GET
    @Path("statistik.json")
    @Needs(Task.STATISTICS)
    public Response statisticsData(
            @PathParam("language") String code,
            @QueryParam("ar") @DefaultValue("") String year,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            StatisticsTable table = table(around.archive(), year);
            return file(MediaType.APPLICATION_JSON, JsonWriter.compact(table.json()), table.year() + ".json");
        });
    }

    private static StatisticsTable table(OpenArchive archive, String asked) {
        int year = year(asked, archive);
        return StatisticsTable.of(year, RequestStatistics.of(archive, year));
    }

    /** The year that is asked for; this one, if that has not begun or is none. */
    private static int year(String asked, OpenArchive archive) {
        int now = archive.today().getYear();
        int year = asked.matches("[1-9][0-9]{3}") ? Integer.parseInt(asked) : now;
        return year >= SwedishCalendar.YEAR_MIN && year <= now ? year : now;
    }

    private static Response file(String type, String text, String ending) {
        return Response.ok(text, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"begaranden-" + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("ny")
    @Needs(Task.REQUESTS)
    public Response ask(@PathParam("language") String code, @Context SecurityContext context) {
        return Inside.page(context, code, around -> NewRequestPage.of(around, "", "", ""));
    }

    @POST
    @Path("ny")
    @Needs(Task.REQUESTS)
    public Response register(
            @PathParam("language") String code,
            @FormParam("ord") @DefaultValue("") String words,
            @FormParam("handlingar") @DefaultValue("") String records,
            @FormParam("kanal") @DefaultValue("phone") String channel,
            @FormParam("form") @DefaultValue("on-site") String form,
            @FormParam("kontakt") @DefaultValue("") String contact,
            @Context SecurityContext context) {
        return Inside.answer(context, code, around -> {
            Language l = around.language();
            if (contact.length() > CONTACT_MAX) {
                return again(
                        around,
                        l.say(
                                "Skriv kortare hur svaret når fram, högst 500 tecken.",
                                "Write more briefly how the answer gets there, at most 500 characters."),
                        words,
                        records);
            }
            Registration registration = new Registration(
                    channel,
                    form,
                    l.code(),
                    "",
                    List.of(records.split("[\\r\\n,;]+")),
                    words,
                    new Contact("", AskedLetter.plain(contact), "", ""));
            Intake intake = Intake.of(around.archive());
            RequestDesk desk = new RequestDesk(around.archive(), intake::letters, intake::copies);
            return switch (desk.register(registration)) {
                case RequestDesk.Registered.Is(RecordId id) -> Replies.to(l, "/begaran/" + id);
                case RequestDesk.Registered.IsNot(Wording why) ->
                    again(around, l.say(why.swedish(), why.english()), words, records);
            };
        });
    }

    /** Numbers and ids, one a line or with commas; a number may stand for several records. */
    static List<String> ids(OpenArchive archive, String typed, List<String> unknown) {
        NamedRecords records = NamedRecords.typed(archive, typed);
        unknown.addAll(records.unknown());
        return records.ids();
    }

    private static Response again(Surround around, String problem, String words, String records) {
        return Replies.page(
                Response.Status.BAD_REQUEST,
                around.language(),
                Pages.html(NewRequestPage.of(around, problem, words, records)));
    }

    private static String message(String done, Language l) {
        return done.equals("avslutad") ? l.say("Begäran är avslutad.", "The request is closed.") : "";
    }
}
