package se.sigill.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.sigill.app.wiring.Adopting;
import se.sigill.app.wiring.GivenFile;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.log.Appended;

/** {@code sigill adopt}: brings a plan, a catalogue of provisions, a format policy or a table of roles into force. */
@Command(
        name = "adopt",
        description = "Bring reference data into force, as CSV: plan, provisions, roles, delegations and more.")
final class Adopt implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "whose plan; a board may adopt its own (default: sigill)")
    private String name = "sigill";

    @Option(names = "--as-version", paramLabel = "VERSION", description = "its version (default: today's date)")
    private Optional<String> version = Optional.empty();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "plan, provisions, format-policy, roles, delegations, boards, courts or fees")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the CSV file, UTF-8, at most 1 MB")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        String document = GivenFile.text(
                file, Adopting.DOCUMENT_BYTES_MAX, "too much for a document that is kept whole; is it the right file?");
        try (OpenArchive archive = home.open()) {
            String as = version.orElseGet(() -> archive.today().toString());
            Adopting adopting = new Adopting(archive);
            List<Finding> findings = adopting.check(kind, name, as, document);
            boolean refused = findings.stream().anyMatch(Finding::isError);
            Json.Obj line = Json.object()
                    .with("kind", kind)
                    .with("name", name)
                    .with("version", as)
                    .with("outcome", refused ? "refused" : "adopted")
                    .with("findings", Printing.json(findings));
            if (refused) {
                print.result(line, kind + " " + file + " is not adopted; the one before stands");
            } else {
                Appended appended = archive.archive().decide(List.of(adopting.act(kind, name, as, document)));
                archive.catchUp();
                print.result(line, "adopted " + kind + " " + name + " " + as + " as act " + appended.first());
            }
            print.findings(findings.stream().filter(f -> refused || f.isError()).toList());
            if (!refused && !TellOutside.all(archive, print)) {
                return ExitCode.PARTLY;
            }
            return Printing.exit(findings);
        }
    }
}
