package se.sigill.staff.answer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import se.sigill.app.cli.Served;
import se.sigill.app.cli.Sigill;
import se.sigill.app.serve.CommandStream;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.staff.archive.RunningArchive;
import se.sigill.staff.archive.Token;
import se.sigill.staff.gate.Needs;
import se.sigill.staff.gate.Task;
import se.sigill.staff.reply.Problems;

/**
 * {@code POST /api/command}: what somebody typed on this machine while the server has the archive. The answer is a
 * {@link CommandStream}. Who shows the token can read the archive's home, and acts as the operator of the archive.
 */
@Path("api/command")
public final class CommandResource {
    private final RunningArchive running;

    public CommandResource() {
        this.running = RunningArchive.current();
    }

    /** The words of a command line, the folder it was typed in, and what it reads from standard input. */
    private record Typed(java.nio.file.Path directory, List<String> words, Optional<String> input) {
        static Typed of(String body) {
            Json.Obj typed = JsonReader.parse(body).asObject();
            return new Typed(
                    java.nio.file.Path.of(typed.text("directory")),
                    typed.array("words").stream().map(Json::asText).toList(),
                    typed.optionalText("input"));
        }
    }

    @POST
    @Needs(Task.OPERATE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(String body) {
        if (!(running.state() instanceof RunningArchive.State.Open(OpenArchive archive, Token _))) {
            return Problems.problem(Response.Status.SERVICE_UNAVAILABLE, "The archive is not open.");
        }
        Typed typed;
        try {
            typed = Typed.of(body);
        } catch (JsonException | java.nio.file.InvalidPathException e) {
            return Problems.problem(
                    Response.Status.BAD_REQUEST,
                    "The body is an object with \"directory\" (a path), \"words\" (texts) and perhaps \"input\""
                            + " (a text).");
        }
        StreamingOutput answer = out -> run(archive, typed, out);
        return Response.ok(answer, "application/x-ndjson")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static void run(OpenArchive archive, Typed typed, OutputStream to) {
        CommandStream.Sender sender = new CommandStream.Sender(to);
        PrintWriter out = sender.writer(false);
        PrintWriter err = sender.writer(true);
        Served served = new Served(archive, typed.directory(), sender.bytes(), typed.input());
        int exit = Sigill.run(served, out, err, typed.words().toArray(String[]::new));
        out.flush();
        err.flush();
        sender.exit(exit);
    }
}
