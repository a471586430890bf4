package se.sigill.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Leaks;
import se.sigill.app.request.RequestBook;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.Json;
import se.sigill.core.request.Request;
import se.sigill.core.request.Wording;

/** {@code sigill withdraw}: takes back copies that should not have been handed out. */
@Command(
        name = "withdraw",
        description =
                "Take back copies that were handed out by mistake: unreachable at once, and an incident is opened.")
final class Withdraw implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--release",
            paramLabel = "ACT",
            description = "the copy that this act handed out; without it, every copy of the request")
    private Optional<Long> release = Optional.empty();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "what happened; without personal data")
    private String reason = "";

    @Parameters(paramLabel = "REQUEST", description = "id or number of the request")
    private String request = "";

    private int failed;

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            Answering answering = Answering.withoutEngines(archive);
            RequestBook.Entry entry = find(archive);
            List<Request.Copy> copies = entry.request().copies().stream()
                    .filter(copy -> !copy.stopped()
                            && release.filter(act -> act != copy.act()).isEmpty())
                    .toList();
            if (copies.isEmpty()) {
                throw new ArchiveException.Refused("request " + request + " has no such copy that is handed out");
            }
            Leaks leaks = new Leaks(answering);
            copies.forEach(copy -> stop(archive, leaks, entry, copy));
            return failed == 0 ? ExitCode.OK : failed == copies.size() ? ExitCode.FAILED : ExitCode.PARTLY;
        }
    }

    private RequestBook.Entry find(OpenArchive archive) {
        RequestBook book = new RequestBook(archive);
        return book.find(request)
                .or(() -> archive.catalogue().findByDiaryNumber(request).stream()
                        .flatMap(id -> book.find(id.value()).stream())
                        .findFirst())
                .orElseThrow(() -> new ArchiveException.Refused("there is no request " + request));
    }

    private void stop(OpenArchive archive, Leaks leaks, RequestBook.Entry entry, Request.Copy copy) {
        Json.Obj line = Json.object()
                .with("request", entry.request().id().value())
                .with("record", copy.of())
                .with("release", copy.act());
        switch (leaks.stop(
                entry.request().id().value(), copy.act(), archive.clock().instant(), reason)) {
            case Answering.Outcome.Unknown() -> failed(line, copy, "there is no such request");
            case Answering.Outcome.Refused(Wording why) -> failed(line, copy, why.english());
            case Answering.Outcome.Done(long incident) -> {
                boolean reachable = leaks.isReachable(entry, copy);
                failed += reachable ? 1 : 0;
                print.result(
                        line.with("outcome", "withdrawn")
                                .with("incident", incident)
                                .with("reachable", reachable),
                        copy.of() + ": taken back (incident " + incident + ")"
                                + (reachable
                                        ? "; the outside has not answered, and it may still be fetched there"
                                        : ""));
            }
        }
    }

    private void failed(Json.Obj line, Request.Copy copy, String why) {
        failed++;
        print.result(line.with("outcome", "refused").with("why", why), copy.of() + ": " + why);
    }
}
