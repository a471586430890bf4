package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.request.Answering;
import se.sigill.app.request.Proposal;
import se.sigill.app.request.Registration;
import se.sigill.app.request.RequestDesk;
import se.sigill.app.wiring.GivenFile;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonException;
import se.sigill.core.request.Outcome;

/**
 * {@code sigill request}: requests for records, by the rules of the staff site: it is the role and the delegation of
 * the acting user's account that count. What somebody wrote, and who they are, comes from a file or standard input and
 * never stands on the command line, which others on the machine can read.
 */
@Command(
        name = "request",
        description = "list: requests that are open. show REQUEST. register: one that came in another way than by the"
                + " web. take, say, add, decide, countersign, close REQUEST: as on the staff site. A REQUEST is named"
                + " by id or number, \"BEG 2026-7\". What is decided goes out with: sigill release REQUEST")
final class RequestCommand implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "list, show, register, take, say, add, decide, countersign or close")
    private String what = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "REQUEST [RECORD…]",
            description = "the request; with add the records, with decide the record, by id or number")
    private List<String> named = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "with register (a JSON object), say (a text) and a reservation (its conditions): read this"
                    + " file instead of standard input")
    private Optional<Path> from = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "with say: clarification, notice (default), delay, question or informal-no")
    private String kind = "notice";

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "with decide: whole, part, with-reservation, refused, not-held, not-official or forwarded")
    private String outcome = "";

    @Option(
            names = "--provision",
            paramLabel = "PROVISION",
            description = "with decide: of a refusal or a reservation; with say: that makes a question necessary")
    private String provision = "";

    @Option(names = "--withhold", paramLabel = "TARGET", description = "with decide: what is left out of a part")
    private List<String> withhold = List.of();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "with decide, countersign and close: why, without what is secret; it goes into the decision")
    private String reason = "";

    @Option(
            names = "--not-less",
            paramLabel = "TEXT",
            description = "with decide: why neither a part nor a reservation is enough")
    private String notLess = "";

    @Option(
            names = "--alone",
            paramLabel = "TEXT",
            description = "with decide: why no second person looks where one is the rule; the statistics count it")
    private String alone = "";

    @Option(names = "--to", paramLabel = "AUTHORITY", description = "with decide, forwarded: to which authority")
    private String to = "";

    @Option(
            names = "--reached",
            paramLabel = "TEXT",
            description = "with decide, forwarded: how to reach that authority, if the table of boards does not say it")
    private String reached = "";

    @Option(
            names = "--seen",
            paramLabel = "ACT",
            description = "with decide: the number that show gave; needed to decide anew")
    private long seen;

    @Option(names = "--decision", paramLabel = "ACT", description = "with countersign: which decision, as show has it")
    private long decision;

    @Option(names = "--agree", description = "with countersign: the decision counts")
    private boolean agree;

    @Option(names = "--send-back", description = "with countersign: it does not; --reason says why")
    private boolean sendBack;

    @Option(
            names = "--how",
            paramLabel = "HOW",
            description = "with close: answered (default), withdrawn or dismissed, the last two with a reason")
    private String how = "answered";

    @Override
    public Integer call() {
        switch (what.toLowerCase(Locale.ROOT)) {
            case "list" -> list();
            case "show" -> show();
            case "register" -> register();
            case "take" -> act("taken", desk -> desk.take(request()));
            case "say" -> say();
            case "add" -> act("added", desk -> desk.gather(request(), named.subList(1, named.size()), List.of()));
            case "decide" -> decide();
            case "countersign" -> countersign();
            case "close" -> act("closed", desk -> desk.close(request(), how, reason));
            default ->
                throw new ArchiveException.WrongUsage(
                        "\"" + what + "\" is not list, show, register, take, say, add, decide, countersign or close");
        }
        return ExitCode.OK;
    }

    private String request() {
        if (named.isEmpty()) {
            throw new ArchiveException.WrongUsage(
                    "say which request, by id or number: sigill request " + what + " \"BEG 2026-7\"");
        }
        return named.getFirst();
    }

    private void list() {
        try (OpenArchive archive = home.open()) {
            RequestPrinting.list(print, desk(archive).open());
        }
    }

    private void show() {
        String request = request();
        try (OpenArchive archive = home.open()) {
            RequestPrinting.sheet(
                    print, desk(archive).find(request).orElseThrow(() -> RequestPrinting.unknown(request)));
        }
    }

    private void register() {
        Registration registration;
        try {
            registration = Registration.read(given());
        } catch (JsonException e) {
            throw new ArchiveException.WrongUsage(
                    "the registration is not of its form: " + e.getMessage()
                            + "; docs/reference/cli.md shows one. Nothing was registered",
                    e);
        }
        try (OpenArchive archive = home.open()) {
            RequestDesk desk = desk(archive);
            switch (desk.register(registration)) {
                case RequestDesk.Registered.Is(var id) ->
                    RequestPrinting.done(
                            print,
                            "registered",
                            -1,
                            desk.find(id.value()).orElseThrow().line());
                case RequestDesk.Registered.IsNot(var why) ->
                    throw new ArchiveException.Refused(why.english() + " Nothing was registered.");
            }
        }
    }

    private void say() {
        String request = request();
        String text = given();
        act("said", desk -> desk.say(request, kind, provision, text));
    }

    private void decide() {
        String request = request();
        Outcome chosen = Outcome.ofWord(outcome.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new ArchiveException.WrongUsage("--outcome says what is decided: whole, part,"
                        + " with-reservation, refused, not-held, not-official or forwarded"));
        if (named.size() > 2 || (named.size() == 2) != chosen.isOfRecord()) {
            throw new ArchiveException.WrongUsage(
                    chosen.isOfRecord()
                            ? "say which record is decided about, one at a time"
                            : "\"" + chosen.word() + "\" is decided of no record");
        }
        Proposal proposal = new Proposal(
                named.size() == 2 ? named.getLast() : "",
                chosen,
                withhold,
                provision.strip(),
                reason,
                notLess,
                alone,
                chosen == Outcome.WITH_RESERVATION ? given() : "",
                to,
                reached);
        act("decided", desk -> desk.decide(request, proposal, seen));
    }

    private void countersign() {
        if (agree == sendBack) {
            throw new ArchiveException.WrongUsage("say --agree, or --send-back with a --reason");
        }
        act(agree ? "agreed" : "sent-back", desk -> desk.countersign(request(), decision, agree, reason));
    }

    /** What is not to stand on the command line. Asked for before the archive is opened. */
    private String given() {
        if (from.isEmpty()) {
            return home.input();
        }
        home.throughServer();
        return GivenFile.text(
                from.get(),
                HomeOption.INPUT_BYTES_MAX,
                "too long for a request or a word about one; deliver it, and name its number");
    }

    private void act(String done, Function<RequestDesk, Answering.Outcome> work) {
        String request = request();
        try (OpenArchive archive = home.open()) {
            RequestDesk desk = desk(archive);
            RequestPrinting.outcome(print, request, done, work.apply(desk), desk);
        }
    }

    static RequestDesk desk(OpenArchive archive) {
        OneFile file = new OneFile(archive.config());
        return new RequestDesk(archive, () -> file, () -> file);
    }
}
