package se.sigill.app.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;

/** {@code --json}, and how results are printed. */
final class Printing {
    @Option(names = "--json", description = "print one JSON object a line instead of text for people")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    boolean asJson() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** One result: its JSON line, or the text for people. */
    void result(Json line, String text) {
        out().println(json ? JsonWriter.compact(line) : text);
    }

    /** Text for people only. */
    void say(String text) {
        if (!json) {
            out().println(text);
        }
    }

    /** Findings for people, indented below what they belong to, each with its remedy. */
    void findings(List<Finding> findings) {
        if (json) {
            return;
        }
        for (Finding finding : findings) {
            out().println("  " + finding);
            out().println("    " + finding.code().remedy());
        }
    }

    static Json json(List<Finding> findings) {
        return Json.array(findings.stream().map(Finding::toJson).toList());
    }

    static int exit(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
