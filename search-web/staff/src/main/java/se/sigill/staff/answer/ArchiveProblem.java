package se.sigill.staff.answer;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import se.sigill.core.ArchiveException;

/** What stopped an operation of the archive: its message says what to do and carries nothing of a record. */
@Provider
public final class ArchiveProblem implements ExceptionMapper<ArchiveException> {
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
        return Problems.problem(status, String.valueOf(stopped.getMessage()));
    }
}
