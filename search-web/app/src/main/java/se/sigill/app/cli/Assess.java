package se.sigill.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Assessing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.log.Act;
import se.sigill.core.log.Appended;

/** {@code sigill assess}: a person's decision about the openness of records. */
@Command(
        name = "assess",
        description = "Decide that records are open, restricted by a provision, or to be assessed anew.")
final class Assess implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @ArgGroup(multiplicity = "1")
    private Decision decision = new Decision();

    /** Exactly one of these is given. */
    static final class Decision {
        @Option(names = "--open", description = "open by decision (offentlig)")
        private boolean open;

        @Option(names = "--undecided", description = "an earlier assessment no longer counts")
        private boolean undecided;

        @Option(
                names = "--restrict",
                paramLabel = "PROVISION",
                description = "mark as restricted (sekretessmarkera) by a provision, such as \"OSL 26:1\"")
        private Optional<String> restrict = Optional.empty();

        @Option(names = "--lift", paramLabel = "ACT", description = "lift the restriction that this act made")
        private Optional<Long> lift = Optional.empty();
    }

    @Option(names = "--publish", description = "with --open: may also be put on the web")
    private boolean publish;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; without personal data")
    private String reason = "";

    @Option(names = "--target", paramLabel = "TARGET", description = "record (default), part:1.2, page:3, time:FROM-TO")
    private String target = "record";

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "security, secrecy (default) or integrity: the three reasons there are")
    private String category = "secrecy";

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "day from which the secrecy period counts (default: the record's)")
    private Optional<LocalDate> since = Optional.empty();

    @Option(names = "--existence-secret", description = "even that the record exists is secret")
    private boolean existenceSecret;

    @Parameters(arity = "1..*", paramLabel = "ID", description = "ids of records")
    private List<String> ids = List.of();

    private int failed;

    @Override
    public Integer call() {
        try (OpenArchive archive = home.open()) {
            Assessing assessing = new Assessing(archive);
            try {
                for (String id : ids) {
                    decide(assessing, id);
                }
            } finally {
                // A server goes on: what was decided before one that cannot be holds at once there too.
                archive.catchUp();
            }
            if (failed < ids.size() && !TellOutside.closed(archive, print)) {
                return ExitCode.PARTLY;
            }
        }
        if (failed == 0) {
            return ExitCode.OK;
        }
        return failed == ids.size() ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private void decide(Assessing assessing, String id) {
        switch (assessing.decide(id, decision())) {
            case Assessing.Outcome.Unknown() -> failed(id, "unknown", "there is no such record", List.of());
            case Assessing.Outcome.NotYours() ->
                failed(id, "not-yours", "it is not yours to decide (see sigill adopt roles)", List.of());
            case Assessing.Outcome.Refused(List<Finding> findings) -> failed(id, "refused", "refused", findings);
            case Assessing.Outcome.Decided(Act.OfRecord act, Appended appended, List<Finding> findings) -> {
                print.result(
                        Json.object()
                                .with("record", id)
                                .with("outcome", act.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                                .with("act", appended.first())
                                .with("findings", Printing.json(findings)),
                        id + ": " + words() + " (act " + appended.first() + ")" + late(appended));
                print.findings(findings);
            }
        }
    }

    private void failed(String id, String outcome, String text, List<Finding> findings) {
        failed++;
        Json.Obj line = Json.object().with("record", id).with("outcome", outcome);
        print.result(findings.isEmpty() ? line : line.with("findings", Printing.json(findings)), id + ": " + text);
        print.findings(findings);
    }

    private static String late(Appended appended) {
        return appended.shipped() == Appended.Shipped.LATE
                ? "; the second copy of the log has not answered yet: see sigill status"
                : "";
    }

    private String words() {
        if (decision.open) {
            return publish ? "open and publishable" : "open";
        }
        if (decision.lift.isPresent()) {
            return "restriction lifted";
        }
        return decision.undecided ? "to be assessed anew" : "restricted by " + decision.restrict.orElse("");
    }

    private Assessing.Decision decision() {
        if (decision.lift.isPresent()) {
            return new Assessing.Decision.Lift(decision.lift.get(), reason);
        }
        if (decision.restrict.isPresent()) {
            return new Assessing.Decision.Restrict(
                    decision.restrict.get(), category, target, since, existenceSecret, reason);
        }
        return decision.open ? new Assessing.Decision.Open(publish, reason) : new Assessing.Decision.Undecided(reason);
    }
}
