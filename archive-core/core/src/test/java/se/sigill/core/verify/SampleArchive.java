package se.sigill.core.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.sigill.core.keys.CertificateIssuer;
import se.sigill.core.keys.Identity;
import se.sigill.core.keys.TrustFile;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.ArchiveLog;
import se.sigill.core.log.LogBed;
import se.sigill.core.log.PublicLog;
import se.sigill.core.log.PublishedErasure;
import se.sigill.core.record.FileRole;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Coverage;
import se.sigill.core.seal.Evidence;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.Periods;
import se.sigill.core.seal.SealItem;
import se.sigill.core.seal.SealOrder;
import se.sigill.core.seal.Sealer;
import se.sigill.core.seal.TestIdentities;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.store.Digests;
import se.sigill.core.store.FileContentStore;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.Promoted;
import se.sigill.core.store.Samples;
import se.sigill.core.tlog.NoteSigner;

/**
 * A small sound archive made with the real store, log and seal: records 1 to 4, of which 2 has a second version and 4 is
 * disposed of; 300 further acts; three sealed periods.
 */
final class SampleArchive {
    static final RecordId FIRST = Samples.id(1);
    static final RecordId SECOND = Samples.id(2);
    static final RecordId THIRD = Samples.id(3);
    static final RecordId DISPOSED = Samples.id(4);

    final Path home;
    final NoteSigner logKey;
    final Identity seal;
    final Identity tsa;
    final List<Period> periods = new ArrayList<>();
    private final FileContentStore store;
    private final ArchiveLog log;
    private Instant now = LogBed.AT;

    /** Founds an empty archive with keys of its own. */
    SampleArchive(Path home) {
        this(
                home,
                LogBed.signer(),
                TestIdentities.make(CertificateIssuer.Purpose.SEAL),
                TestIdentities.make(CertificateIssuer.Purpose.TIME_STAMPS));
    }

    /** Founds an empty archive with the keys of another. */
    SampleArchive(Path home, SampleArchive other) {
        this(home, other.logKey, other.seal, other.tsa);
    }

    private SampleArchive(Path home, NoteSigner logKey, Identity seal, Identity tsa) {
        this.home = home;
        this.logKey = logKey;
        this.seal = seal;
        this.tsa = tsa;
        this.store = FileContentStore.create(archive().resolve("ocfl"), home.resolve("work"));
        Act.Founded founded =
                new Act.Founded(now, LogBed.ANNA, LogBed.ARCHIVE, logKey.key().toString(), seal.fingerprint());
        this.log = ArchiveLog.found(archive().resolve("log"), founded, logKey, LogBed.SETTINGS);
    }

    /** Fills the archive and closes it. */
    static SampleArchive make(Path home) throws IOException {
        SampleArchive archive = new SampleArchive(home);
        archive.commit("b1", Samples.first(home.resolve("spool"), FIRST), Samples.first(home.resolve("spool"), SECOND));
        archive.sealPeriod();
        archive.commit("b2", Samples.second(SECOND));
        archive.commit(
                "b3", Samples.first(home.resolve("spool"), THIRD), Samples.first(home.resolve("spool"), DISPOSED));
        archive.hold(300);
        archive.sealPeriod();
        archive.publish(FIRST, SECOND, DISPOSED);
        archive.dispose(DISPOSED);
        archive.sealPeriod();
        archive.log.close();
        return archive;
    }

    Path archive() {
        return home.resolve("archive");
    }

    TrustFile trust() {
        return new TrustFile(List.of(
                new TrustFile.Line(TrustFile.Kind.LOG, logKey.key().toString(), java.util.Optional.empty()),
                new TrustFile.Line(TrustFile.Kind.SEAL, seal.fingerprint(), java.util.Optional.empty()),
                new TrustFile.Line(
                        TrustFile.Kind.TSA, Identity.fingerprint(tsa.certificate()), java.util.Optional.empty())));
    }

    static String place(RecordId id) {
        return "ocfl/" + FileContentStore.placeOf(id);
    }

