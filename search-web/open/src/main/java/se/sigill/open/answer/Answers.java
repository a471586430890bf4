package se.sigill.open.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Language;

/** A page as an answer. */
final class Answers {
    private Answers() {}

    static Response page(Language language, String html) {
        return page(Response.Status.OK, language, html);
    }

    /** Asked for anew each time: what is withdrawn must not live on in caches. */
    static Response page(Response.StatusType status, Language language, String html) {
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .entity(html)
                .build();
    }
}
