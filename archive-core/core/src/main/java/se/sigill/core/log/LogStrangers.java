package se.sigill.core.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import se.sigill.core.disk.Durable;
import se.sigill.core.tlog.Tile;
import se.sigill.core.tlog.TlogFormatException;

/** Files in a log's folder that a log of that size does not have. */
final class LogStrangers {
    private final LogFolder folder;
    private final long size;
    private final FindingList findings = new FindingList();

    LogStrangers(LogFolder folder, long size) {
        this.folder = folder;
        this.size = size;
    }

    FindingList find() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder.root())) {
            files = found.filter(path -> !Files.isDirectory(path)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : files) {
            String name = folder.root().relativize(file).toString();
            // A file that was about to replace another when the power went: nobody reads it, the next writer does.
            String target = name.endsWith(Durable.TEMPORARY_SUFFIX)
                    ? name.substring(0, name.length() - Durable.TEMPORARY_SUFFIX.length())
                    : name;
            look(target);
        }
        lastActs();
        return findings;
    }

    private void look(String name) {
        boolean known = name.equals("checkpoint") || name.equals("lock") || name.startsWith("kept/");
        if (name.startsWith("tile/")) {
            known = isTile(name);
        } else if (name.startsWith("acts/")) {
            long file = number(name);
            known = file >= 0;
            if (file * LogFolder.ACTS_A_FILE >= size) {
                beyond(name);
            }
        }
        if (!known) {
            findings.add(LogFinding.FILE_EXTRA, name, "The file does not belong to a log.");
        }
    }

    private void beyond(String name) {
        findings.add(LogFinding.ACTS_BEYOND, name, "The checkpoint does not cover the acts in this file.");
    }

    private boolean isTile(String name) {
        try {
            Tile tile = Tile.parse(name);
            long hashes = (size >> (Tile.HEIGHT * tile.level())) - tile.index() * Tile.WIDTH;
            return tile.width() <= hashes;
        } catch (TlogFormatException e) {
            return false;
        }
    }

    /** The number of an acts file, -1 if the name is none: the names are those of full tiles. */
    private static long number(String name) {
        try {
            Tile tile = Tile.parse("tile/0" + name.substring("acts".length()));
            return tile.isFull() ? tile.index() : -1;
        } catch (TlogFormatException e) {
            return -1;
        }
    }

    private void lastActs() throws IOException {
        long rest = size % LogFolder.ACTS_A_FILE;
        long file = size / LogFolder.ACTS_A_FILE;
        if (rest != 0 && Files.exists(folder.acts(file))) {
            byte[] bytes = Files.readAllBytes(folder.acts(file));
            int end = 0;
            for (long left = rest; left > 0 && end < bytes.length; end++) {
                left -= bytes[end] == '\n' ? 1 : 0;
            }
            if (end < bytes.length) {
                beyond(folder.root().relativize(folder.acts(file)).toString());
            }
        }
    }
}
