package se.sigill.app.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what Linux tells of processes (proc(5)). A process that ends while it is read counts as nothing. Stateless.
 */
final class ProcFacts {
    /** USER_HZ: what the kernel counts processor time in towards programs; 100 on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int FIELD_PARENT = 1;
    private static final int FIELD_USER_TICKS = 11;

    private final Path root;

    /** @param root {@code /proc}, or a copy of parts of it in tests */
    ProcFacts(Path root) {
        this.root = root;
    }

    static ProcFacts ofThisMachine() {
        return new ProcFacts(Path.of("/proc"));
    }

    /** Whether there is anything to read here. */
    boolean isThere() {
        return Files.isReadable(root.resolve("self/stat")) || Files.isReadable(root.resolve("meminfo"));
    }

    /** A process and all its descendants that are alive, the process first. */
    List<Long> tree(long pid) {
        Map<Long, List<Long>> children = new HashMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root, "[0-9]*")) {
            for (Path each : all) {
                List<String> fields = stat(each);
                if (!fields.isEmpty()) {
                    children.computeIfAbsent(Long.parseLong(fields.get(FIELD_PARENT)), _ -> new ArrayList<>())
                            .add(Long.parseLong(each.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        List<Long> tree = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(pid));
        while (!open.isEmpty()) {
            long next = open.pop();
            tree.add(next);
            open.addAll(children.getOrDefault(next, List.of()));
        }
        return tree;
    }

    /**
     * Processor seconds, user and system, of a process, its living descendants and those that have ended and were
     * waited for.
     */
    double cpuSeconds(long pid) {
        long ticks = 0;
        for (long each : tree(pid)) {
            List<String> fields = stat(root.resolve(Long.toString(each)));
            for (int i = 0; i < 4 && !fields.isEmpty(); i++) {
                ticks += Long.parseLong(fields.get(FIELD_USER_TICKS + i));
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Proportional set size of a process and its descendants in bytes: shared pages count once over all of them. */
    long pssBytes(long pid) {
        long kib = 0;
        for (long each : tree(pid)) {
            kib += kib(line(each + "/smaps_rollup", "Pss"));
        }
        return kib * 1024;
    }

    /** Bytes a process, its threads and its ended children have sent to the disk (field write_bytes). */
    long writtenBytes(long pid) {
        String value = line(pid + "/io", "write_bytes");
        return value.equals("unknown") ? 0 : Long.parseLong(value);
    }

    long memoryBytes() {
        return kib(line("meminfo", "MemTotal")) * 1024;
    }

    /** The value after a name and a colon in a file; {@code unknown} if there is none. */
    String line(String file, String name) {
        try {
            for (String line : Files.readAllLines(root.resolve(file))) {
                if (line.startsWith(name)
                        && line.substring(name.length()).strip().startsWith(":")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            // The process has ended, or the kernel does not show this file to us.
            return "unknown";
        }
        return "unknown";
    }

    private static long kib(String value) {
        return value.endsWith(" kB")
                ? Long.parseLong(value.substring(0, value.length() - 3).strip())
                : 0;
    }

    /** The fields of stat after the name of the program, which may hold blanks and brackets; empty if it has ended. */
    private static List<String> stat(Path process) {
        try {
            String text = Files.readString(process.resolve("stat"));
            return List.of(text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1));
        } catch (IOException e) {
            return List.of();
        }
    }
}
