package se.sigill.core.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import se.sigill.core.ArchiveException;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.seal.bouncy.BouncySeal;

/**
 * The verifier as a program of its own: {@code java -cp … se.sigill.core.verify.Verify [--trust FILE] [--anchor FILE]
 * [--json] PATH…}. Exit codes: 0 all intact and, with a trust file, from whom it says; 2 faults; 1 failed; 64 usage.
 */
public final class Verify {
    private static final String USAGE = """
            Usage: verify [--trust FILE] [--anchor CHECKPOINT] [--json] PATH...
            PATH is an archive, an exported record, or a proof bundle (folder or zip).
            """;
    private static final int FAULTS = 2;

    private final PrintStream out;
    private final PrintStream err;

    /** @param out gets the reports; @param err gets what is wrong with the call */
    public Verify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Verify(out, err).run(List.of(arguments)));
    }

    /** Runs one call and returns its exit code. */
    public int run(List<String> arguments) {
        try {
            return run(Call.parse(arguments));
        } catch (ArchiveException e) {
            err.println(e.getMessage());
            if (e instanceof ArchiveException.WrongUsage) {
                err.print(USAGE);
            }
            return e.exitCode();
        }
    }

    private int run(Call call) {
        Verifier verifier = new Verifier(BouncySeal.formats(), call.trust(), call.anchor());
        boolean sound = true;
        for (Path path : call.paths()) {
            TrustReport report = verifier.verify(path);
            sound &= report.isSound();
            if (call.json()) {
                out.println(JsonWriter.compact(report.toJson()));
            } else {
                print(report);
            }
        }
        return sound ? 0 : FAULTS;
    }

    private void print(TrustReport report) {
        out.println(report.path() + ": " + report.verdict());
        out.println("  from whom: " + report.from().words());
        for (Finding finding : report.findings()) {
            out.println("  " + finding);
            if (finding.isError()) {
                out.println("    " + finding.code().remedy());
            }
        }
    }

    private record Call(Optional<TrustFile> trust, Optional<byte[]> anchor, boolean json, List<Path> paths) {
        static Call parse(List<String> arguments) {
            Deque<String> left = new ArrayDeque<>(arguments);
            Optional<TrustFile> trust = Optional.empty();
            Optional<byte[]> anchor = Optional.empty();
            boolean json = false;
            List<Path> paths = new ArrayList<>();
            while (!left.isEmpty()) {
                String word = left.pop();
                switch (word) {
                    case "--trust" -> trust = Optional.of(TrustFile.parse(value(word, left)));
                    case "--anchor" -> anchor = Optional.of(value(word, left));
                    case "--json" -> json = true;
                    default -> paths.add(path(word));
                }
            }
            if (paths.isEmpty()) {
                throw new ArchiveException.WrongUsage("a path is missing");
            }
            return new Call(trust, anchor, json, paths);
        }

        private static Path path(String word) {
            if (word.startsWith("--")) {
                throw new ArchiveException.WrongUsage("unknown option " + word);
            }
            return Path.of(word);
        }

        private static byte[] value(String option, Deque<String> left) {
            if (left.isEmpty()) {
                throw new ArchiveException.WrongUsage(option + " needs a file");
            }
            Path file = Path.of(left.pop());
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new ArchiveException.WrongUsage("the file of " + option + " cannot be read: " + file, e);
            }
        }
    }
}
