package se.sigill.engines;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import se.sigill.core.finding.Finding;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.worker.Frames;
import se.sigill.formats.worker.Wire;

/** The loop of a worker process: a frame in, the job done, a frame out. */
public final class Worker {
    /** A job is a few paths and words. */
    private static final int JOB_BYTES_MAX = 1 << 20;

    /** The exit code that tells the parent that the signature files cannot be used. */
    private static final int EXIT_SIGNATURES = 4;

    private final Map<String, JobHandler> handlers;
    private final BlockingQueue<byte[]> jobs = new LinkedBlockingQueue<>();

    public Worker(Map<String, JobHandler> handlers) {
        this.handlers = Map.copyOf(handlers);
    }

    /** {@code read|make [--signatures DIR]}; speaks on standard input and output until the input ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        OutputStream answers = takeStandardOutput();
        Hardening.install();
        Optional<Path> signatures =
                args.length == 3 && args[1].equals("--signatures") ? Optional.of(Path.of(args[2])) : Optional.empty();
        // Opened before the first frame is sent: the clock of a job does not run while signatures are read.
        boolean make = args.length > 0 && args[0].equals("make");
        Map<String, JobHandler> handlers;
        try {
            handlers = make ? Engines.makers(signatures) : Engines.readers(signatures);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // Only the folder of signatures comes from outside.
            Runtime.getRuntime().halt(EXIT_SIGNATURES);
            return;
        }
        new Worker(handlers).serve(System.in, answers);
    }

    /** The real standard output for frames; whatever a library prints goes to standard error from now on. */
    public static OutputStream takeStandardOutput() {
        OutputStream answers = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        System.setOut(System.err);
        return answers;
    }

    /** Answers jobs for ever; the process ends when {@code in} ends, also in the middle of a job. */
    public void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().name("jobs").start(() -> readJobs(in));
        Frames.write(out, JsonWriter.bytes(Json.object().with("ready", true)));
        out.flush();
        List<byte[]> batch = new ArrayList<>();
        while (true) {
            batch.add(jobs.take());
            jobs.drainTo(batch);
            for (byte[] body : batch) {
                Frames.write(out, JsonWriter.bytes(answer(body)));
                // At once: the parent's clock for the next job starts with this answer.
                out.flush();
            }
            batch.clear();
        }
    }

    private void readJobs(InputStream in) {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(in))) {
            for (Optional<byte[]> body = Frames.read(data, JOB_BYTES_MAX);
                    body.isPresent();
                    body = Frames.read(data, JOB_BYTES_MAX)) {
                jobs.add(body.get());
            }
        } catch (IOException e) {
            // The parent is gone or speaks nonsense: there is nobody to tell.
        }
        Runtime.getRuntime().halt(0);
    }

    // A runner: whatever a parser throws on hostile bytes is an answer about that file. Memory is the exception: the
    // JVM
    // ends by itself when it has no more, and the parent tells that from other ends by the exit code.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Json.Obj answer(byte[] body) {
        String name = "";
        try {
            Json.Obj job = JsonReader.parse(body).asObject();
            name = job.optionalText("name").orElse("");
            JobHandler handler = handlers.get(job.text("job"));
            if (handler == null) {
                throw new JsonException("an unknown job");
            }
            return handler.run(job);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            if (Boolean.getBoolean("sigill.engines.stderr")) {
                e.printStackTrace();
            }
            return Wire.failed(Finding.of(
                    FormatFinding.ENGINE_FAILED,
                    name,
                    "the engine failed: " + e.getClass().getSimpleName()));
        }
    }
}
