package se.sigill.core.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Batch;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Durable;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.Inventory;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.Promoted;
import se.sigill.core.store.Samples;

/**
 * The store's protocol with a log of the simplest kind: one file that names what is committed, replaced as a whole. Five
 * versions in two batches, a second version, a batch that is undone, an erasure.
 */
final class StoreWorkload {
    private static final String LOG = "log";

    private final Recorder recorder;
    private final Path home;
    private final Map<String, String> committed = new TreeMap<>();

    private StoreWorkload(Recorder recorder, Path home) {
        this.recorder = recorder;
        this.home = home;
    }

    /** @param home on a file system that records */
    static void run(Recorder recorder, Path home) throws IOException {
        StoreWorkload workload = new StoreWorkload(recorder, home);
        FileContentStore store = FileContentStore.create(home.resolve("ocfl"), home.resolve("work"));
        recorder.acknowledge("created");
        workload.commit(store, "b1", workload.first(1), workload.first(2));
        workload.commit(store, "b2", workload.first(3), Samples.second(Samples.id(1)));
        Batch batch = store.open("b3");
        batch.put(workload.first(4));
        batch.put(Samples.second(Samples.id(2)));
        batch.promote();
        batch.undo();
        recorder.acknowledge("undone b3");
        workload.erase(store, Samples.id(3));
        workload.commit(store, "b4", workload.first(4), Samples.second(Samples.id(2)));
        // A second one, when the folder it goes through is already there.
        workload.erase(store, Samples.id(4));
    }

    private ObjectVersion first(int number) {
        return Samples.first(home.resolve("spool"), Samples.id(number));
    }

    private void commit(FileContentStore store, String name, ObjectVersion... versions) throws IOException {
        Batch batch = store.open(name);
        for (ObjectVersion version : versions) {
            batch.put(version);
        }
        List<Promoted> promoted = batch.promote();
        promoted.forEach(p -> committed.put(p.id() + "/" + p.version(), p.inventory()));
        writeLog();
        promoted.forEach(p -> recorder.acknowledge("stored " + p.id() + "/" + p.version() + " " + p.inventory()));
        batch.close();
    }

    private void erase(FileContentStore store, RecordId id) throws IOException {
        committed.put(id + "/1", "erased");
        writeLog();
        store.erase(id);
        recorder.acknowledge("erased " + id);
    }

    private void writeLog() throws IOException {
        StringBuilder text = new StringBuilder();
        committed.forEach((version, digest) ->
                text.append(version).append(' ').append(digest).append('\n'));
        Durable.replace(home.resolve(LOG), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Opens the directory as a start would and looks at everything that was acknowledged. */
    static void check(Path home, List<String> acknowledged) throws IOException {
        Map<String, String> log = readLog(home);
        if (!Files.exists(home.resolve("ocfl/0=ocfl_1.1"))) {
            assertTrue(acknowledged.isEmpty() && log.isEmpty(), "the store is gone");
            return;
        }
        assertTrue(acknowledged.isEmpty() || Files.isDirectory(home.resolve("work")), "work is gone");
        FileContentStore store = FileContentStore.open(home.resolve("ocfl"), home.resolve("work"));
        ContentStore.Recovered recovered = store.recover(
                (id, v) -> !log.getOrDefault(id + "/" + v, "erased").equals("erased"));
        assertEquals(List.of(), recovered.missing());
        log.forEach((version, digest) -> checkVersion(store, version, digest, acknowledged));
        for (String what : acknowledged) {
            if (what.startsWith("stored ")) {
                assertTrue(log.containsKey(what.split(" ")[1]), what + " is not in the log");
            }
        }
        Map<RecordId, Integer> known = new HashMap<>();
        log.forEach((version, digest) -> {
            if (!digest.equals("erased")) {
                known.merge(id(version), number(version), Math::max);
            }
        });
        for (Map.Entry<RecordId, Integer> each : known.entrySet()) {
            Path object = home.resolve("ocfl").resolve(FileContentStore.placeOf(each.getKey()));
            for (String name : List.of("inventory.json", "inventory.json.sha512")) {
                assertEquals(
                        Files.readString(object.resolve("v" + each.getValue()).resolve(name)),
                        Files.readString(object.resolve(name)),
                        "the root of " + each.getKey() + " is not that of its newest version");
            }
        }
        checkErased(home);
        Map<RecordId, Integer> withLate = new HashMap<>(known);
        log.keySet().forEach(version -> withLate.putIfAbsent(id(version), 1));
        assertEquals(List.of(), store.findOrphans(withLate), "orphans");
        assertTrue(store.recover((id, v) -> false).undone().isEmpty(), "a second recovery finds nothing");
    }

    private static void checkErased(Path home) throws IOException {
        Path erased = home.resolve("work/erased");
        if (Files.exists(erased)) {
            try (var names = Files.list(erased)) {
                assertEquals(List.of(), names.toList(), "bytes of an erased object are left");
            }
        }
    }

    /**
     * Call sites whose removal need not show. The workload's own have no line of the store in them. Where directories are
     * created, two children of one parent each force it. Taking back and erasing is done again as long as the note lies
     * there, and their moves go to one directory that each of them forces.
     */
    static boolean isExcused(String site) {
        boolean ownSite = List.of(site.split(" < ")).stream().allMatch(line -> line.startsWith("Durable."));
        return ownSite || site.contains("StoreRecovery:") || site.endsWith("FileContentStore.create");
    }

    private static void checkVersion(ContentStore store, String version, String digest, List<String> acknowledged) {
        RecordId id = id(version);
        if (digest.equals("erased")) {
            if (acknowledged.contains("erased " + id)) {
                assertTrue(store.inventory(id, 1).isEmpty(), id + " is back");
            }
            return;
        }
        assertEquals(digest, store.inventoryDigest(id, number(version)).orElse("missing"), version);
        Inventory inventory = store.inventory(id, number(version)).orElseThrow();
        inventory.files().forEach((path, sha512) -> {
            try (InputStream in = store.open(id, number(version), path).orElseThrow()) {
                assertEquals(sha512, Digests.of(in).sha512(), version + " " + path);
            } catch (IOException e) {
                throw new AssertionError(version + " " + path, e);
            }
        });
    }

    private static RecordId id(String version) {
        return new RecordId(version.substring(0, version.indexOf('/')));
    }

    private static int number(String version) {
        return Integer.parseInt(version.substring(version.indexOf('/') + 1));
    }

    private static Map<String, String> readLog(Path home) throws IOException {
        Map<String, String> log = new TreeMap<>();
        if (Files.exists(home.resolve(LOG))) {
            List<String> lines = new ArrayList<>(Files.readAllLines(home.resolve(LOG)));
            lines.forEach(line -> log.put(line.split(" ")[0], line.split(" ")[1]));
        }
        return log;
    }
}
