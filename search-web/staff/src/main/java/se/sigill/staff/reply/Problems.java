package se.sigill.staff.reply;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;

/** What went wrong, for programs (RFC 9457). */
public final class Problems {
    private Problems() {}

    public static Response problem(Response.StatusType status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json(status.getStatusCode(), status.getReasonPhrase(), detail))
                .build();
    }

    public static String json(int status, String title, String detail) {
        return JsonWriter.compact(object(status, title, detail));
    }

    /** The object, for who has more to say. */
    public static Json.Obj object(int status, String title, String detail) {
        return Json.object()
                .with("type", "about:blank")
                .with("title", title)
                .with("status", status)
                .with("detail", detail);
    }
}
