package se.sigill.app.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.sigill.core.ArchiveException;

/** The program. */
@Command(
        name = "sigill",
        mixinStandardHelpOptions = true,
        version = "Sigill 0.1.0",
        description = "A digital archive for a Swedish public authority.",
        synopsisSubcommandLabel = "COMMAND")
public final class Sigill implements Runnable {
    /** Held here so that its level stays: Lucene tells at every start which instructions it would like to use. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Optional<Served> served;

    private Sigill(Optional<Served> served) {
        this.served = served;
    }

    /** The server that runs the command, if one does. */
    Optional<Served> served() {
        return served;
    }

    /** Takes what is no text. */
    OutputStream bytes() {
        return served.map(Served::bytes).orElse(System.out);
    }

    /** Every command there is, in the order of the help. */
    private static List<Object> all() {
        return List.of(
                new Demo(),
                new Init(),
                new Serve(),
                new Stop(),
                new Adopt(),
                new AccountCommand(),
                new Deposit(),
                new Renew(),
                new Search(),
                new Assess(),
                new Hold(),
                new Gaps(),
                new Quarantine(),
                new RequestCommand(),
                new Release(),
                new Seal(),
                new Publish(),
                new Withdraw(),
                new CheckCommand(),
                new Export(),
                new Verify(),
                new Dispose(),
                new BackupCommand(),
                new Restore(),
                new Status(),
                new Rebuild(),
                new Keys(),
                new Doctor(),
                new LogCommand(),
                new Cat(),
                new Identify(),
                new Extract(),
                new Validate(),
                new Normalise(),
                new BenchCommand(Sigill::run, BenchSearcher::open));
    }

    public static void main(String[] words) {
        LUCENE.setLevel(Level.SEVERE);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = run(out, err, words);
        out.flush();
        System.exit(exit);
    }

    /** Runs one command and returns its exit code; prints only to the two writers. */
    public static int run(PrintWriter out, PrintWriter err, String... words) {
        return execute(line(Optional.empty()), out, err, words);
    }

    /** The same, done by a server for somebody who typed it elsewhere on this machine. */
    public static int run(Served served, PrintWriter out, PrintWriter err, String... words) {
        CommandLine line = line(Optional.of(served))
                .registerConverter(Path.class, text -> served.directory().resolve(text));
        return execute(line, out, err, words);
    }

    private static int execute(CommandLine line, PrintWriter out, PrintWriter err, String... words) {
        return line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Sigill::wrongWords)
                .setExecutionExceptionHandler((e, command, _) ->
                        e instanceof ThroughServer through ? through(through, command, words) : failed(e, command))
                .execute(words);
    }

    static CommandLine line() {
        return line(Optional.empty());
    }

    private static CommandLine line(Optional<Served> served) {
        CommandLine line = new CommandLine(new Sigill(served));
        all().forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(each -> each.getCommandSpec().mixinStandardHelpOptions(true));
        return line;
    }

    private static int through(ThroughServer through, CommandLine line, String... words) {
        try {
            return through.server().run(List.of(words), through.input(), line.getOut(), line.getErr(), System.out);
        } catch (ArchiveException e) {
            return failed(e, line);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int wrongWords(CommandLine.ParameterException e, String[] words) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("sigill: " + Printing.lines(String.valueOf(e.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /** The runner: everything a command did not expect ends here, with a sentence and an exit code. */
    private static int failed(Exception e, CommandLine line) {
        line.getOut().flush();
        switch (e) {
            case ArchiveException known -> {
                line.getErr().println("sigill: " + Printing.lines(String.valueOf(known.getMessage())));
                return known.exitCode();
            }
            case RuntimeException unexpected -> {
                line.getErr().println("sigill: an unexpected failure; please report it with these lines:");
                unexpected.printStackTrace(line.getErr());
            }
            default -> line.getErr().println("sigill: " + Printing.lines(String.valueOf(e.getMessage())));
        }
        return ExitCode.FAILED;
    }
}
