package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.open.page.Sitemap;

/** What search engines ask for. Whole addresses are known only where the configuration says them. */
@Path("")
public final class SitemapResource {
    private static final String XML = "application/xml; charset=utf-8";

    private final PublicZone zone;

    public SitemapResource() {
        this.zone = PublicZone.current();
    }

    @GET
    @Path("robots.txt")
    public Response robots() {
        return answer(Sitemap.robots(zone.address()), "text/plain; charset=utf-8");
    }

    @GET
    @Path("sitemap.xml")
    public Response parts() {
        return answer(Sitemap.parts(address()), XML);
    }

    @GET
    @Path("sitemap/{part: [0-9a-hjkmnp-tv-z]}.xml")
    public Response part(@PathParam("part") String part) {
        return answer(Sitemap.part(zone.zone(), address(), part), XML);
    }

    private String address() {
        return zone.address().orElseThrow(NotFoundException::new);
    }

    private static Response answer(String text, String type) {
        return Response.ok(text, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
