package se.sigill.formats.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The temporary folders of workers, side by side in one directory. The name of each says whose it is:
 * {@code sigill-worker-PID-TOKEN-RANDOM}, the number of the process that started the worker and a word that this run of
 * it made up. A process that is killed clears nothing; so the next one that starts workers does.
 *
 * <p>Safe for many threads and processes.
 */
final class WorkerFolders {
    private static final String PREFIX = "sigill-worker-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-([0-9a-f]{8})-.+");

    /** In a container the next run often gets the same number as the one that was killed. */
    private static final String TOKEN = UUID.randomUUID().toString().substring(0, 8);

    private static final System.Logger LOG = System.getLogger(WorkerFolders.class.getName());

    private final Path directory;

    WorkerFolders(Path directory) {
        this.directory = directory;
    }

    /** Those in the directory that this JVM uses for temporary files. */
    static WorkerFolders ofThisMachine() {
        return new WorkerFolders(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Makes a folder that only this user may enter. */
    Path make() throws IOException {
        return Files.createTempDirectory(
                directory, PREFIX + ProcessHandle.current().pid() + "-" + TOKEN + "-");
    }

    /**
     * Removes the folders of this user whose process is gone. A folder whose number was given to another living process
     * stays until that one is gone too. What cannot be removed is told in the log and stays.
     */
    void removeOrphans() {
        List<Path> orphans = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isOrphan(folder.getFileName().toString()) && isOurs(folder)) {
                    orphans.add(folder);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "worker-folders-unread directory={0}", directory);
        }
        orphans.forEach(WorkerFolders::remove);
    }

    private static boolean isOrphan(String name) {
        Matcher m = NAME.matcher(name);
        if (!m.matches()) {
            return false;
        }
        long pid = Long.parseLong(m.group(1));
        if (pid == ProcessHandle.current().pid()) {
            return !m.group(2).equals(TOKEN);
        }
        return !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** In a directory that others write too, a folder of somebody else could change under the hands that clear it. */
    private static boolean isOurs(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
    }

    /** Removes a folder with all that is in it; links are removed, not followed. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "worker-folder-left folder={0}", folder);
        }
    }
}
