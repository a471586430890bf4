package se.sigill.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Parameters;
import se.sigill.core.ArchiveException;

/**
 * The paths given to a command: files as they are, folders walked, {@code -} for paths from standard input, one a line.
 * Memory does not grow with their number.
 */
final class GivenPaths {
    /** More than there are workers, so that none waits for the answer of a slow file to be told. */
    private static final int AT_ONCE_MAX = 16;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "files and folders; - reads paths from standard input, one a line")
    private List<String> words = List.of();

    List<String> words() {
        return words;
    }

    /** Calls back for every file, in order; a path that is not there is passed on as it is, for its own line. */
    void forEachFile(Consumer<Path> file) {
        for (String word : words) {
            if (word.equals("-")) {
                forEachLine(line -> walk(line, file));
            } else {
                walk(word, file);
            }
        }
    }

    /**
     * Asks about every file, several at once, and tells the answers in the order of the files.
     *
     * @param ask called in many threads
     * @param tell called in the caller's thread
     */
    <A> void forEachAnswer(Function<Path, A> ask, BiConsumer<Path, A> tell) {
        Deque<Path> asked = new ArrayDeque<>();
        Deque<Future<A>> answers = new ArrayDeque<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            forEachFile(path -> {
                asked.add(path);
                answers.add(threads.submit(() -> ask.apply(path)));
                if (answers.size() == AT_ONCE_MAX) {
                    tell.accept(asked.remove(), await(answers.remove()));
                }
            });
            while (!answers.isEmpty()) {
                tell.accept(asked.remove(), await(answers.remove()));
            }
        }
    }

    private static <A> A await(Future<A> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ArchiveException.StorageFailed("the command was interrupted; run it again", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Calls back for every line of standard input that is not empty. */
    static void forEachLine(Consumer<String> path) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    path.accept(line);
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("standard input could not be read: " + e.getMessage(), e);
        }
    }

    private static void walk(String word, Consumer<Path> file) {
        Path path;
        try {
            path = Path.of(word);
        } catch (InvalidPathException e) {
            throw new ArchiveException.WrongUsage("\"" + word + "\" is no path", e);
        }
        if (!Files.isDirectory(path)) {
            file.accept(path);
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            files.filter(Files::isRegularFile).sorted().forEach(file);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(path + " cannot be walked: " + e.getMessage(), e);
        }
    }
}
