package se.sigill.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.PackageContent;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.catalogue.MemoryCatalogue;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.durability.Operation;
import se.sigill.core.durability.Protocol;
import se.sigill.core.durability.Recorder;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Head;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.verify.Verifier;
import se.sigill.formats.FormatPolicy;
import se.sigill.formats.Normalisation;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.renew.Candidate;
import se.sigill.ingest.renew.LastingEngines;
import se.sigill.ingest.renew.MakingLast;
import se.sigill.ingest.renew.RenewSettings;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;

/**
 * The whole archive: founded, five documents received and committed with restrictions alongside, one made to last, a
 * decision, a seal, a delivery that waits over a restart. Only the engines are not the real ones, and in the check the
 * catalogue is in memory: a projection that is computed from what is looked at.
 */
public final class KernelProtocol implements Protocol {
    private static final String SYSTEM = "prov";

    private static final List<Pattern> EXCUSED = Stream.of(
                    // Founding: the log comes last and forces the home and archive/, with all names in them; nobody was
                    // told anything before. Whoever makes a store or a key ring alone has no log that does it.
                    "Durable.createDirectories:\\d+ < (FileContentStore.create|KeyRing.\\w+):",
                    "Durable.forceDirectory:\\d+ < Durable.replace:\\d+ < Founding.\\w+:",
                    // The next key, under its hidden name, must be durable before a rotation is an act. Founding, which
                    // is all that is done with keys here, renames it at once and forces the same directory.
                    "Durable.forceDirectory:\\d+ < KeyFiles.\\w+:",
                    "Durable.forceDirectory:\\d+ < Durable.move:\\d+ < KeyRing.write:",
                    // The name of the layout lies in the folder that the very next line forces. The store's own
                    // protocol
                    // notices each of the three.
                    "Durable.forceDirectory:\\d+ < Durable.replace:\\d+ < StoreLayout.create:",
                    // After a process that was killed, not after a power cut: LogProtocol has one.
                    "LogRecovery.\\w+:\\d+ < .*OpenArchive.",
                    // The loss of a hidden name in evidence/: the next sealing clears one that comes back. The new
                    // name,
                    // which the same move forces first, is needed.
                    "Durable.forceLoss:\\d+ < Durable.move:\\d+ < Sealer.appear:")
            .map(Pattern::compile)
            .toList();

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public Set<String> unseen() {
        return Set.of("db", "index", "run");
    }

    @Override
    public boolean isExcused(String site) {
        return EXCUSED.stream().anyMatch(each -> each.matcher(site).find());
    }

    /** Its parts, the store and the log, are cut at each of their points by themselves. */
    @Override
    public int sampleStep() {
        return 2;
    }

    /** By line; one that no more than one of its ways has need of stays. */
    @Override
    public Map<String, Set<String>> removals(List<Operation> recording) {
        Map<String, Set<String>> removals = Protocol.lines(recording);
        removals.values().removeIf(ways -> ways.stream().allMatch(this::isExcused));
        return removals;
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        Home place = new Home(home);
        Founding.found(place, Optional.of("prov.example"), Optional.of("Kommunstyrelsen"));
        recorder.acknowledge("founded");
        Path first = folder(home.resolveSibling("first"), 5);
        Path second = folder(home.resolveSibling("second"), 2);
        try (OpenArchive archive = OpenArchive.open(place);
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            Life life = new Life(recorder, archive, depositing);
            life.takeIn(life.receive(first));
            life.makeLast();
            life.decide();
            life.seal();
            life.receive(second);
        }
        // A period whose time-stamp does not come stands by its own forces alone.
        try (OpenArchive archive = OpenArchive.open(withoutTimeStamps(place));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            Life life = new Life(recorder, archive, depositing);
            archive.spool().waiting().forEach(life::takeIn);
            life.seal();
        }
    }

    /** The same home with a time-stamp authority that does not answer; configured beside it, for that is no work of ours. */
    private static Surroundings withoutTimeStamps(Home home) throws IOException {
        Path config = home.root().resolveSibling("sigill.conf");
        Files.writeString(config, Files.readString(home.config()) + "seal.tsa = http://127.0.0.1:9/\n");
        return new Surroundings(home, ConfigReader.read(config), Clock.systemUTC(), new SecureRandom());
    }

