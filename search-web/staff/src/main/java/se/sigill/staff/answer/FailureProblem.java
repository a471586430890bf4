package se.sigill.staff.answer;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.look.Language;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.PlainPage;
import se.sigill.staff.reply.Problems;
import se.sigill.staff.reply.Replies;

/** The runner: what a resource did not expect ends here, with a problem, and a line in the log without its message. */
@Provider
public final class FailureProblem implements ExceptionMapper<RuntimeException> {
    private static final System.Logger LOG = System.getLogger(FailureProblem.class.getName());

    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private UriInfo uri;

    @Override
    public Response toResponse(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.log(
                System.Logger.Level.ERROR,
                "answer-failed type={0} at={1}",
                failure.getClass().getName(),
                trace.length == 0 ? "" : trace[0].toString());
        Language l = Language.ofPath(uri.getPath());
        return Programs.ask(uri)
                ? Problems.problem(
                        Response.Status.INTERNAL_SERVER_ERROR,
                        "An unexpected failure; the log of the server has a line.")
                : Replies.page(Response.Status.INTERNAL_SERVER_ERROR, l, Pages.html(PlainPage.failed(l)));
    }
}
