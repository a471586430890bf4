package se.sigill.staff.answer;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.core.ArchiveException;
import se.sigill.look.Language;
import se.sigill.staff.page.Pages;
import se.sigill.staff.page.PlainPage;
import se.sigill.staff.reply.Problems;
import se.sigill.staff.reply.Replies;

/** What stopped an operation of the archive: its message says what to do and carries nothing of a record. */
@Provider
public final class ArchiveProblem implements ExceptionMapper<ArchiveException> {
    @Context
    @SuppressWarnings("NullAway.Init") // The server sets it before it asks.
    private UriInfo uri;

    @Override
    public Response toResponse(ArchiveException stopped) {
        Response.Status status =
                switch (stopped) {
                    case ArchiveException.WrongUsage _ -> Response.Status.BAD_REQUEST;
                    case ArchiveException.Refused _ -> Response.Status.CONFLICT;
                    case ArchiveException.NoArchive _,
                            ArchiveException.Locked _,
                            ArchiveException.KeyTrouble _,
                            ArchiveException.Damaged _,
                            ArchiveException.StorageFailed _ -> Response.Status.SERVICE_UNAVAILABLE;
                };
        String why = String.valueOf(stopped.getMessage());
        Language l = Language.ofPath(uri.getPath());
        return Programs.ask(uri)
                ? Problems.problem(status, why)
                : Replies.page(status, l, Pages.html(PlainPage.stopped(l, why)));
    }
}
