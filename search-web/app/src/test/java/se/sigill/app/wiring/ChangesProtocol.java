package se.sigill.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.sigill.app.demo.DemoMunicipality;
import se.sigill.core.archive.Surroundings;
import se.sigill.core.catalogue.AdoptedRules;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.ConfigReader;
import se.sigill.core.config.Home;
import se.sigill.core.disposal.DisposalOutcome;
import se.sigill.core.durability.Operation;
import se.sigill.core.durability.Protocol;
import se.sigill.core.durability.Recorder;
import se.sigill.core.finding.Finding;
import se.sigill.core.keys.KeyName;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.log.Appended;
import se.sigill.core.log.Head;
import se.sigill.core.log.LogEntry;
import se.sigill.core.log.LogReader;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.Period;
import se.sigill.core.seal.bouncy.BouncySeal;
import se.sigill.core.verify.Verifier;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.Receipt;
import se.sigill.ingest.spool.SpoolItem;

/**
 * What is changed in an archive that stands, with a second copy of its log: a restriction, a disposal, a delivery that is
 * rejected, keys that are replaced, a seal by the new ones. The power is cut only then; how it came to stand is
 * {@link KernelProtocol}'s.
 */
public final class ChangesProtocol implements Protocol {
    private static final Actor BO = Actor.person("bo");
    private static final String SECOND = "second";

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public Set<String> unseen() {
        return Set.of("db", "index", "run");
    }

    /** Every force here is one of a line that another protocol leaves out; this one looks at what was acknowledged. */
    @Override
    public boolean isExcused(String site) {
        return true;
    }

    /** Its parts, the store and the log, are cut at each of their points by themselves. */
    @Override
    public int sampleStep() {
        return 2;
    }

    @Override
    public Map<String, Set<String>> removals(List<Operation> recording) {
        return Map.of();
    }

    @Override
    public void run(Recorder recorder, Path home) throws IOException {
        Home place = new Home(home);
        Founding.found(place, Optional.of("prov.example"), Optional.of("Kommunstyrelsen"));
        Files.createDirectory(home.resolve(SECOND));
        try (OpenArchive archive = open(place);
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            Adopting adopting = new Adopting(archive);
            String plan = new String(DemoMunicipality.samplePlan(), UTF_8);
            archive.archive().decide(List.of(adopting.act(AdoptedRules.PLAN, "sigill", "1", plan)));
            archive.catchUp();
            String first =
                    receive(depositing, folder(home.resolveSibling("in"), 3)).delivery();
            depositing.takeIn(first);
            new Sealing(archive).seal();
            assertTrue(archive.archive().log().awaitShipped());
            List<RecordId> ids = archive.catalogue().page("", 3).stream()
                    .map(CatalogueRecord::id)
                    .toList();

            recorder.cutsBegin();
            Life life = new Life(recorder, archive);
            life.restrict(ids.get(0));
            life.dispose(ids.get(1));
            life.reject(receive(depositing, faulty(home.resolveSibling("faulty"))));
            life.replace(KeyName.LOG);
            life.replace(KeyName.SEAL);
            life.restrict(ids.get(2));
            life.seal();
        }
    }

    private static Receipt receive(Depositing depositing, Path folder) {
        return assertInstanceOf(Deposit.Received.class, depositing.receive(folder, "prov"))
                .receipt();
    }

    /** Documents whose time is out. */
    private static Path folder(Path folder, int documents) throws IOException {
        Files.createDirectories(folder);
        StringBuilder table = new StringBuilder("fil;titel;datum;klass\n");
        for (int i = 0; i < documents; i++) {
            Files.write(folder.resolve(i + ".txt"), ("Kallelse " + i + "\n").getBytes(UTF_8));
            table.append(i).append(".txt;Kallelse ").append(i).append(";2012-03-04;1.2\n");
        }
        Files.write(folder.resolve("leverans.csv"), table.toString().getBytes(UTF_8));
        return folder;
    }

