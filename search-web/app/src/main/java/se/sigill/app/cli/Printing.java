package se.sigill.app.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonWriter;
import se.sigill.ingest.spool.Remark;

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

    /** Takes what is no text, such as a file of a record. */
    OutputStream bytes() {
        out().flush();
        return command.root().userObject() instanceof Sigill program ? program.bytes() : System.out;
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
            out().println("  " + oneLine(finding.toString()));
            out().println("    " + finding.code().remedy());
        }
    }

    /** A finding as it was written down, for people, with its remedy; in the form of {@link #findings}. */
    void remark(Remark remark, String indent) {
        String where = remark.where().isEmpty() ? "" : " at " + oneLine(remark.where());
        say(indent + remark.severity().toUpperCase(Locale.ROOT) + " " + remark.code() + where + ": "
                + oneLine(remark.message()));
        say(indent + "  " + remark.remedy());
    }

    /** Text of several lines for a terminal: each line as {@link #oneLine} makes it, but for tabs. */
    static String lines(String text) {
        return text.lines()
                .map(line ->
                        Stream.of(line.split("\t", -1)).map(Printing::oneLine).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** A name from outside on one line of a terminal: control and direction characters show as {@code <U+000A>}. */
    static String oneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                out.append(String.format(Locale.ROOT, "<U+%04X>", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    static Json json(List<Finding> findings) {
        return Json.array(findings.stream().map(Finding::toJson).toList());
    }

    static int exit(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
