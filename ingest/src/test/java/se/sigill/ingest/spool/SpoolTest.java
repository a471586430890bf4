package se.sigill.ingest.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.log.Actor;
import se.sigill.core.store.Digests;
import se.sigill.ingest.delivery.DeliveryPlan;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;

class SpoolTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final KnownItems NOTHING = (system, ids) -> Map.of();
    private static final Actor ANNA = Actor.person("anna");

    @TempDir
    Path temp;

    private final Random random = new Random(1);

    @Test
    void givesAReceiptForEveryByte() throws IOException {
        Spool spool = open(NOTHING);
        Path folder = delivery("a.txt", "aaa", "b.txt", "bbbb");

        Receipt receipt = received(spool.deposit(plan(folder), "W3D3", ANNA));

        assertEquals(2, receipt.items().size());
        assertEquals(
                Digests.of(bytes("bbbb")).sha512(), receipt.items().getLast().sha512());
        assertEquals("checkpoint", receipt.checkpoint());
        Manifest manifest = spool.manifest(receipt.delivery());
        assertEquals("person:anna", manifest.depositor());
        Path file = spool.file(receipt.delivery(), manifest.items().getFirst());
        assertArrayEquals(bytes("aaa"), Files.readAllBytes(file));
        Path onDisk = temp.resolve("spool").resolve(receipt.delivery()).resolve("receipt.json");
        assertEquals(receipt.toJson(), JsonReader.parse(Files.readAllBytes(onDisk)));
    }

    @Test
    void neverUsesADeliveredNameOnDisk() throws IOException {
        Spool spool = open(NOTHING);
        Path folder = delivery("hemlig rubrik\n.txt", "a");

        String id = received(spool.deposit(plan(folder), "s", ANNA)).delivery();

        try (var walk = Files.walk(temp.resolve("spool").resolve(id))) {
            assertTrue(walk.noneMatch(path -> path.toString().contains("hemlig")));
        }
    }

    @Test
    void keepsAMailboxSoThatItCanBeRebuilt() throws IOException {
        Spool spool = open(NOTHING);
        String box = "From a@b.se Thu Jan  1 00:00:00 2026\r\nSubject: A\r\nMessage-ID: <1@b.se>\r\n\r\n>From x\r\n\r\n"
                + "From c@d.se Thu Jan  1 00:00:01 2026\nSubject: B\n\nslut utan radbrytning";
        Path folder = delivery("post.mbox", box);

        Manifest manifest =
                spool.manifest(received(spool.deposit(plan(folder), "s", ANNA)).delivery());

        ByteArrayOutputStream rebuilt = new ByteArrayOutputStream();
        for (SpoolItem item : manifest.items()) {
            rebuilt.writeBytes((item.envelope() + "\n").getBytes(StandardCharsets.ISO_8859_1));
            rebuilt.writeBytes(Files.readAllBytes(spool.file(manifest.delivery(), item)));
        }
        assertEquals(Digests.of(bytes(box)), Digests.of(rebuilt.toByteArray()));
        assertTrue(manifest.items().getFirst().externalId().startsWith("<1@b.se>;sha256="));
    }

    @Test
    void keepsAFileWithAWrongChecksumApart() throws IOException {
        Spool spool = open(NOTHING);
        Path folder = delivery("a.txt", "aaa", "b.txt", "bbb");
        Files.writeString(
                folder.resolve("leverans.csv"),
                "fil;sha256\na.txt;" + "0".repeat(64) + "\nb.txt;"
                        + Digests.of(bytes("bbb")).sha512() + "\n");

        Manifest manifest =
                spool.manifest(received(spool.deposit(plan(folder), "s", ANNA)).delivery());

        SpoolItem bad = manifest.having(SpoolItem.Status.QUARANTINED).getFirst();
        assertEquals("DELIVERY-CHECKSUM-DIFFERS", bad.firstError().orElseThrow().code());
        assertArrayEquals(bytes("aaa"), Files.readAllBytes(spool.file(manifest.delivery(), bad)));
        assertEquals(1, manifest.having(SpoolItem.Status.WAITING).size());
        spool.finish(manifest.delivery());
        assertEquals(DeliveryStatus.State.QUARANTINED, spool.status().getFirst().state());
        assertEquals(List.of(), spool.waiting());
    }

    @Test
    void keepsTheWholeZipWhenAMemberIsBroken() throws IOException {
        Path zip = temp.resolve("x.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.setMethod(java.util.zip.ZipOutputStream.STORED);
            for (String name : List.of("bra.txt", "trasig.txt")) {
                var entry = new java.util.zip.ZipEntry(name);
                java.util.zip.CRC32 crc = new java.util.zip.CRC32();
                crc.update(bytes("innehåll"));
                entry.setCrc(crc.getValue());
                entry.setSize(bytes("innehåll").length);
                out.putNextEntry(entry);
                out.write(bytes("innehåll"));
            }
        }
        byte[] broken = Files.readAllBytes(zip);
        broken[30 + 7 + bytes("innehåll").length + 30 + 10] ^= 1;
        Files.write(zip, broken);
        Spool spool = open(NOTHING);

        Manifest manifest =
                spool.manifest(received(spool.deposit(plan(zip), "s", ANNA)).delivery());

        assertEquals(
                "bra.txt", manifest.having(SpoolItem.Status.WAITING).getFirst().path());
        SpoolItem whole = manifest.items().getLast();
        assertEquals("x.zip", whole.path());
        assertArrayEquals(broken, Files.readAllBytes(spool.file(manifest.delivery(), whole)));
    }

    @Test
    void recognisesARedeliveryInTheSpoolAndInTheArchive() throws IOException {
        Spool spool = open(NOTHING);
        Path folder = delivery("a.txt", "aaa");
        String first = received(spool.deposit(plan(folder), "s", ANNA)).delivery();
        String externalId = spool.manifest(first).items().getFirst().externalId();

        String sha256 = Digests.of(bytes("aaa")).sha256();
        Receipt again = received(spool.deposit(plan(folder), "s", ANNA));
        Receipt other = received(spool.deposit(plan(folder), "annat system", ANNA));
        Spool later = open((system, ids) ->
                ids.contains(externalId) ? Map.of(externalId, new KnownItems.Known("record", sha256)) : Map.of());
        later.finish(first);
        Receipt archived = received(later.deposit(plan(folder), "s", ANNA));

        assertEquals("known", again.items().getFirst().outcome());
        assertEquals(first, again.items().getFirst().known());
        assertEquals("received", other.items().getFirst().outcome());
        assertEquals("record", archived.items().getFirst().known());
    }

    @Test
    void refusesOtherBytesUnderATakenId() throws IOException {
        Spool spool = open(NOTHING);
        Path folder = delivery("a.txt", "aaa", "leverans.csv", "fil;källid\na.txt;4711\n");
        received(spool.deposit(plan(folder), "s", ANNA));
        Files.writeString(folder.resolve("a.txt"), "helt annat");

        Receipt receipt = received(spool.deposit(plan(folder), "s", ANNA));

        assertEquals("quarantined", receipt.items().getFirst().outcome());
        assertEquals(
                "DELIVERY-ID-TAKEN",
                receipt.items().getFirst().remarks().getLast().code());
    }

    @Test
    void letsOneOfFourDepositsOfTheSameAtTheSameTimeThrough() throws Exception {
        Spool spool = open(NOTHING);
        DeliveryPlan plan = plan(delivery("a.txt", "aaa", "b.txt", "bbb"));
        List<Future<Deposit>> all = new ArrayList<>();
        try (ExecutorService four = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                all.add(four.submit(() -> spool.deposit(plan, "s", ANNA)));
            }
        }

        long receivedItems = 0;
        for (Future<Deposit> each : all) {
            receivedItems += received(each.get()).items().stream()
                    .filter(line -> line.outcome().equals("received"))
                    .count();
        }
        assertEquals(2, receivedItems);
    }

    @Test
    void refusesWhatTheDiskHasNoRoomFor() throws IOException {
        SpoolSettings greedy = new SpoolSettings(4, Long.MAX_VALUE / 2, NOTHING, this::witness, CLOCK, random);
        Spool spool = Spool.open(temp.resolve("spool"), new FileSpoolDisk(), greedy);

        Deposit deposit = spool.deposit(plan(delivery("a.txt", "aaa")), "s", ANNA);

        var refused = assertInstanceOf(Deposit.Refused.class, deposit);
        assertEquals("DELIVERY-DISK-FULL", refused.findings().getFirst().code().id());
        assertEquals(List.of(), spool.all());
    }

    @Test
    void tellsADiskThatFillsUpWhileReceiving() throws IOException {
        DeliveryPlan plan = plan(delivery("a.txt", "aaa"));
        Path root = Files.createDirectories(temp.resolve("spool"));
        Spool spool = Spool.open(root, new FaultySpoolDisk(5, false, "No space left on device"), settings(NOTHING));

        Deposit deposit = spool.deposit(plan, "s", ANNA);

        assertInstanceOf(Deposit.Refused.class, deposit);
        assertEquals(List.of(), open(NOTHING).all());
    }

    /** As the system of a Swede says it, whose launcher was not ours. */
    @Test
    void tellsAFullDiskInAnyLanguageByItsRoom() throws IOException {
        Path folder = delivery("a.txt", "aaa");
        SpoolSettings careful = new SpoolSettings(4, 1, NOTHING, this::witness, CLOCK, random);
        Path full = temp.resolve("full");
        Path broken = temp.resolve("broken");

        Deposit told = Spool.open(full, new FaultySpoolDisk(5, false, "Enheten är full").fillingUp(), careful)
                .deposit(plan(folder), "s", ANNA);
        Spool other = Spool.open(broken, new FaultySpoolDisk(5, false, "In-/utfel"), careful);
        DeliveryPlan plan = plan(folder);

        var refused = assertInstanceOf(Deposit.Refused.class, told);
        assertEquals("DELIVERY-DISK-FULL", refused.findings().getFirst().code().id());
        assertThrows(ArchiveException.StorageFailed.class, () -> other.deposit(plan, "s", ANNA));
    }

    @Test
    void refusesADeliveryWithoutBytes() throws IOException {
        Deposit deposit = open(NOTHING).deposit(plan(temp.resolve("ingenting")), "s", ANNA);

        var refused = assertInstanceOf(Deposit.Refused.class, deposit);
        assertEquals("DELIVERY-NOT-FOUND", refused.findings().getFirst().code().id());
    }

    /** Fail-at-n, exhaustive: whatever was acknowledged is there after a restart, and a second try gives each once. */
    @Test
    void losesNothingAcknowledgedWhereverItStops() throws IOException {
        Path folder = delivery(
                "a.txt",
                "aaa",
                "b.txt",
                "bbb",
                "c.txt",
                "ccc",
                "tom.txt",
                "",
                "post.mbox",
                "From x\nSubject: A\n\nHej\n");
        DeliveryPlan plan = plan(folder);
        boolean isReached = true;
        for (int n = 0; isReached; n++) {
            for (boolean persists : new boolean[] {true, false}) {
                Path root = temp.resolve("spool-" + n + persists);
                FaultySpoolDisk faulty = new FaultySpoolDisk(n, persists, "the power went");
                boolean isAcknowledged = deposits(root, faulty, plan);
                isReached = faulty.wasReached();

                Spool after = Spool.open(root, new FileSpoolDisk(), settings(NOTHING));
                List<String> there = after.waiting();
                assertTrue(!isAcknowledged || there.size() == 1, "lost at " + n);
                received(after.deposit(plan, "s", ANNA));
                long waiting = after.waiting().stream()
                        .flatMap(id -> after.manifest(id).having(SpoolItem.Status.WAITING).stream()
                                .peek(item -> assertTrue(isIntact(after, id, item))))
                        .count();
                assertEquals(4, waiting, "twice or lost at " + n);
            }
            assertTrue(n < 200, "the loop has no end");
        }
    }

    private boolean deposits(Path root, SpoolDisk disk, DeliveryPlan plan) {
        try {
            Spool spool = Spool.open(root, disk, settings(NOTHING));
            return spool.deposit(plan, "s", ANNA) instanceof Deposit.Received;
        } catch (ArchiveException.StorageFailed e) {
            return false;
        }
    }

    private static boolean isIntact(Spool spool, String id, SpoolItem item) {
        try {
            return Digests.of(spool.file(id, item)).equals(item.digests());
        } catch (IOException e) {
            return false;
        }
    }

    private Spool open(KnownItems known) {
        return Spool.open(temp.resolve("spool"), new FileSpoolDisk(), settings(known));
    }

    private SpoolSettings settings(KnownItems known) {
        return new SpoolSettings(4, 0, known, this::witness, CLOCK, random);
    }

    private Witness witness() {
        return new Witness("checkpoint", "ab");
    }

    private Path delivery(String... namesAndContents) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("in"));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Files.writeString(folder.resolve(namesAndContents[i]), namesAndContents[i + 1]);
        }
        return folder;
    }

    private static DeliveryPlan plan(Path source) throws IOException {
        return new DeliveryReader(ZipLimits.ORDINARY, () -> DeliveryWords.ANY, Set.of(), CLOCK).read(source);
    }

    private static Receipt received(Deposit deposit) {
        assertFalse(deposit instanceof Deposit.Refused, deposit::toString);
        return ((Deposit.Received) deposit).receipt();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
