package se.sigill.app.outward;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.disk.Durable;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.Sha;

/**
 * What the zone has been told, record for record: in memory, and in {@code standing.json}, a line for each time it was
 * written down. A line says what has changed since the one before, the first one everything; once the changes outweigh
 * the whole, all becomes one line again. What it costs to write follows therefore what has changed, not what is there.
 *
 * <p>Before each line's JSON stand its SHA-256 and a blank: a byte that has changed must not make a record seem untold,
 * for then nobody would take it away. A last line that is cut short was never acknowledged, and counts for nothing. For
 * one thread; after a failed write to be read again.
 */
final class Ledger {
    private static final String FORMAT = "sigill/standing/3";

    /** So many bytes of changes may stand behind any whole. */
    private static final long CHANGES_MIN = 1 << 20;

    private final Path file;
    /** Id to the fingerprint of what was told of the record. */
    private final Texts told = new Texts();
    /** Ids of records that would go out, but are not sealed yet. */
    private final Texts waiting = new Texts();
    /** Ids of what is told with a file that the public log has not, or not as it is signed now. */
    private final Texts unlogged = new Texts();

    private Standing standing;
    /** Bytes of the first line; 0 if what is on disk is not to be gone on with. */
    private long whole;
    /** Bytes of the lines behind it. */
    private long changes;

    private Ledger(Path file, Standing standing) {
        this.file = file;
        this.standing = standing;
    }

    /** Where it lies in the folder of what goes out. */
    static Path file(Path folder) {
        return folder.resolve("standing.json");
    }

    /** One with nothing in it. What is on disk stays until this is written. */
    static Ledger empty(Path folder, Standing standing) {
        return new Ledger(file(folder), standing);
    }

    /** Empty if there is none that can be read: then everything is told anew. */
    static Optional<Ledger> read(Path folder) throws IOException {
        Path file = file(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        Ledger ledger = null;
        for (int i = 0; i < lines.size(); i++) {
            try {
                Json.Obj line = parse(lines.get(i));
                if (!line.text("format").equals(FORMAT)) {
                    return Optional.empty();
                }
                if (ledger == null) {
                    ledger = new Ledger(file, Standing.fromJson(line));
                }
                ledger.take(line);
            } catch (JsonException | DateTimeException e) {
                if (ledger == null || i < lines.size() - 1) {
                    return Optional.empty();
                }
                // A stop came while it was written. The next one is not put behind it.
                ledger.whole = 0;
                return Optional.of(ledger);
            }
        }
        if (ledger != null && text.endsWith("\n")) {
            ledger.whole = length(lines.getFirst());
            ledger.changes = Files.size(file) - ledger.whole;
        }
        return Optional.ofNullable(ledger);
    }

    /** @throws JsonException also where the digest is not that of the text */
    private static Json.Obj parse(String line) {
        int blank = line.indexOf(' ');
        String json = line.substring(blank + 1);
        if (blank < 0 || !line.substring(0, blank).equals(digest(json))) {
            throw new JsonException("a line of what stands is not as it was written");
        }
        return JsonReader.parse(json).asObject();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long length(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    private void take(Json.Obj line) {
        // All is read before anything is taken: nothing is taken from a line that is not whole.
        Standing after = Standing.fromJson(line);
        Map<String, String> tellings = texts(line, "told");
        Map<String, String> waits = texts(line, "waiting");
        Map<String, String> unlogs = texts(line, "unlogged");
        told.take(tellings);
        waiting.take(waits);
        unlogged.take(unlogs);
        standing = after;
    }

    private static Map<String, String> texts(Json.Obj line, String name) {
        Map<String, String> texts = new HashMap<>();
        line.object(name).members().forEach((id, text) -> texts.put(id, text.asText()));
        return texts;
    }

    Standing standing() {
        return standing;
    }

    /** What was told of a record last; empty if nothing. */
    String told(String id) {
        return told.all.getOrDefault(id, "");
    }

    /** The ids of which something was told. As it is, not as it was when asked. */
    Set<String> told() {
        return Collections.unmodifiableSet(told.all.keySet());
    }

    Set<String> waiting() {
        return Collections.unmodifiableSet(waiting.all.keySet());
    }

    Set<String> unlogged() {
        return Collections.unmodifiableSet(unlogged.all.keySet());
    }

    /** @param logged whether the public log has all that is told */
    void tell(String id, String fingerprint, boolean logged) {
        told.put(id, fingerprint);
        if (logged) {
            unlogged.remove(id);
        } else {
            unlogged.put(id, "1");
        }
    }

    void forget(String id) {
        told.remove(id);
        unlogged.remove(id);
    }

    /** It would go out, but is not sealed yet; or it does not wait any more. */
    void waits(String id, boolean waits) {
        if (waits) {
            waiting.put(id, "1");
        } else {
            waiting.remove(id);
        }
    }

    /** Durable when it returns. Writes nothing where nothing has changed. */
    void write(Standing after) throws IOException {
        if (after.equals(standing) && !isChanged() && whole > 0) {
            return;
        }
        if (whole == 0 || changes > Math.max(whole, CHANGES_MIN)) {
            byte[] all = line(after, told.all, waiting.all, unlogged.all);
            Durable.replace(file, all);
            whole = all.length;
            changes = 0;
        } else {
            byte[] line = line(after, told.changed, waiting.changed, unlogged.changed);
            Files.write(file, line, StandardOpenOption.APPEND);
            Durable.force(file);
            changes += line.length;
        }
        standing = after;
        told.changed.clear();
        waiting.changed.clear();
        unlogged.changed.clear();
    }

    private boolean isChanged() {
        return !told.changed.isEmpty() || !waiting.changed.isEmpty() || !unlogged.changed.isEmpty();
    }

    private static byte[] line(
            Standing standing, Map<String, String> told, Map<String, String> waiting, Map<String, String> unlogged) {
        Json.Obj line = standing.toJson()
                .with("format", FORMAT)
                .with("told", object(told))
                .with("waiting", object(waiting))
                .with("unlogged", object(unlogged));
        String json = JsonWriter.compact(line);
        return (digest(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Json.Obj object(Map<String, String> texts) {
        Json.Obj object = Json.object();
        new TreeMap<>(texts).forEach(object::with);
        return object;
    }

    /** Texts by id, and what has changed since the last line; an empty text says that there is none any more. */
    private static final class Texts {
        final Map<String, String> all = new HashMap<>();
        final SortedMap<String, String> changed = new TreeMap<>();

        void take(Map<String, String> line) {
            line.forEach((id, text) -> {
                if (text.isEmpty()) {
                    all.remove(id);
                } else {
                    all.put(id, text);
                }
            });
        }

        void put(String id, String text) {
            if (!text.equals(all.put(id, text))) {
                changed.put(id, text);
            }
        }

        void remove(String id) {
            if (all.remove(id) != null) {
                changed.put(id, "");
            }
        }
    }
}
