package se.sigill.open.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.sigill.look.Language;
import se.sigill.look.SameOrigin;
import se.sigill.open.ask.Sent;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;
import se.sigill.open.page.Surround;

/** Forms that were sent here: only those of this site's own pages are read, and no answer to one is kept anywhere. */
final class Forms {
    /** Pages with a form tell this site where the form stands: older browsers say so in no other way. */
    static final String OWN_REFERRER = "same-origin";

    private Forms() {}

    /** What a browser says of where a form comes from. */
    record From(
            @Nullable String site,
            @Nullable String origin,
            @Nullable String host) {
        boolean isOurs() {
            return SameOrigin.isSo(site, origin, host);
        }

        static From of(HttpHeaders headers) {
            return new From(
                    headers.getHeaderString("Sec-Fetch-Site"),
                    headers.getHeaderString("Origin"),
                    headers.getHeaderString(HttpHeaders.HOST));
        }
    }

    static Response read(HttpHeaders headers, InputStream body, Surround around, Function<Sent, Response> answering) {
        Language l = around.language();
        if (!From.of(headers).isOurs()) {
            return page(Response.Status.FORBIDDEN, l, Pages.html(PlainPage.notOurs(around)));
        }
        Optional<Sent> sent = Sent.read(body);
        return sent.isEmpty()
                ? page(Response.Status.REQUEST_ENTITY_TOO_LARGE, l, Pages.html(PlainPage.unreadable(around)))
                : answering.apply(sent.get());
    }

    /** An answer that stays in no cache, neither the browser's nor one on the way. */
    static Response page(Response.StatusType status, Language l, String html) {
        return Response.fromResponse(Answers.page(status, l, html))
                .header(HttpHeaders.CACHE_CONTROL, null)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", OWN_REFERRER)
                .build();
    }
}
