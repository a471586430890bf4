package se.sigill.staff.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;

/** What went wrong, for programs (RFC 9457). */
final class Problems {
    private Problems() {}

    static Response problem(Response.StatusType status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json(status.getStatusCode(), status.getReasonPhrase(), detail))
                .build();
    }

    static String json(int status, String title, String detail) {
        return JsonWriter.compact(Json.object()
                .with("type", "about:blank")
                .with("title", title)
                .with("status", status)
                .with("detail", detail));
    }
}
