package se.sigill.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sigill verify}: the verifier of the core, which needs no archive to be open. */
@Command(
        name = "verify",
        description = "Tell whether an archive, an exported record or a proof bundle is intact, and from whom it is.")
final class Verify implements Callable<Integer> {
    @Mixin
    private Printing print = new Printing();

    @Option(names = "--trust", paramLabel = "FILE", description = "the trust file that tells from whom")
    private Optional<String> trust = Optional.empty();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            description = "a checkpoint kept outside, or the receipt that carries it")
    private Optional<String> anchor = Optional.empty();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "homes, exported records, proof bundles; - reads paths from standard input, one a line")
    private List<String> paths = List.of();

    @Override
    public Integer call() {
        List<String> words = new ArrayList<>();
        trust.ifPresent(file -> words.addAll(List.of("--trust", file)));
        anchor.ifPresent(file -> words.addAll(List.of("--anchor", file)));
        if (print.asJson()) {
            words.add("--json");
        }
        for (String path : paths) {
            if (path.equals("-")) {
                GivenPaths.forEachLine(words::add);
            } else {
                words.add(path);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new se.sigill.core.verify.Verify(stream(out), stream(err)).run(words);
        print.out().print(out.toString(StandardCharsets.UTF_8));
        print.err().print(err.toString(StandardCharsets.UTF_8));
        print.err().flush();
        return exit;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
