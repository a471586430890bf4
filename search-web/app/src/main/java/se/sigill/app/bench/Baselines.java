package se.sigill.app.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the machine and well-known tools do in the same run, so that the product's figures can be read as ratios. */
final class Baselines {
    private static final int SMALL_FILE_BYTES = 10 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Outside outside;

    Baselines(Outside outside) {
        this.outside = outside;
    }

    /**
     * The limit of any store that keeps small files: create 10 KiB, fsync, rename.
     *
     * @return files a second over all threads
     */
    double fsyncLoop(Path folder, int threads, int files) throws IOException {
        Files.createDirectories(folder);
        int each = Math.max(1, files / threads);
        List<Callable<Integer>> loops = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            loops.add(() -> loop(folder, number, each));
        }
        long start = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Integer> done : pool.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in the fsync loop");
        } catch (ExecutionException e) {
            throw new IOException("the fsync loop failed", e.getCause());
        }
        return each * threads / ((System.nanoTime() - start) / 1e9);
    }

    private static int loop(Path folder, int thread, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            String name = thread + "-" + i;
            Path temporary = folder.resolve(name + ".new");
            byte[] content = new byte[SMALL_FILE_BYTES];
            content[0] = (byte) i;
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(content));
                channel.force(true);
            }
            Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
        return files;
    }

    /** Two {@code openssl dgst -sha256} side by side over the same files, halved. @return wall seconds */
    double openssl(List<Path> files) throws IOException {
        List<List<String>> commands = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            List<String> command = new ArrayList<>(List.of("openssl", "dgst", "-sha256"));
            for (int i = half; i < files.size(); i += 2) {
                command.add(files.get(i).toString());
            }
            if (command.size() > 3) {
                commands.add(command);
            }
        }
        return outside.seconds(LIMIT, Map.of(), commands);
    }

    /** Stores a folder with checksums, deduplicated, as borg does. @return wall seconds of {@code borg create} */
    double borg(Path folder, Path repository) throws IOException {
        Map<String, String> environment = Map.of(
                "BORG_BASE_DIR",
                repository.resolveSibling("borg-home").toString(),
                "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK",
                "yes");
        String program = "borg";
        outside.seconds(
                LIMIT, environment, List.of(List.of(program, "init", "--encryption=none", repository.toString())));
        return outside.seconds(
                LIMIT, environment, List.of(List.of(program, "create", repository + "::bench", folder.toString())));
    }

    /** Makes a folder searchable, as recoll does. @return wall seconds of {@code recollindex} */
    double recoll(Path folder, Path settings) throws IOException {
        Files.createDirectories(settings);
        Files.writeString(settings.resolve("recoll.conf"), "topdirs = " + folder.toAbsolutePath() + "\n");
        return outside.seconds(LIMIT, Map.of(), List.of(List.of("recollindex", "-c", settings.toString())));
    }
}
