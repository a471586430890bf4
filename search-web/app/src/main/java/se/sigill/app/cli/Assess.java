package se.sigill.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.ArchiveException;
import se.sigill.core.access.RestrictionCheck;
import se.sigill.core.access.Target;
import se.sigill.core.catalogue.CatalogueRecord;
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
            for (String id : ids) {
                decide(archive, id);
            }
            archive.catchUp();
            if (failed < ids.size() && !TellOutside.after(archive, print)) {
                return ExitCode.PARTLY;
            }
        }
        if (failed == 0) {
            return ExitCode.OK;
        }
        return failed == ids.size() ? ExitCode.FAILED : ExitCode.PARTLY;
    }

    private void decide(OpenArchive archive, String id) {
        Optional<CatalogueRecord> entry = archive.find(id);
        if (entry.isEmpty()) {
            failed++;
            print.result(Json.object().with("record", id).with("outcome", "unknown"), id + ": there is no such record");
            return;
        }
        Act.OfRecord act = act(archive, entry.get());
        List<Finding> findings = act instanceof Act.Restricted marking ? check(archive, marking) : List.of();
        if (RestrictionCheck.refuses(findings)) {
            failed++;
            print.result(
                    Json.object()
                            .with("record", id)
                            .with("outcome", "refused")
                            .with("findings", Printing.json(findings)),
                    id + ": refused");
        } else {
            Appended appended = archive.archive().decide(List.of(act));
            print.result(
                    Json.object()
                            .with("record", id)
                            .with("outcome", act.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                            .with("act", appended.first())
                            .with("findings", Printing.json(findings)),
                    id + ": " + words() + " (act " + appended.first() + ")" + late(appended));
        }
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

    private static List<Finding> check(OpenArchive archive, Act.Restricted marking) {
        return new RestrictionCheck(archive.rules().access().provisions())
                .check(marking, archive.today(), marking.record().value());
    }

    private Act.OfRecord act(OpenArchive archive, CatalogueRecord entry) {
        var at = archive.clock().instant();
        if (decision.lift.isPresent()) {
            return new Act.RestrictionLifted(at, archive.actor(), entry.id(), lifted(entry), reason);
        }
        if (decision.restrict.isPresent()) {
            return new Act.Restricted(
                    at,
                    archive.actor(),
                    entry.id(),
                    Target.parse(target).text(),
                    category,
                    decision.restrict.get(),
                    reason,
                    entry.authority(),
                    archive.today(),
                    since.orElseGet(() -> clockStart(entry, archive.today())),
                    existenceSecret);
        }
        return new Act.Assessed(at, archive.actor(), entry.id(), decision.open, decision.open && publish, reason);
    }

    private long lifted(CatalogueRecord entry) {
        long act = decision.lift.orElseThrow();
        if (entry.restrictions().stream().noneMatch(r -> r.act() == act && !r.lifted())) {
            throw new ArchiveException.WrongUsage("record " + entry.id() + " has no restriction of act " + act
                    + " that stands; sigill export --json " + entry.id() + " shows its restrictions");
        }
        return act;
    }

    /** The secrecy period counts from the record's own day, where one is known (OSL 7 kap.). */
    private static LocalDate clockStart(CatalogueRecord entry, LocalDate today) {
        String date = entry.description().date();
        return date.length() == 10 ? LocalDate.parse(date) : today;
    }
}
