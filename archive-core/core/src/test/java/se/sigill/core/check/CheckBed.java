package se.sigill.core.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.config.Home;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogBed;
import se.sigill.core.record.Direction;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.FormatId;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.Source;
import se.sigill.core.store.Batch;
import se.sigill.core.store.Digests;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.Promoted;
import se.sigill.core.store.Samples;
import se.sigill.core.store.VersionFile;
import se.sigill.core.tlog.NoteSigner;

/** A real archive with real packages, and a clock that a test moves. */
final class CheckBed implements AutoCloseable {
    static final String ORIGINAL = "/v1/content/representations/original/data/brev.txt";

    final Home home;
    final FileContentStore store;
    final ArchiveLog log;
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger batches = new AtomicInteger();
    private Instant now = LogBed.AT;

    CheckBed(Path root) {
        home = new Home(root);
        store = FileContentStore.create(home.ocfl(), home.work());
        NoteSigner signer = LogBed.signer();
        log = ArchiveLog.found(home.log(), LogBed.founded(signer), signer, LogBed.SETTINGS);
    }

    static RecordId id(long number) {
        return Samples.id(number);
    }

    static String place(RecordId id) {
        return "ocfl/" + FileContentStore.placeOf(id);
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** As after a restart of the program. */
    Check check() {
        return new Check(home, store, clock(), () -> "round-" + rounds.incrementAndGet());
    }

    void commit(Round round) {
        log.append(List.of(round.audited(now, Actor.system("check"))));
    }

    /** Deposits records 1 to count, each with another text. */
    CheckBed with(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            deposit(i);
        }
        return this;
    }

    void deposit(long number) throws IOException {
        deposit(id(number), ("Brev nummer " + number + "\n").getBytes(UTF_8));
    }

    void deposit(RecordId id, byte[] original) throws IOException {
        deposit(id, original, Digests.of(original));
    }

    /** @param said the digests that the description names */
    void deposit(RecordId id, byte[] original, Digests said) throws IOException {
        store(first(id, original, said), this::sealed);
    }

    /** As the kernel does it: note, places, act, note away. */
    private void store(ObjectVersion version, Function<Promoted, Act> act) {
        Batch batch = store.open("b" + batches.incrementAndGet());
        batch.put(version);
        log.append(List.of(act.apply(batch.promote().getFirst())));
        batch.close();
    }

    /** Everything of a deposit but the act. The batch is left open. */
    Promoted promote(ObjectVersion version) {
        Batch batch = store.open("b" + batches.incrementAndGet());
        batch.put(version);
        return batch.promote().getFirst();
    }

    ObjectVersion first(RecordId id, byte[] original, Digests said) throws IOException {
        Path source = home.spool().resolve(id.value());
        Files.createDirectories(home.spool());
        Files.write(source, original);
        RecordDescription record = describe(id, said);
        List<VersionFile> files =
                new ArrayList<>(RecordPackage.first(record, "@sigill/text/1\n" + id, premis(record), "0.1", now));
        files.add(VersionFile.linked(record.original().orElseThrow().path(), source, Digests.of(original)));
        return new ObjectVersion(id, 1, now, "taken in", files);
    }

    static ObjectVersion second(RecordId id) {
        return Samples.second(id);
    }

    Act sealed(Promoted p) {
        return new Act.Sealed(now, LogBed.ANNA, p.id(), 1, p.inventory(), "ks", "x" + p.id(), "d", "a", "KS", "1.1");
    }

    Act rendition(Promoted p) {
        return new Act.RenditionAdded(
                now, LogBed.ANNA, p.id(), p.version(), p.inventory(), FileRole.PRESERVATION, "fmt/477", "");
    }

    void addRendition(RecordId id) {
        store(second(id), this::rendition);
    }

    long dispose(RecordId id) {
        return log.append(List.of(new Act.Disposed(now, LogBed.ANNA, Actor.person("bo"), id, "beslut 7", "ute")))
                .first();
    }

    private RecordDescription describe(RecordId id, Digests said) {
        String path = RecordPackage.dataPath(FileRole.ORIGINAL, "brev.txt");
        FileFact file = new FileFact(
                path,
                "brev.txt",
                FileRole.ORIGINAL,
                said.sizeBytes(),
                said.sha256(),
                said.sha512(),
                FormatId.UNKNOWN,
                "",
                "",
                List.of());
        return new RecordDescription(
                id,
                1,
                "document",
                "Brev",
                "",
                "",
                Direction.RECEIVED,
                "",
                "KS",
                "",
                "",
                "1.1",
                new Source("ks", "x" + id, "d", "a", ""),
                now,
                List.of(file));
    }

    private Premis premis(RecordDescription record) {
        Premis.Agent sigill = Premis.Agent.software("sigill", "Sigill", "0.1");
        Premis.Event event = new Premis.Event(
                Premis.EventType.INGESTION,
                now,
                "received",
                "success",
                "",
                List.of("sigill"),
                List.of(record.id().urn()));
        return new Premis(record.id().urn(), record.files(), List.of(event), List.of(sigill));
    }

    static byte[] large(long seed) {
        byte[] bytes = new byte[3 << 20];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Codes with places, but for what is only worth knowing. */
    static List<String> faults(Round round) {
        return round.findings().stream()
                .filter(f -> f.severity() != Severity.INFO)
                .map(CheckBed::line)
                .toList();
    }

    static String line(Finding finding) {
        return finding.code().id() + " " + finding.where();
    }

    /** Every file below a folder with size, time and digest. */
    static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (var walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                String digest = Files.isRegularFile(path) ? Digests.of(path).sha256() : "folder";
                tree.put(folder.relativize(path).toString(), digest + " " + Files.getLastModifiedTime(path));
            }
        }
        return tree;
    }

    @Override
    public void close() {
        log.close();
    }
}
