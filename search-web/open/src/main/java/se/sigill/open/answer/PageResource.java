package se.sigill.open.answer;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import se.sigill.core.fact.Notice;
import se.sigill.core.fact.PublicRecord;
import se.sigill.look.Asked;
import se.sigill.look.Language;
import se.sigill.open.page.AboutPage;
import se.sigill.open.page.DocumentPage;
import se.sigill.open.page.ListPage;
import se.sigill.open.page.NoticePage;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;
import se.sigill.open.page.ResultsPage;
import se.sigill.open.page.StartPage;

/** The pages: {@code /sv/…} and {@code /en/…}. Made for each request; keeps nothing of it. */
@Path("")
public final class PageResource {
    /** A page number that no document has. */
    private static final int NUMBER_MAX = 1_000_000;

    private final PublicZone zone;

    public PageResource() {
        this.zone = PublicZone.current();
    }

    /** Swedish unless somebody chooses otherwise: the languages that a browser asks for are not looked at. */
    @GET
    public Response root() {
        return toStart(Language.SV);
    }

    @GET
    @Path("{language: sv|en}")
    public Response start(@PathParam("language") String code, @Context UriInfo uri) {
        Language language = language(code);
        if (!uri.getPath().endsWith("/")) {
            return toStart(language);
        }
        boolean published = zone.head().isPresent();
        return Answers.page(language, Pages.html(StartPage.of(zone.zone(), zone.around(language), published)));
    }

    @GET
    @Path("{language: sv|en}/sok")
    public Response search(@PathParam("language") String code, @Context UriInfo uri) {
        Language language = language(code);
        Asked asked = Asked.of(uri.getQueryParameters());
        return Answers.page(language, Pages.html(ResultsPage.of(zone.zone(), zone.around(language), asked)));
    }

    /** A record, or the notice of one. Whether there is none or it is a secret that there is one, nobody can tell. */
    @GET
    @Path("{language: sv|en}/handling/{id}")
    public Response record(
            @PathParam("language") String code,
            @PathParam("id") String id,
            @QueryParam("del") @DefaultValue("") String part,
            @QueryParam("sida") @DefaultValue("") String page) {
        Language language = language(code);
        return switch (zone.zone().find(id).orElseThrow(NotFoundException::new)) {
            case PublicRecord record ->
                Answers.page(
                        language,
                        Pages.html(DocumentPage.of(zone.zone(), record, zone.around(language), part, number(page))));
            case Notice notice -> Answers.page(language, Pages.html(NoticePage.of(notice, zone.around(language))));
        };
    }

    @GET
    @Path("{language: sv|en}/arende")
    public Response caseOf(@PathParam("language") String code, @QueryParam("nr") @DefaultValue("") String number) {
        Language language = language(code);
        if (number.isBlank() || number.length() > 200) {
            throw new NotFoundException();
        }
        return Answers.page(language, Pages.html(ListPage.caseOf(zone.zone(), zone.around(language), number)));
    }

    @GET
    @Path("{language: sv|en}/diarium")
    public Response register(@PathParam("language") String code, @QueryParam("dag") @DefaultValue("") String day) {
        Language language = language(code);
        return Answers.page(language, Pages.html(ListPage.register(zone.zone(), zone.around(language), day)));
    }

    @GET
    @Path("{language: sv|en}/om")
    public Response about(@PathParam("language") String code) {
        Language language = language(code);
        return Answers.page(language, Pages.html(AboutPage.of(zone.zone(), zone.around(language))));
    }

    @GET
    @Path("{language: sv|en}/tillganglighet")
    public Response accessibility(@PathParam("language") String code) {
        Language language = language(code);
        return Answers.page(language, Pages.html(PlainPage.accessibility(zone.around(language))));
    }

    private static Language language(String code) {
        return Language.ofCode(code).orElse(Language.SV);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Math.min(Integer.parseInt(text), NUMBER_MAX) : 0;
    }

    /** By path alone: the name in the request's Host field could be anybody's. */
    private static Response toStart(Language language) {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, "/" + language.code() + "/")
                .build();
    }
}
