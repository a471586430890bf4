package se.sigill.staff.reply;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import se.sigill.look.Language;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.PlainPage;

/** Pages as answers. None may be kept by anybody on the way: what stands in them is for one visitor. */
public final class Replies {
    private Replies() {}

    public static Response page(Language l, String html) {
        return page(Response.Status.OK, l, html);
    }

    public static Response page(Response.StatusType status, Language l, String html) {
        return Response.status(status)
                .type("text/html; charset=utf-8")
                .header(HttpHeaders.CONTENT_LANGUAGE, l.code())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(html)
                .build();
    }

    /** After something was done: the page to read next. @param path behind the language */
    public static Response to(Language l, String path) {
        return toPath("/" + l.code() + path);
    }

    /** By path alone: the name in the request's Host field could be anybody's. */
    public static Response toPath(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /** Where a page cannot be shown. */
    public static Response refused(Response.StatusType status, Language l) {
        PlainPage page =
                switch (status.getStatusCode()) {
                    case 404 -> PlainPage.notFound(l);
                    case 403 -> PlainPage.noRight(l);
                    case 503 -> PlainPage.closed(l);
                    default -> PlainPage.refused(l);
                };
        return page(status, l, Pages.html(page));
    }
}
