package se.sigill.open.answer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TlogFormatException;

/** The public log, as tools for such logs ask for it (c2sp.org/tlog-tiles). */
@Path("log")
public final class LogResource {
    private final PublicZone zone;

    public LogResource() {
        this.zone = PublicZone.current();
    }

    /** It is another one after each cut. */
    @GET
    @Path("checkpoint")
    public Response checkpoint() throws IOException {
        return Response.ok(zone.zone().logCheckpoint().orElseThrow(NotFoundException::new), "text/plain; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** What stands in a tile stands there for ever. */
    @GET
    @Path("tile/{place: .+}")
    public Response tile(@PathParam("place") String place) throws IOException {
        Tile tile;
        try {
            tile = Tile.parse("tile/" + place);
        } catch (TlogFormatException e) {
            throw new NotFoundException(e);
        }
        return Response.ok(zone.zone().logTile(tile).orElseThrow(NotFoundException::new), "application/octet-stream")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .build();
    }
}
