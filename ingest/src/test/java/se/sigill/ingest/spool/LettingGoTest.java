package se.sigill.ingest.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Actor;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;

/** What stays of a delivery when its sound items are committed, wherever that is stopped. */
class LettingGoTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] WRONG = "fel datum".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private Path sound;
    private Path mixed;

    private interface Look {
        void at(Path root, Spool after) throws IOException;
    }

    @BeforeEach
    void twoDeliveries() throws IOException {
        sound = Files.createDirectories(temp.resolve("sund"));
        Files.writeString(sound.resolve("a.txt"), "aaa");
        Files.writeString(sound.resolve("b.txt"), "bbb");
        mixed = Files.createDirectories(temp.resolve("blandad"));
        Files.writeString(mixed.resolve("a.txt"), "hemlig, gallras snart");
        Files.write(mixed.resolve("b.txt"), WRONG);
        Files.writeString(mixed.resolve("leverans.csv"), "fil;datum\na.txt;2026-01-02\nb.txt;2026-99-99\n");
    }

    @Test
    void bytesOfCommittedItemsGoAndThoseInQuarantineStay() throws IOException {
        stopsEverywhere(mixed, (root, after) -> {
            String id = after.all().getFirst();
            if (after.waiting().isEmpty()) {
                assertEquals(Set.of("quarantine/000002"), bytes(root, id));
            }
            after.finish(id);

            assertEquals(Set.of("quarantine/000002"), bytes(root, id));
            SpoolItem item =
                    after.manifest(id).having(SpoolItem.Status.QUARANTINED).getFirst();
            assertArrayEquals(WRONG, Files.readAllBytes(after.file(id, item)));
            assertEquals(
                    DeliveryStatus.State.QUARANTINED, after.status().getFirst().state());
            assertEquals(List.of(), after.halfReceived());
        });
    }

    @Test
    void aCommittedDeliveryIsNeverToldAsHalfReceived() throws IOException {
        stopsEverywhere(sound, (root, after) -> {
            assertEquals(List.of(), after.halfReceived());
            after.all().forEach(after::finish);
            try (Stream<Path> left = Files.list(root)) {
                assertEquals(List.of(), left.toList());
            }
        });
    }

    /** The bytes that a delivery of an older program had left beside its quarantine go at the next start. */
    @Test
    void aStartDropsWhatAStopLeftOfACommittedDelivery() throws IOException {
        Path root = temp.resolve("spool");
        Spool spool = open(root, new FileSpoolDisk());
        String id = receive(spool, mixed);
        Files.createFile(root.resolve(id).resolve("committed"));

        Spool after = open(root, new FileSpoolDisk());

        assertEquals(Set.of("quarantine/000002"), bytes(root, id));
        assertEquals(List.of(), after.waiting());
    }

    @Test
    void whatIsPutAsideHoldsOnlyWhatWasRejected() throws IOException {
        Path root = temp.resolve("spool");
        Spool spool = open(root, new FileSpoolDisk());
        String id = receive(spool, mixed);
        spool.finish(id);

        spool.reject(id);

        assertEquals(Set.of("quarantine/000002"), bytes(root.resolve("rejected"), id));
        assertEquals(List.of(), spool.all());
    }

    @Test
    void whatWasBrokenOffBeforeItsReceiptIsTold() throws IOException {
        Path root = temp.resolve("spool");
        Files.createDirectories(root.resolve("20261123T120000Z-abcd/files"));

        Spool spool = open(root, new FileSpoolDisk());

        assertEquals(
                "DELIVERY-HALF-RECEIVED", spool.halfReceived().getFirst().code().id());
        assertFalse(Files.exists(root.resolve("20261123T120000Z-abcd")));
    }

    /** Finishes a delivery with a disk that fails at its n-th operation, for every n, and looks at the next start. */
    private void stopsEverywhere(Path delivery, Look look) throws IOException {
        boolean isReached = true;
        for (int n = 0; isReached; n++) {
            for (boolean persists : new boolean[] {true, false}) {
                Path root = temp.resolve("spool-" + n + persists);
                String id = receive(open(root, new FileSpoolDisk()), delivery);
                // Opening the spool is one operation.
                FaultySpoolDisk faulty = new FaultySpoolDisk(n + 1, persists, "the power went");
                finishes(open(root, faulty), id);
                isReached = faulty.wasReached();

                look.at(root, open(root, new FileSpoolDisk()));
            }
            assertTrue(n < 50, "the loop has no end");
        }
    }

    private static void finishes(Spool spool, String id) {
        try {
            spool.finish(id);
        } catch (ArchiveException.StorageFailed e) {
            assertEquals("the power went", String.valueOf(e.getCause().getMessage()));
        }
    }

    /** The files of a delivery that hold bytes of items. */
    private static Set<String> bytes(Path root, String id) throws IOException {
        Path folder = root.resolve(id);
        try (Stream<Path> walk = Files.walk(folder)) {
            return Set.copyOf(walk.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.contains("/"))
                    .toList());
        }
    }

    private static String receive(Spool spool, Path delivery) throws IOException {
        Deposit deposit = spool.deposit(
                new DeliveryReader(ZipLimits.ORDINARY, () -> DeliveryWords.ANY, Set.of(), CLOCK).read(delivery),
                "s",
                Actor.person("anna"));
        return assertInstanceOf(Deposit.Received.class, deposit).receipt().delivery();
    }

    private static Spool open(Path root, SpoolDisk disk) {
        KnownItems nothing = (system, ids) -> Map.of();
        return Spool.open(
                root,
                disk,
                new SpoolSettings(4, 0, nothing, () -> new Witness("checkpoint", "ab"), CLOCK, new Random(1)));
    }
}
