package se.sigill.ingest.spool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.log.Actor;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;

/** One document twice: within a delivery, or after the content of its record was lost. */
class ItemTwiceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path temp;

    private KnownItems known = (system, ids) -> Map.of();

    @Test
    void twoRowsOfOneIdWithTheSameBytesBecomeOneRecord() throws IOException {
        Manifest manifest = deliver("fil;titel;källid\na.txt;Ett;4711\nb.txt;Två;4711\n", "a.txt", "aa", "b.txt", "aa");

        assertEquals(List.of("waiting", "known"), words(manifest));
        SpoolItem second = manifest.items().getLast();
        assertEquals(manifest.delivery(), second.known());
        assertEquals(List.of("DELIVERY-ITEM-TWICE"), codes(second));
    }

    @Test
    void twoRowsOfOneIdWithDifferentBytesKeepTheLaterApart() throws IOException {
        Manifest manifest = deliver("fil;titel;källid\na.txt;Ett;4711\nb.txt;Två;4711\n", "a.txt", "aa", "b.txt", "bb");

        assertEquals(List.of("waiting", "quarantined"), words(manifest));
        SpoolItem second = manifest.items().getLast();
        assertEquals(List.of("DELIVERY-ID-TAKEN"), codes(second));
        assertArrayEquals(
                "bb".getBytes(StandardCharsets.UTF_8),
                Files.readAllBytes(
                        temp.resolve("spool").resolve(manifest.delivery()).resolve(second.file())));
    }

    @Test
    void oneDocumentOpenHereAndRestrictedThereWaitsForAPerson() throws IOException {
        Manifest manifest = deliver(
                "fil;titel;källid;sekretess;bedömning\na.txt;Ett;4711;;öppen\nb.txt;Två;4711;OSL 26:1;\n",
                "a.txt",
                "aa",
                "b.txt",
                "aa");

        assertEquals(List.of("quarantined", "quarantined"), words(manifest));
        manifest.items().forEach(item -> assertEquals(List.of("DELIVERY-CONTRADICTION"), codes(item)));
    }

    @Test
    void oneMailTwiceInAMailboxBecomesOneRecord() throws IOException {
        String from = "From a@b.se Thu Jan  1 00:00:00 2026\n";
        String mail = "Subject: A\nMessage-ID: <1@b.se>\nDate: Thu, 1 Jan 2026 00:00:00 +0100\n\nHej\n\n";
        Manifest manifest = deliver("", "post.mbox", from + mail + from + mail);

        assertEquals(List.of("waiting", "known"), words(manifest));
        assertEquals("DELIVERY-ITEM-TWICE", codes(manifest.items().getLast()).getLast());
    }

    @Test
    void theSameFileTwiceWithoutAnyIdIsTwoRecords() throws IOException {
        Manifest manifest = deliver("fil;titel\na.txt;Ett\nb.txt;Två\n", "a.txt", "aa", "b.txt", "aa");

        assertEquals(List.of("waiting", "waiting"), words(manifest));
    }

    @Test
    void whatIsKnownWithoutContentIsTakenIn() throws IOException {
        known = (system, ids) -> Map.of("4711", new KnownItems.Known("record", ""));

        Manifest manifest = deliver("fil;titel;källid\na.txt;Ett;4711\n", "a.txt", "aa");

        assertEquals(List.of("waiting"), words(manifest));
    }

    private static List<String> words(Manifest manifest) {
        return manifest.items().stream().map(item -> item.status().word()).toList();
    }

    private static List<String> codes(SpoolItem item) {
        return item.remarks().stream().map(Remark::code).toList();
    }

    /** @param table empty for none */
    private Manifest deliver(String table, String... namesAndContents) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("in"));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Files.writeString(folder.resolve(namesAndContents[i]), namesAndContents[i + 1]);
        }
        if (!table.isEmpty()) {
            Files.writeString(folder.resolve("leverans.csv"), table);
        }
        Spool spool = Spool.open(
                temp.resolve("spool"),
                new FileSpoolDisk(),
                new SpoolSettings(4, 0, known, () -> new Witness("checkpoint", "ab"), CLOCK, new Random(1)));
        Deposit deposit = spool.deposit(
                new DeliveryReader(ZipLimits.ORDINARY, () -> DeliveryWords.ANY, Set.of(), CLOCK).read(folder),
                "s",
                Actor.person("anna"));
        return spool.manifest(
                assertInstanceOf(Deposit.Received.class, deposit).receipt().delivery());
    }
}
