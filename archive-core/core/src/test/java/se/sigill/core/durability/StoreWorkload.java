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
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import se.sigill.core.disk.Durable;
import se.sigill.core.record.RecordId;
import se.sigill.core.store.Batch;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
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
    /**
     * An object that lies in the same directory as object 2. When one goes that lay alone, its directory goes too, and
     * with it, forced, its name; here the directory stays.
     */
    private static final long NEIGHBOUR = neighbourOf(2);

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
        batch.put(workload.first(NEIGHBOUR));
        batch.put(Samples.second(Samples.id(2)));
        batch.promote();
        batch.undo();
        recorder.acknowledge("undone b3");
        workload.erase(store, Samples.id(3));
        workload.commit(store, "b4", workload.first(4), workload.first(NEIGHBOUR), Samples.second(Samples.id(2)));
        // A second one, when the folder it goes through is already there.
        workload.erase(store, Samples.id(4));
        workload.erase(store, Samples.id(NEIGHBOUR));
    }

    private ObjectVersion first(long number) {
        return Samples.first(home.resolve("spool"), Samples.id(number));
    }

    private static long neighbourOf(long number) {
        String directory = directory(number);
        return LongStream.range(1_000, Long.MAX_VALUE)
                .filter(each -> directory(each).equals(directory))
                .findFirst()
                .orElseThrow();
    }

    private static String directory(long number) {
        String place = FileContentStore.placeOf(Samples.id(number));
        return place.substring(0, place.lastIndexOf('/'));
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
        checkErased(home, log, acknowledged);
        Map<RecordId, Integer> withLate = new HashMap<>(known);
        log.keySet().forEach(version -> withLate.putIfAbsent(id(version), 1));
        assertEquals(List.of(), store.findOrphans(withLate), "orphans");
        assertTrue(store.recover((id, v) -> false).undone().isEmpty(), "a second recovery finds nothing");
    }

    private static void checkErased(Path home, Map<String, String> log, List<String> acknowledged) throws IOException {
        assertEquals(List.of(), named(home.resolve("work/erased"), ""), "bytes of an erased object are left");
        for (String what : acknowledged) {
            if (what.startsWith("erased ")) {
                String id = what.substring("erased ".length());
                assertEquals(List.of(), named(home.resolve("work/undone"), id), "undone, then erased, and left");
            }
        }
        // Whatever was undone is kept, until its record is erased.
        if (acknowledged.contains("undone b3")) {
            for (String undone : List.of(Samples.id(4) + "", Samples.id(NEIGHBOUR) + "", Samples.id(2) + "-v2")) {
                boolean erased = log.getOrDefault(undone + "/1", "").equals("erased");
                assertTrue(
                        erased || !named(home.resolve("work/undone/b3"), undone).isEmpty(), "lost: " + undone);
            }
        }
        assertEquals(List.of(), emptyDirectories(home.resolve("ocfl")), "OCFL forbids empty directories");
    }

    /** What lies below a directory under a name that begins so. */
    private static List<Path> named(Path top, String prefix) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.filter(path -> !path.equals(top))
                    .filter(path -> String.valueOf(path.getFileName()).startsWith(prefix))
                    .toList();
        }
    }

    private static List<Path> emptyDirectories(Path top) throws IOException {
        List<Path> empty = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(Files::isDirectory).toList()) {
                try (Stream<Path> entries = Files.list(path)) {
                    if (entries.findAny().isEmpty()) {
                        empty.add(path);
                    }
                }
            }
        }
        return empty;
    }

    private static final List<Pattern> EXCUSED = Stream.of(
                    // The workload's own log, in which no line of the store stands.
                    "^Durable[^<]*(< Durable[^<]*)*$",
                    // ocfl and work are children of one directory, and each forces it.
                    "Durable.createDirectories:\\d+ < FileContentStore.create:",
                    // What is lost with the name work/erased is an object that is to be lost.
                    "Durable.createDirectories:\\d+ < StoreRecovery.erase:",
                    // A note of an erasure that comes back finds nothing more to erase.
                    "^Durable.forceDirectory:\\d+ < StoreRecovery.erase:",
                    // Staging holds links to bytes that the spool has; recovery deletes what comes back there.
                    "< Disk.setAside:\\d+ < StoreRecovery.undoStaging:",
                    // A note that comes back has its batch undone again: there is nothing left to undo.
                    "< Disk.setAside:\\d+ < StoreRecovery.undoNote:",
                    // The version that is moved out of the same directory next forces it again; till then there is the
                    // note.
                    "Durable.forceDirectory:\\d+ < Durable.replace:\\d+ < StoreRecovery.restore:")
            .map(Pattern::compile)
            .toList();

    /** Call sites whose removal need not show. */
    static boolean isExcused(String site) {
        return EXCUSED.stream().anyMatch(each -> each.matcher(site).find());
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
