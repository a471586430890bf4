package se.sigill.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.run.Running;
import se.sigill.app.wiring.Depositing;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.core.access.Openness;
import se.sigill.core.backup.Backup;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.CatalogueRecord;
import se.sigill.core.config.Home;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.spool.Deposit;

/**
 * A delivery lies in the spool of the backup and was committed after it: the shipped log knows its records, and the
 * last copy of their bytes is the one in the spool.
 */
class RestoredDeliveryTest {
    private static final Actor BO = Actor.person("bo");
    private static final Map<String, String> TEXTS =
            Map.of("a.txt", "Öppet beslut", "b.txt", "Blev hemligt", "c.txt", "Får inte gallras", "d.txt", "Hemligt");

    @TempDir
    Path dir;

    private final Map<String, RecordId> lost = new HashMap<>();

    @BeforeEach
    void losesAHomeWhoseBackupHasTheDeliveryInItsSpool() throws IOException {
        Running running = Running.founded(dir.resolve("home"));
        Path second = Files.createDirectories(dir.resolve("second"));
        Files.writeString(
                running.home().resolve("sigill.conf"),
                "archive.name = test.lindhult.example\narchive.authority = Kommunstyrelsen\nlog.ship-to = " + second
                        + "\n");
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            new FilledArchive(archive, 5).adoptRules("1");
            archive.catchUp();
            String delivery = assertInstanceOf(Deposit.Received.class, depositing.receive(folder(), "W3D3"))
                    .receipt()
                    .delivery();
            assertEquals(
                    List.of(),
                    new Backup(running.home(), dir.resolve("copy")).run().findings());
            lost.putAll(depositing.takeIn(delivery).records());
            archive.archive()
                    .decide(List.of(
                            restriction(archive, lost.get("b.txt")),
                            new Act.Assessed(archive.clock().instant(), BO, lost.get("b.txt"), true, true, "fel"),
                            new Act.HoldPlaced(archive.clock().instant(), BO, lost.get("c.txt"), "begäran")));
            assertTrue(archive.archive().log().awaitShipped());
        }
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("leverans"));
        for (Map.Entry<String, String> each : TEXTS.entrySet()) {
            Files.writeString(folder.resolve(each.getKey()), each.getValue());
        }
        Files.writeString(folder.resolve("leverans.csv"), """
                fil;titel;klass;källid;bedömning;sekretess
                a.txt;Ett;1.2;1;öppen;
                b.txt;Två;1.2;2;öppen;
                c.txt;Tre;1.2;3;;
                d.txt;Fyra;1.2;4;;OSL 26:1
                """, StandardCharsets.UTF_8);
        return folder;
    }

    private static Act.Restricted restriction(OpenArchive archive, RecordId record) {
        return new Act.Restricted(
                archive.clock().instant(),
                BO,
                record,
                "record",
                "secrecy",
                "OSL 26:1",
                "omsorg",
                "Kommunstyrelsen",
                archive.today(),
                archive.today(),
                false);
    }

    private Running restored() {
        Running running = new Running(dir.resolve("new"));
        Running.Ended ended = running.type(
                        "restore",
                        "--json",
                        "--from",
                        dir.resolve("copy").toString(),
                        "--shipped",
                        dir.resolve("second").toString(),
                        "--keys",
                        dir.resolve("home/keys").toString(),
                        "--reason",
                        "disken gick sönder")
                .expect(0, 2, 3);
        assertTrue(ended.out().contains("BACKUP-CONTENT-MISSING"), ended.out());
        return running;
    }

    @Test
    void theBytesInTheSpoolBecomeRecordsAgainOnce() throws IOException {
        Running running = restored();
        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            Map<String, RecordId> records =
                    depositing.takeInWaiting().getFirst().records();

            assertEquals(List.of(), archive.spool().all());
            for (String path : TEXTS.keySet()) {
                assertTrue(!lost.containsValue(records.get(path)), path);
                assertEquals(Optional.of(TEXTS.get(path)), original(archive, records.get(path)), path);
            }
        }
        // As if that start had stopped between its commit and the end of the spool's folder.
        copy(dir.resolve("copy/spool"), running.home().resolve("spool"));

        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            depositing.takeInWaiting();

            assertEquals(List.of(), archive.spool().all());
            assertEquals(
                    2 * TEXTS.size(),
                    archive.catalogue().page("", Catalogue.PAGE_MAX).size());
        }
    }

    @Test
    void whatClosedALostRecordClosesTheOneInItsPlace() {
        Running running = restored();

        try (OpenArchive archive = OpenArchive.open(new Home(running.home()));
                Depositing depositing = new Depositing(archive, new PlainFormats())) {
            Map<String, RecordId> records =
                    depositing.takeInWaiting().getFirst().records();

            CatalogueRecord b = archive.record(records.get("b.txt").value());
            assertInstanceOf(Openness.Restricted.class, archive.rules().answer(b, archive.today()));
            assertEquals("omsorg", b.restrictions().getFirst().reason());
            assertEquals(1, archive.record(records.get("c.txt").value()).holds().size());
            assertEquals(
                    1,
                    archive.record(records.get("d.txt").value()).restrictions().size(),
                    "what the delivery says itself is said once");
            for (RecordId id : records.values()) {
                CatalogueRecord entry = archive.record(id.value());
                assertTrue(
                        !(archive.rules().answer(entry, archive.today()) instanceof Openness.Open open)
                                || open.basis() instanceof Openness.Basis.ByClass,
                        "no assessment of the lost record opens the new one");
                assertEquals("DELIVERY-TAKEN-IN-AGAIN", entry.gaps().getFirst().code());
            }
            RecordId lostA = lost.get("a.txt");
            assertTrue(archive.record(records.get("a.txt").value())
                    .gaps()
                    .getFirst()
                    .message()
                    .contains(lostA.value()));
        }
    }

    @Test
    void theCommandTellsThatThereWereSuchRecords() {
        Running running = restored();

        Running.Ended ended = running.type("deposit", "--system", "W3D3");

        assertTrue(ended.out().contains("DELIVERY-TAKEN-IN-AGAIN"), ended.out() + ended.err());
    }

    private static Optional<String> original(OpenArchive archive, RecordId id) throws IOException {
        String path =
                archive.record(id.value()).description().files().getFirst().path();
        try (InputStream in = archive.archive().store().open(id, 1, path).orElseThrow()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all = new ArrayList<>();
        try (var walk = Files.walk(from)) {
            walk.forEach(all::add);
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else if (!Files.exists(target)) {
                Files.copy(each, target);
            }
        }
    }
}
