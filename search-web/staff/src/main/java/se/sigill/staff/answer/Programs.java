package se.sigill.staff.answer;

import jakarta.ws.rs.core.UriInfo;

/** Which paths programs ask, and get a problem from instead of a page. */
final class Programs {
    private Programs() {}

    static boolean ask(UriInfo uri) {
        String path = uri.getPath().replaceFirst("^/", "");
        return path.startsWith("api/") || path.startsWith("uppladdning");
    }
}