    /** One document, with a day that does not exist. */
    private static Path faulty(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("fel.txt"), "fel".getBytes(UTF_8));
        Files.write(folder.resolve("leverans.csv"), "fil;titel;datum\nfel.txt;Fel;2026-02-30\n".getBytes(UTF_8));
        return folder;
    }

    /** What is done, and what is told about it. */
    private record Life(Recorder recorder, OpenArchive archive) {
        /** A decision that must stand in the second place too before anybody is told. */
        void restrict(RecordId id) {
            LocalDate day = LocalDate.of(2026, 1, 10);
            Act restricted = new Act.Restricted(
                    archive.clock().instant(),
                    BO,
                    id,
                    "record",
                    "secrecy",
                    "OSL 26:1",
                    "uppgift om enskild",
                    "Kommunstyrelsen",
                    day,
                    day,
                    false);
            Appended appended = archive.archive().decide(List.of(restricted));
            recorder.acknowledge("restricted " + id);
            told(appended.head(), appended.shipped() == Appended.Shipped.DONE);
        }

        void dispose(RecordId id) {
            archive.catchUp();
            DisposalOutcome outcome = new Disposing(archive)
                    .dispose(List.of(id.value()), BO, "KS 2025 § 12", "tiden är ute")
                    .getFirst();
            DisposalOutcome.Done done = assertInstanceOf(DisposalOutcome.Done.class, outcome);
            recorder.acknowledge("disposed " + id);
            told(archive.archive().log().head(), done.shipped());
        }

        /** As the command does it. */
        void reject(Receipt receipt) {
            String delivery = receipt.delivery();
            SpoolItem item = archive.spool()
                    .manifest(delivery)
                    .having(SpoolItem.Status.QUARANTINED)
                    .getFirst();
            recorder.acknowledge("quarantined " + delivery + " " + item.file());
            Act act = new Act.Rejected(
                    archive.clock().instant(),
                    BO,
                    delivery,
                    item.number(),
                    item.digests().sha256(),
                    "fel dag");
            archive.spool().mustBeRejectable(delivery);
            archive.archive().decide(List.of(act));
            archive.spool().reject(delivery);
            recorder.acknowledge("rejected " + delivery + " " + item.file());
        }

        void replace(KeyName name) {
            new KeyCare(archive).replace(name, "byte", Optional.empty());
            recorder.acknowledge(
                    "replaced " + name + " " + archive.archive().keys().fingerprint(name));
            told(archive.archive().log().head(), false);
        }

        void seal() {
            for (Period period : new Sealing(archive).seal().periods()) {
                recorder.acknowledge("sealed " + period.id());
            }
            told(archive.archive().log().head(), archive.archive().log().awaitShipped());
        }

        private void told(Head head, boolean shipped) {
            recorder.acknowledge("head " + head.size() + " " + head.checkpoint().root());
            if (shipped) {
                recorder.acknowledge("shipped " + head.size());
            }
        }
    }

    /** With the second copy in the home, wherever that lies now; configured beside it, for that is no work of ours. */
    private static OpenArchive open(Home home) throws IOException {
        Path config = home.root().resolveSibling("sigill.conf");
        Files.writeString(
                config,
                Files.readString(home.config()) + "log.ship-to = " + home.root().resolve(SECOND) + "\n");
        Surroundings in = new Surroundings(home, ConfigReader.read(config), Clock.systemUTC(), new SecureRandom());
        return QuickArchive.open(in);
    }

    @Override
    public void check(Path home, List<String> told) throws IOException {
        KernelProtocol.setModes(home.resolve("keys"));
        for (String what : told) {
            if (what.startsWith("shipped ")) {
                // Before anything of the first place is looked at: it may be gone.
                long size = LogReader.open(home.resolve(SECOND)).head().size();
                assertTrue(Long.parseLong(what.substring("shipped ".length())) <= size, what + ", there are " + size);
            }
        }
        List<String> disposed = new ArrayList<>();
        try (OpenArchive archive = open(new Home(home))) {
            told.forEach(what -> look(archive, what.split(" ")));
            archive.archive()
                    .log()
                    .reader()
                    .entries(0, archive.archive().log().head().size())
                    .forEach(entry -> {
                        if (entry instanceof LogEntry.Kept kept && kept.act() instanceof Act.Disposed act) {
                            disposed.add(act.record().value());
                        }
                    });
            assertTrue(archive.archive().log().awaitShipped(), "the second copy does not follow");
        }
        for (String what : told) {
            assertTrue(
                    !what.startsWith("disposed ") || disposed.contains(what.substring("disposed ".length())),
                    what + ", and no act says so");
        }
        for (String id : disposed) {
            assertEquals(List.of(), whereItIsNamed(home, id));
        }
        List<Finding> errors = new Verifier(BouncySeal.formats(), Optional.empty(), Optional.empty())
                .verify(home).findings().stream().filter(Finding::isError).toList();
        assertEquals(List.of(), errors);
    }

    private static void look(OpenArchive archive, String[] what) {
        switch (what[0]) {
            case "restricted" -> {
                Optional<CatalogueRecord> entry = archive.catalogue().find(new RecordId(what[1]));
                assertEquals(1, entry.orElseThrow().restrictions().size());
            }
            case "head" -> KernelProtocol.lookForHead(archive, Long.parseLong(what[1]), what[2]);
            case "quarantined" ->
                assertTrue(
                        Files.exists(archive.home().spool().resolve(what[1]).resolve(what[2]))
                                || Files.exists(archive.home()
                                        .spool()
                                        .resolve("rejected")
                                        .resolve(what[1])
                                        .resolve(what[2])),
                        what[1] + " is lost");
            case "rejected" -> {
                assertFalse(archive.spool().all().contains(what[1]), what[1] + " waits again");
                assertTrue(Files.exists(archive.home()
                        .spool()
                        .resolve("rejected")
                        .resolve(what[1])
                        .resolve(what[2])));
            }
            case "replaced" ->
                assertEquals(what[2], archive.archive().keys().fingerprint(KeyName.valueOf(what[1])), what[1]);
            case "sealed" ->
                assertTrue(new Sealing(archive).evidence().periods().stream().anyMatch(period -> period.id()
                        .equals(what[1])));
            default -> assertTrue(what[0].equals("disposed") || what[0].equals("shipped"), what[0]);
        }
    }

    /** Every place but the act of the disposal itself, in both copies. */
    private static List<String> whereItIsNamed(Path home, String id) throws IOException {
        List<String> found = new ArrayList<>();
        for (String top : List.of("archive", "work", SECOND)) {
            try (Stream<Path> files = Files.walk(home.resolve(top))) {
                for (Path file : files.toList()) {
                    if (String.valueOf(file.getFileName()).contains(id)) {
                        found.add(file.toString());
                    } else if (Files.isRegularFile(file)) {
                        String text = new String(Files.readAllBytes(file), UTF_8);
                        text.lines()
                                .filter(line -> line.contains(id) && !line.contains("{\"act\":\"Disposed\""))
                                .forEach(line -> found.add(home.relativize(file) + ": " + line));
                    }
                }
            }
        }
        return found;
    }
}
