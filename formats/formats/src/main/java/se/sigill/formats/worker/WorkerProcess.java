package se.sigill.formats.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One worker process. Used by one thread at a time; another one, its own, reads the frames. */
final class WorkerProcess implements AutoCloseable {
    /** The exit code of a JVM that ended by -XX:+ExitOnOutOfMemoryError. */
    private static final int EXIT_OUT_OF_MEMORY = 3;

    /** The exit code of a worker that cannot use its signature files. */
    private static final int EXIT_SIGNATURES = 4;

    private static final Duration EXIT_MAX = Duration.ofSeconds(5);

    private final Process process;
    /** The worker's own temporary folder; cleared by us, because a killed process clears nothing. */
    private final Path temporary;

    private final OutputStream out;
    /** Two answers may lie ready; a worker that is ahead of its reader waits, which bounds our memory. */
    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(2);

    private volatile boolean tooLong;
    private int jobs;
    /** Frames that it owes us; the first says that it is ready. */
    private int due = 1;

    /** A frame read, or the end of the stream when there is no body. */
    private record Frame(Optional<byte[]> body) {}

    /** What waiting for a frame gave. */
    sealed interface Waited {
        record Got(String body) implements Waited {}

        record Ended() implements Waited {}

        record Late() implements Waited {}
    }

    private WorkerProcess(Process process, Path temporary, int answerBytesMax, String name) {
        this.process = process;
        this.temporary = temporary;
        this.out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
        Thread.ofPlatform().daemon().name(name + "-frames").start(() -> pump(answerBytesMax));
    }

    /** Starts a worker. @throws IOException if the launcher is not there or cannot be started */
    static WorkerProcess start(WorkerSettings settings, String name, String work) throws IOException {
        Path temporary = WorkerFolders.ofThisMachine().make();
        ProcessBuilder builder = new ProcessBuilder(command(settings, work, temporary));
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("SIGILL_WORKER", name);
        // What engines print is noise about hostile files; nobody must act on it, and it may hold personal data.
        builder.redirectError(
                Boolean.getBoolean("sigill.engines.stderr")
                        ? ProcessBuilder.Redirect.INHERIT
                        : ProcessBuilder.Redirect.DISCARD);
        try {
            return new WorkerProcess(builder.start(), temporary, settings.answerBytesMax(), name);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    private static List<String> command(WorkerSettings settings, String work, Path temporary) {
        List<String> words = new ArrayList<>();
        words.add(settings.java().toString());
        words.add("-Xmx" + settings.heapMegabytes() + "m");
        words.addAll(List.of(
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                // The JVM's own last words would stand among the frames else.
                "-XX:+DisplayVMOutputToStderr",
                // A worker lives for some thousand short jobs: the second compiler costs more than it wins back.
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-Dsigill.engines.stderr=" + Boolean.getBoolean("sigill.engines.stderr"),
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                // A large sheet has more than the 100,000 entity references that JDK 25 allows, &amp; among them.
                "-Djdk.xml.maxGeneralEntitySizeLimit=0",
                "-Djdk.xml.totalEntitySizeLimit=0",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                // No name is ever looked up.
                "-Djdk.net.hosts.file=/dev/null",
                "--enable-native-access=ALL-UNNAMED"));
        words.addAll(List.of("-cp", settings.classPath(), settings.mainClass(), work));
        words.addAll(settings.arguments());
        return words;
    }

    private void pump(int answerBytesMax) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                Optional<byte[]> body = Frames.read(in, answerBytesMax);
                frames.put(new Frame(body));
                if (body.isEmpty()) {
                    return;
                }
            }
        } catch (Frames.TooLong e) {
            tooLong = true;
            end();
        } catch (IOException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            frames.put(new Frame(Optional.empty()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(String body) throws IOException {
        jobs++;
        due++;
        Frames.write(out, body.getBytes(StandardCharsets.UTF_8));
    }

    void flush() throws IOException {
        out.flush();
    }

    Waited receive(Duration limit) throws InterruptedException {
        Frame frame = frames.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
            return new Waited.Late();
        }
        if (frame.body().isEmpty()) {
            return new Waited.Ended();
        }
        due--;
        return new Waited.Got(new String(frame.body().get(), StandardCharsets.UTF_8));
    }

    /** The computing time the process has had. */
    Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** How many jobs this process was sent. */
    int jobs() {
        return jobs;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Whether it runs and owes no answer. */
    boolean isIdle() {
        return alive() && due == 0;
    }

    /** Whether it runs and owes no answer to a job: it is ready, or will soon say that it is. */
    boolean isFree() {
        return alive() && (due == 0 || (due == 1 && jobs == 0));
    }

    /** Why the stream of answers ended. Waits a little for the process to be gone. */
    FormatCause cause() throws InterruptedException {
        if (tooLong) {
            return FormatCause.OUTPUT;
        }
        if (!process.waitFor(EXIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            return FormatCause.CRASH;
        }
        return switch (process.exitValue()) {
            case EXIT_OUT_OF_MEMORY -> FormatCause.MEMORY;
            case EXIT_SIGNATURES -> FormatCause.SIGNATURES;
            default -> FormatCause.CRASH;
        };
    }

    /** Why a worker gave no answer. */
    enum FormatCause {
        OUTPUT,
        MEMORY,
        /** It could not use the signature files it was given. */
        SIGNATURES,
        CRASH
    }

    /** Ends the process and everything it started, at once: it holds nothing that is not elsewhere. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        frames.clear();
        clear();
    }

    private void clear() {
        try {
            process.waitFor(EXIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        WorkerFolders.remove(temporary);
    }
}
