package se.sigill.open.answer;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.look.Language;
import se.sigill.open.page.Pages;
import se.sigill.open.page.PlainPage;

/** The runner: what a resource did not expect ends here, with a page, and a line in the log that names no request. */
@Provider
public final class FailurePage implements ExceptionMapper<RuntimeException> {
    private static final System.Logger LOG = System.getLogger(FailurePage.class.getName());

    private final PublicZone zone;

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private UriInfo uri;

    public FailurePage() {
        this.zone = PublicZone.current();
    }

    @Override
    public Response toResponse(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        // Its message may repeat what was asked for.
        LOG.log(
                System.Logger.Level.ERROR,
                "page-failed type={0} at={1}",
                failure.getClass().getName(),
                trace.length == 0 ? "" : trace[0].toString());
        Language language = Language.ofPath(uri.getPath());
        return Answers.page(
                Response.Status.INTERNAL_SERVER_ERROR, language, Pages.html(PlainPage.failed(zone.around(language))));
    }
}
