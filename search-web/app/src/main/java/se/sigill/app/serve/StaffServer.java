package se.sigill.app.serve;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import se.sigill.app.wiring.ArchiveStatus;
import se.sigill.core.ArchiveException;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;

/** The staff server of an archive, as commands on this machine know it while it runs. */
public final class StaffServer {
    /** Reading how much is sealed takes a while in a large archive. */
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);

    /** Eight gibibytes over a slow line to the same machine. */
    private static final Duration RECEIPT_MAX = Duration.ofMinutes(30);

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;

    private final Home home;
    private final long pid;

    private StaffServer(Home home, long pid) {
        this.home = home;
        this.pid = pid;
    }

    /** The server that runs now, if one does. */
    public static Optional<StaffServer> running(Home home) {
        return ServerProcess.of(ServerPlace.staff(home)).map(process -> new StaffServer(home, process.pid()));
    }

    /** What to tell a command that wants the archive for itself. */
    public ArchiveException.Locked hasTheArchive() {
        return new ArchiveException.Locked("the server has the archive in " + home.root() + " (pid " + pid
                + "), and this is done only while none has it: sigill stop, and sigill serve afterwards");
    }

    /**
     * Asks how the archive stands.
     *
     * @throws ArchiveException.Locked if the server has the archive and does not answer yet, or no longer
     */
    public ArchiveStatus status() {
        try (ServerClient client = client()) {
            ServerClient.Answer answer =
                    client.get("api/status", token(), ANSWER_MAX).orElseThrow(() -> silent("does not answer"));
            if (answer.status() != OK) {
                throw silent(status(answer.status()));
            }
            return ArchiveStatus.fromJson(JsonReader.parse(answer.body()).asObject());
        } catch (JsonException | DateTimeException e) {
            throw unknownForm(e);
        }
    }

    /**
     * Has the server run a command, and prints what it prints as it comes.
     *
     * @param words of the command line
     * @param input what it reads from standard input; empty if nothing was read
     * @param bytes takes what is no text
     * @return the exit code
     * @throws ArchiveException.Locked if the server does not answer yet, or ends before the command does
     */
    public int run(List<String> words, Optional<String> input, PrintWriter out, PrintWriter err, OutputStream bytes) {
        Json command = Json.object()
                .with("directory", Path.of("").toAbsolutePath().toString())
                .with("words", Json.texts(words))
                .withOptional("input", input);
        try (ServerClient client = client()) {
            ServerClient.Stream answer = client.post("api/command", token(), JsonWriter.compact(command));
            try (InputStream body = answer.body()) {
                if (answer.status() != OK) {
                    throw silent(status(answer.status()));
                }
                return CommandStream.receive(body, out, err, bytes)
                        .orElseThrow(() -> silent("ended before the command did; sigill status says what was done"));
            }
        } catch (IOException e) {
            throw silent("does not answer (" + e.getMessage() + ")");
        } catch (JsonException e) {
            throw unknownForm(e);
        }
    }

    /**
     * Asks a resource of the REST interface, once.
     *
     * @param path without a slash before it, query included
     * @throws ArchiveException.Locked if there is no answer, or another than 200
     */
    public Json.Obj ask(String path) {
        try (Conversation once = conversation()) {
            return once.ask(path);
        }
    }

    /** For who asks again and again. The caller closes. */
    public Conversation conversation() {
        return new Conversation(client());
    }

    /** Questions over a connection that is kept: meeting a server anew costs it more than most answers. */
    public final class Conversation implements AutoCloseable {
        private final ServerClient client;

        private Conversation(ServerClient client) {
            this.client = client;
        }

        /** As {@link StaffServer#ask}. */
        public Json.Obj ask(String path) {
            return object(client.get(path, token(), ANSWER_MAX), OK);
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /**
     * Hands in a file as a source system does: {@code POST api/deliveries}.
     *
     * @param system at most 64 letters, digits and hyphens
     * @return the receipt: every byte is safe
     * @throws ArchiveException.Locked if there is no receipt
     */
    public Json.Obj handIn(Path file, String system) {
        String name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        try (ServerClient client = client()) {
            return object(
                    client.send("api/deliveries?system=" + system + "&name=" + name, token(), file, RECEIPT_MAX),
                    ACCEPTED);
        } catch (FileNotFoundException e) {
            throw new ArchiveException.WrongUsage(file + " is not there", e);
        }
    }

    private Json.Obj object(Optional<ServerClient.Answer> answer, int expected) {
        ServerClient.Answer given = answer.orElseThrow(() -> silent("does not answer"));
        if (given.status() != expected) {
            throw silent(status(given.status()));
        }
        try {
            return JsonReader.parse(given.body()).asObject();
        } catch (JsonException e) {
            throw unknownForm(e);
        }
    }

    private static String status(int status) {
        return status == UNAUTHORIZED ? "is not ready yet" : "answered with HTTP status " + status;
    }

    private ServerClient client() {
        return new ServerClient(
                ConfigReader.read(home.config()).servers().staff(),
                ServerPlace.staff(home).key());
    }

    private ArchiveException.Damaged unknownForm(RuntimeException e) {
        return new ArchiveException.Damaged(
                "the server (pid " + pid + ") answered in a form that this program does not know: start it anew"
                        + " with sigill stop and sigill serve",
                e);
    }

    private ArchiveException.Locked silent(String how) {
        return new ArchiveException.Locked("the server has the archive in " + home.root() + " (pid " + pid + ") and "
                + how + "; its log is " + ServerPlace.staff(home).log());
    }

    private String token() {
        Path file = home.token();
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(
                    file + " cannot be read; does the server belong to another user?", e);
        }
    }
}
