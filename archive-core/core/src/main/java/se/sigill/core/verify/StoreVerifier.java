package se.sigill.core.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import se.sigill.core.proof.Sha;
import se.sigill.core.record.RecordId;

/** Checks the OCFL root: every object that the acts name, and that nothing else is there. */
final class StoreVerifier {
    private static final int THREADS = 2;
    private static final Pattern TUPLE = Pattern.compile("[0-9a-f]{2}");
    private static final Set<String> ROOT_NAMES = Set.of("0=ocfl_1.1", "ocfl_layout.json", "extensions");
    private static final String EXTENSION = "extensions/0004-hashed-n-tuple-storage-layout/config.json";

    private final Path store;
    private final FindingSink sink;
    private final Path archive;
    private final List<Mismatch> mismatches = new CopyOnWriteArrayList<>();

    StoreVerifier(Path archive, FindingSink sink) {
        this.archive = archive;
        this.store = archive.resolve("ocfl");
        this.sink = sink;
    }

    void verify(LogFacts facts) throws IOException {
        if (!Files.isDirectory(store)) {
            sink.add(VerifyFinding.FILE_MISSING, "ocfl", "the storage root is missing");
            return;
        }
        verifyObjects(facts);
        Mismatch.findings(mismatches).forEach(sink::add);
        if (facts.isComplete()) {
            Set<String> places = new HashSet<>();
            facts.records().keySet().forEach(id -> places.add(place(id)));
            verifyRootFiles();
            verifyNothingElse(places);
        }
    }

    /** {@code ab/cd/abcd…}: SHA-256 of the object id in two tuples of two digits (docs/formats/package.md). */
    static String place(RecordId id) {
        String hash = HexFormat.of().formatHex(Sha.sha256(id.urn().getBytes(StandardCharsets.UTF_8)));
        return hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
    }

    private void verifyObjects(LogFacts facts) {
        Queue<RecordFacts> left = new ConcurrentLinkedQueue<>(facts.records().values());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> {
                    FileDigest digest = new FileDigest();
                    for (RecordFacts record = left.poll(); record != null; record = left.poll()) {
                        verifyObject(record, digest);
                    }
                });
            }
        }
    }

    private void verifyObject(RecordFacts record, FileDigest digest) {
        ObjectVerifier object = new ObjectVerifier(archive, record, sink::add);
        for (StoredFile file : object.verify()) {
            try {
                FileDigest.Taken taken = digest.sha512(file.path());
                if (!taken.hex().equals(file.sha512())) {
                    mismatches.add(object.mismatch(file, taken));
                }
            } catch (IOException e) {
                sink.add(ObjectVerifier.unreadable(file, e));
            }
        }
    }

    private void verifyRootFiles() throws IOException {
        verifyDeclaration("0=ocfl_1.1", "ocfl_1.1\n".getBytes(StandardCharsets.US_ASCII));
        for (String name : List.of("ocfl_layout.json", EXTENSION)) {
            Path file = store.resolve(name);
            if (!Files.isRegularFile(file)) {
                sink.add(VerifyFinding.FILE_MISSING, "ocfl/" + name, "the storage root's file is missing");
            } else if (!Arrays.equals(Files.readAllBytes(file), RootFiles.bytes(name))) {
                sink.add(
                        VerifyFinding.DECLARATION,
                        "ocfl/" + name,
                        "the storage root's file is not as Sigill writes it");
            }
        }
    }

    private void verifyDeclaration(String name, byte[] expected) throws IOException {
        Path file = store.resolve(name);
        if (!Files.isRegularFile(file)) {
            sink.add(VerifyFinding.FILE_MISSING, "ocfl/" + name, "the declaration of the storage root is missing");
        } else if (!Arrays.equals(Files.readAllBytes(file), expected)) {
            sink.add(VerifyFinding.DECLARATION, "ocfl/" + name, "the declaration is not that of OCFL 1.1");
        }
    }

    private void verifyNothingElse(Set<String> places) throws IOException {
        for (Path first : entries(store)) {
            if (isTuple(first)) {
                for (Path second : entries(first)) {
                    if (isTuple(second)) {
                        entries(second).forEach(object -> verifyKnown(object, places));
                    } else {
                        extra(second);
                    }
                }
            } else if (!ROOT_NAMES.contains(name(first))) {
                extra(first);
            }
        }
        try (var walk = Files.walk(store.resolve("extensions"))) {
            walk.filter(p -> Files.isRegularFile(p) && !relative(p).equals(EXTENSION))
                    .forEach(this::extra);
        }
    }

    private void verifyKnown(Path object, Set<String> places) {
        String place = relative(object);
        if (!Files.isDirectory(object)) {
            extra(object);
        } else if (!places.contains(place)) {
            sink.add(VerifyFinding.OBJECT_EXTRA, "ocfl/" + place, "no act speaks of this object");
        }
    }

    private void extra(Path file) {
        sink.add(VerifyFinding.FILE_EXTRA, "ocfl/" + relative(file), "it does not belong here");
    }

    private static boolean isTuple(Path path) {
        return TUPLE.matcher(name(path)).matches() && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private String relative(Path path) {
        return store.relativize(path).toString().replace('\\', '/');
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