    /** Text files with a table: every other one is restricted. */
    private static Path folder(Path folder, int documents) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("fil;titel;sekretess;skäl\n");
        for (int i = 0; i < documents; i++) {
            String name = folder.getFileName() + "-" + i + ".txt";
            Files.write(folder.resolve(name), ("Text i " + name + "\n").getBytes(UTF_8));
            table.append(name).append(";Titel ").append(name).append(i % 2 == 0 ? ";OSL 26:1;Omsorg\n" : ";;\n");
        }
        Files.write(folder.resolve("leverans.csv"), table.toString().getBytes(UTF_8));
        return folder;
    }

    /** A rendition with the bytes of its original would not be stored a second time. */
    static Normalisation withMore(Normalisation made) {
        if (made instanceof Normalisation.Normalised normalised) {
            try {
                Files.writeString(normalised.rendition(), "Slut\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return made;
    }

    /** What is done to the archive, and what is told about it. */
    private record Life(Recorder recorder, OpenArchive archive, Depositing depositing) {
        String receive(Path folder) {
            if (!(depositing.receive(folder, SYSTEM) instanceof Deposit.Received(Receipt receipt))) {
                throw new AssertionError("refused");
            }
            receipt.items().forEach(item -> recorder.acknowledge("received " + item.sha256()));
            recorder.acknowledge("delivery " + receipt.delivery());
            return receipt.delivery();
        }

        void takeIn(String delivery) {
            depositing.takeIn(delivery).records().values().forEach(id -> version(id, 1));
            head();
        }

        void makeLast() {
            CatalogueRecord entry = archive.catalogue().page("", 1).getFirst();
            FormatPolicy policy = FormatPolicy.read(FormatPolicy.sample()).policy();
            PlainFormats formats = new PlainFormats();
            RenewSettings settings = new RenewSettings(
                    () -> policy, List::of, archive.home().work(), 1, archive.clock(), PackageContent.SOFTWARE_VERSION);
            new MakingLast(
                            settings,
                            new LastingEngines(order -> withMore(formats.normalise(order)), formats, formats),
                            archive.archive().store()::place,
                            new KernelCommitter(archive, archive.delivered()))
                    .run(List.of(new Candidate(entry.description(), List.of(), Set.of())));
            archive.catchUp();
            version(entry.id(), 2);
            head();
        }

        void decide() {
            RecordId id = archive.catalogue().page("", 2).getLast().id();
            Act.HoldPlaced hold = new Act.HoldPlaced(archive.clock().instant(), archive.actor(), id, "Prövning");
            archive.archive().decide(List.of(hold));
            recorder.acknowledge("held " + id);
            head();
        }

        void seal() {
            for (Period period : new Sealing(archive).seal().periods()) {
                recorder.acknowledge("sealed " + period.id());
            }
        }

        private void version(RecordId id, int version) {
            CatalogueRecord entry = archive.catalogue().find(id).orElseThrow();
            assertEquals(version, entry.newest().version());
            recorder.acknowledge(
                    "version " + entry.description().original().orElseThrow().sha256() + " " + id + " " + version);
        }

        private void head() {
            Head head = archive.archive().log().head();
            recorder.acknowledge("head " + head.size() + " " + head.checkpoint().root());
        }
    }

    @Override
    public void check(Path home, List<String> told) throws IOException {
        Home place = new Home(home);
        setModes(place.keys());
        if (told.isEmpty()) {
            checkHalfFounded(place);
            return;
        }
        try (OpenArchive archive = open(place);
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            depositing.takeInWaiting();
            assertEquals(List.of(), archive.spool().all());
            Map<String, CatalogueRecord> records = records(archive.catalogue());
            told.forEach(what -> look(archive, records, what.split(" ")));
        }
        List<Finding> errors = new Verifier(BouncySeal.formats(), Optional.empty(), Optional.empty())
                .verify(home).findings().stream().filter(Finding::isError).toList();
        assertEquals(List.of(), errors);
    }

    /** The recording knows no modes; keys are made with theirs. */
    static void setModes(Path keys) throws IOException {
        if (Files.isDirectory(keys)) {
            Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rwx------"));
            try (Stream<Path> files = Files.list(keys)) {
                for (Path file : files.toList()) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
        }
    }

    /** A refusal is right, anything else is not. */
    private static void checkHalfFounded(Home place) {
        try {
            open(place).close();
        } catch (ArchiveException e) {
            assertTrue(e.exitCode() > 0);
        }
    }

    private static OpenArchive open(Home place) {
        Surroundings in =
                new Surroundings(place, ConfigReader.read(place.config()), Clock.systemUTC(), new SecureRandom());
        return OpenArchive.open(in, (h, records) -> new MemoryCatalogue(records));
    }

    /** By the digest of the original; two of the same fail. */
    private static Map<String, CatalogueRecord> records(Catalogue catalogue) {
        Map<String, CatalogueRecord> records = new HashMap<>();
        List<CatalogueRecord> all = new ArrayList<>(catalogue.page("", Catalogue.PAGE_MAX));
        for (CatalogueRecord entry : all) {
            String sha256 = entry.description().original().orElseThrow().sha256();
            assertEquals(Optional.empty(), Optional.ofNullable(records.put(sha256, entry)), "twice: " + sha256);
        }
        return records;
    }

    private static void look(OpenArchive archive, Map<String, CatalogueRecord> records, String[] what) {
        switch (what[0]) {
            case "received" -> assertTrue(records.containsKey(what[1]), what[1] + " was received and is not there");
            case "delivery" ->
                assertTrue(
                        archive.atStart().stream()
                                .noneMatch(each -> each.where().equals(what[1])),
                        what[1] + " got its receipt and is told as half received");
            case "version" -> {
                CatalogueRecord entry =
                        Optional.ofNullable(records.get(what[1])).orElseThrow();
                assertEquals(what[2], entry.id().value());
                assertTrue(entry.newest().version() >= Integer.parseInt(what[3]), "an older version of " + what[2]);
            }
            case "head" -> lookForHead(archive, Long.parseLong(what[1]), what[2]);
            case "held" -> {
                RecordId id = new RecordId(what[1]);
                assertEquals(
                        1, archive.catalogue().find(id).orElseThrow().holds().size());
            }
            case "sealed" ->
                assertTrue(
                        new Sealing(archive).evidence().periods().stream().anyMatch(period -> period.id()
                                .equals(what[1])),
                        what[1] + " was sealed and is not there");
            default -> assertEquals("founded", what[0]);
        }
    }

    static void lookForHead(OpenArchive archive, long size, String root) {
        Head head = archive.archive().log().head();
        assertTrue(size <= head.size(), size + " acts were there, " + head.size() + " are left");
        assertEquals(root, archive.archive().log().reader().root(size, head).toString());
    }
}
