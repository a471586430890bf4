package se.sigill.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.sigill.app.bench.Bench;
import se.sigill.app.bench.BenchReport;
import se.sigill.app.bench.BenchSize;
import se.sigill.app.bench.CommandProduct;
import se.sigill.core.ArchiveException;
import se.sigill.core.disk.Trees;
import se.sigill.core.json.JsonWriter;

/** {@code sigill bench}: measures the archive as it is configured. Makes archives of its own; touches no other. */
@Command(
        name = "bench",
        description =
                "Measure rates, processor time and memory beside baselines of the same run, in a folder of its own.")
final class BenchCommand implements Callable<Integer> {
    private final CommandProduct.Commands commands;
    private final CommandProduct.Searcher.Opener opener;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print one JSON object instead of text for people")
    private boolean json;

    @Option(names = "--quick", description = "a minute or two; figures not for publishing")
    private boolean quick;

    @Option(names = "--scale", paramLabel = "N", description = "the full run times N, 0.001 to 100")
    private Optional<Double> scale = Optional.empty();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "STAGE",
            description = "some stages: mixed, small, search, rebuild, outside, served, audit, large; search, rebuild"
                    + " and outside go on with what small made")
    private Set<String> only = Set.of();

    @Option(names = "--work", paramLabel = "DIR", description = "a folder on the disk to measure; must not exist")
    private Optional<Path> work = Optional.empty();

    @Option(names = "--keep", description = "leave the folder as it is after the run")
    private boolean keep;

    /**
     * @param commands the program itself
     * @param opener opens the index of an archive for queries in process
     */
    BenchCommand(CommandProduct.Commands commands, CommandProduct.Searcher.Opener opener) {
        this.commands = commands;
        this.opener = opener;
    }

    @Override
    public Integer call() throws IOException {
        BenchSize size = size();
        Path sources = Path.of(System.getProperty("sigill.root", "."));
        Path folder = work.isPresent() ? work.get() : temporary(sources);
        if (work.isPresent() && Files.exists(folder)) {
            throw new ArchiveException.WrongUsage(folder + " is there already; the bench makes its own folder");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Bench bench = new Bench(
                    CommandProduct.maker(commands, opener),
                    size,
                    folder.toAbsolutePath(),
                    Clock.systemUTC(),
                    stage -> err.println("bench: " + stage + " …"));
            BenchReport report = some(bench).run(sources);
            out.print(json ? JsonWriter.compact(report.toJson()) + "\n" : report.text());
            out.flush();
        } finally {
            if (!keep) {
                Trees.delete(folder);
            }
        }
        return 0;
    }

    private Bench some(Bench bench) {
        try {
            return only.isEmpty() ? bench : bench.only(only);
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    private BenchSize size() {
        if (quick && scale.isPresent()) {
            throw new ArchiveException.WrongUsage("--quick and --scale say different sizes; give one of them");
        }
        try {

            return quick ? BenchSize.QUICK : BenchSize.scaled(scale.orElse(1.0));
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    /** Beside the launcher, where the default archive lies too: a temporary folder is often memory, not disk. */
    private static Path temporary(Path sources) throws IOException {
        Path var = Files.createDirectories(sources.resolve("var"));
        return Files.createTempDirectory(var, "bench-");
    }
}
