package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Language;
import se.sigill.open.page.Feed;

/** The register's latest entries as a feed. */
@Path("{language: sv|en}/diarium.atom")
public final class FeedResource {
    private final PublicZone zone;

    public FeedResource() {
        this.zone = PublicZone.current();
    }

    @GET
    public Response feed(@PathParam("language") String code) {
        Language language = Language.ofCode(code).orElse(Language.SV);
        return Response.ok(Feed.of(zone.zone(), zone.around(language)), "application/atom+xml; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
