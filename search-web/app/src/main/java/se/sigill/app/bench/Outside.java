package se.sigill.app.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs other programs and takes their time. */
final class Outside {
    private final Path log;

    /** @param log where all that the programs print is appended */
    Outside(Path log) {
        this.log = log;
    }

    /** The program on the search path; empty if it is not installed. */
    static Optional<Path> find(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, program);
            if (Files.isExecutable(candidate) && Files.isRegularFile(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * Runs commands side by side until the last one has ended.
     *
     * @return wall seconds
     * @throws IOException if one does not start, fails or exceeds the limit; the others are ended then
     */
    double seconds(Duration limit, Map<String, String> environment, List<List<String>> commands) throws IOException {
        List<Process> running = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (List<String> command : commands) {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
                builder.environment().putAll(environment);
                running.add(builder.start());
            }
            for (int i = 0; i < running.size(); i++) {
                await(running.get(i), commands.get(i).getFirst(), limit.minusNanos(System.nanoTime() - start));
            }
        } finally {
            running.forEach(Process::destroyForcibly);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void await(Process process, String program, Duration limit) throws IOException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " took longer than allowed");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with " + process.exitValue() + "; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while " + program + " ran");
        }
    }
}