    void commit(String batch, ObjectVersion... versions) {
        List<Act> acts = new ArrayList<>();
        now = now.plusSeconds(60);
        for (Promoted p : Samples.store(store, batch, versions)) {
            acts.add(
                    p.version() == 1
                            ? new Act.Sealed(
                                    now,
                                    Actor.person("anna"),
                                    p.id(),
                                    1,
                                    p.inventory(),
                                    "diariet",
                                    "ext-" + p.id(),
                                    "d1",
                                    "brev.txt",
                                    "KS",
                                    "1.1")
                            : new Act.RenditionAdded(
                                    now,
                                    Actor.rule("policy"),
                                    p.id(),
                                    p.version(),
                                    p.inventory(),
                                    FileRole.PRESERVATION,
                                    "fmt/477",
                                    ""));
        }
        log.append(acts);
    }

    private void hold(int count) {
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            acts.add(new Act.HoldPlaced(now, LogBed.ANNA, FIRST, "hold " + i));
        }
        log.append(acts);
    }

    void sealPeriod() throws IOException {
        now = now.plusSeconds(600);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Evidence evidence = new Evidence(archive().resolve("evidence"), BouncySeal.formats());
        long first = evidence.reach().end();
        long end = log.head().size();
        List<SealItem> items = new ArrayList<>();
        LogFacts.read(archive().resolve("log"), java.util.Set.of())
                .orElseThrow()
                .records()
                .values()
                .forEach(r -> r.versions().stream()
                        .filter(v -> v.index() >= first && r.disposedBy() < 0)
                        .forEach(v -> addItems(r.id(), v.version(), items)));
        byte[] checkpoint = Files.readAllBytes(archive().resolve("log/checkpoint"));
        Sealer sealer = new Sealer(
                new Periods(archive().resolve("evidence")),
                BouncySeal.formats(),
                seal,
                BouncySeal.internalAuthority(tsa, clock, TestIdentities.RANDOM),
                clock,
                TestIdentities.RANDOM);
        String origin = log.head().checkpoint().origin();
        periods.add(sealer.seal(new SealOrder(origin, Coverage.whole(first, end), checkpoint, items))
                .period());
    }

    private void addItems(RecordId id, int version, List<SealItem> items) {
        String prefix = "v" + version + "/content/";
        Path object = archive().resolve(place(id));
        for (Map.Entry<String, String> file :
                store.inventory(id, version).orElseThrow().manifest().entrySet()) {
            if (file.getKey().startsWith(prefix)) {
                try {
                    Digests digests = Digests.of(object.resolve(file.getKey()));
                    items.add(new SealItem(
                            id,
                            version,
                            file.getKey().substring(prefix.length()),
                            digests.sizeBytes(),
                            digests.sha256(),
                            digests.sha512()));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        }
    }

    /** Puts the first file of each record into the public log, and 257 more of the first record. */
    void publish(RecordId... ids) {
        List<PublicLog.Published> files = new ArrayList<>();
        for (int i = 0; i < 257 + ids.length; i++) {
            files.add(new PublicLog.Published(
                    ids[Math.max(0, i - 257)], String.format(java.util.Locale.ROOT, "%064x", i)));
        }
        PublicLog.Signing signing = new PublicLog.Signing(LogBed.ARCHIVE, 1, logKey, List::of);
        try (PublicLog open = PublicLog.open(archive().resolve("log-public"), signing, 0)) {
            open.add(files, TestIdentities.RANDOM);
        }
    }

    private void dispose(RecordId id) {
        now = now.plus(Duration.ofMinutes(1));
        long disposal = log.append(List.of(new Act.Disposed(
                        now, LogBed.ANNA, Actor.person("bo"), id, "gallringsbeslut 7", "tiden är ute")))
                .first();
        List<Long> sealing =
                LogFacts.read(archive().resolve("log"), java.util.Set.of())
                        .orElseThrow()
                        .records()
                        .get(id)
                        .versions()
                        .stream()
                        .map(VersionFact::index)
                        .toList();
        new PublishedErasure(archive().resolve("log-public")).erase(id, sealing, disposal);
        store.erase(id);
        new Evidence(archive().resolve("evidence"), BouncySeal.formats()).erase(id, sealing, disposal);
        log.erase(sealing, disposal);
    }

    ArchiveLog log() {
        return log;
    }

    static void copy(Path from, Path to) throws IOException {
        try (var walk = Files.walk(from)) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
