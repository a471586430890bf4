package se.sigill.ingest.renew;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.store.Digests;
import se.sigill.formats.FormatPolicy;

/**
 * What the engines said of files that got no rendition, so that they are not asked again at each run: one text file,
 * {@code work/cache/made-last}. Its first line names the tools; with other tools it begins anew. Each other line is a
 * key (digest, name and rule), the codes of the gaps, none if the file stands as it is, and a full stop.
 *
 * <p>May be deleted at any time and is not forced to disk: what is not remembered is asked once more, and the gaps that
 * come of it are known already. Safe for threads that read while one adds.
 */
final class Remembered {
    /** Some 200 MB of memory; what is beyond is asked at each run. */
    private static final int ENTRIES_MAX = 1_000_000;

    /** 128 bits of a SHA-256: enough that no two files share a key by accident or by effort. */
    private static final int KEY_CHARACTERS = 32;

    private static final String END = ".";

    private final Path file;
    private final String head;
    private final Map<String, String> codes = new ConcurrentHashMap<>();

    private Remembered(Path file, String head) {
        this.file = file;
        this.head = head;
    }

    /** @param tools engines and versions: another tool may say something else */
    static Remembered open(Path file, String tools) {
        Remembered remembered = new Remembered(file, "sigill/made-last/1 " + digest(tools));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!remembered.read()) {
                Files.writeString(file, remembered.head + "\n");
            }
        } catch (IOException e) {
            throw failed(e);
        }
        return remembered;
    }

    private boolean read() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        // A line that a stop cut off lacks its end: then the engine is asked again.
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.limit(ENTRIES_MAX + 1L).toList();
            if (all.isEmpty() || !all.getFirst().equals(head)) {
                return false;
            }
            all.stream()
                    .skip(1)
                    .filter(line -> line.length() >= KEY_CHARACTERS + 1 + END.length() && line.endsWith(END))
                    .forEach(line -> codes.put(
                            line.substring(0, KEY_CHARACTERS),
                            line.substring(KEY_CHARACTERS + 1, line.length() - END.length())
                                    .strip()
                                    .intern()));
        }
        return true;
    }

    static String key(Subject subject, FormatPolicy.Rule rule) {
        return digest(String.join(
                "\n", subject.sha256(), subject.name(), rule.action().name(), rule.target()));
    }

    private static String digest(String text) {
        return Digests.of(text.getBytes(StandardCharsets.UTF_8)).sha256().substring(0, KEY_CHARACTERS);
    }

    /** The codes of the gaps that the engines found; empty if they were not asked yet. */
    Optional<Set<String>> find(String key) {
        return Optional.ofNullable(codes.get(key)).map(all -> all.isEmpty() ? Set.of() : Set.of(all.split(" ")));
    }

    /** @param settled codes by key, those of one key with blanks between them */
    void add(Map<String, String> settled) {
        StringBuilder lines = new StringBuilder();
        settled.forEach((key, all) -> {
            if (codes.size() < ENTRIES_MAX && !all.equals(codes.put(key, all))) {
                lines.append(key)
                        .append(' ')
                        .append(all)
                        .append(all.isEmpty() ? "" : " ")
                        .append(END)
                        .append('\n');
            }
        });
        try {
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static ArchiveException failed(IOException e) {
        return new ArchiveException.StorageFailed("work/cache/ could not be written; check the disk and run again", e);
    }
}
