package se.sigill.ingest.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.ArchiveException;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordDescription;
import se.sigill.formats.Extraction;
import se.sigill.formats.Extractor;
import se.sigill.formats.FormatFinding;
import se.sigill.formats.PlainFormats;
import se.sigill.ingest.delivery.DeliveryReader;
import se.sigill.ingest.delivery.DeliveryWords;
import se.sigill.ingest.delivery.ZipLimits;
import se.sigill.ingest.spool.Deposit;
import se.sigill.ingest.spool.FileSpoolDisk;
import se.sigill.ingest.spool.Receipt;
import se.sigill.ingest.spool.Spool;
import se.sigill.ingest.spool.SpoolSettings;
import se.sigill.ingest.spool.Witness;

class TakingInTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}");

    @TempDir
    Path temp;

    private final Random random = new Random(7);

    @Test
    void takesADeliveryInWithWhatItsTableSays() throws IOException {
        MemoryCommitter archive = new MemoryCommitter();
        Spool spool = spool(archive);
        Receipt receipt = deposit(spool, """
                fil;titel;dnr;datum;sekretess;skäl;bedömning;publicera
                a b.txt;Öppet beslut;KS 2026/1;2026-03-14;;;öppen;ja
                b.txt;Hemligt;;2026-03-15;OSL 26:1;Omsorg;;
                c.txt;Oprövat;;;;;;ja
                """);

        TakingIn.Taken taken = run(spool, archive, new PlainFormats(), 2);

        assertEquals(3, taken.records().size());
        assertEquals(List.of(), spool.all());
        NewVersion open = version(archive, "a b.txt");
        RecordDescription record = open.description();
        assertEquals("Öppet beslut", record.title());
        assertEquals("KS 2026/1", record.diaryNumber());
        assertEquals(
                "representations/original/data/a_b.txt",
                record.original().orElseThrow().path());
        assertEquals("a b.txt", record.original().orElseThrow().name());
        assertEquals("x-fmt/111", record.original().orElseThrow().format().puid());
        assertEquals(receipt.delivery(), record.source().delivery());
        assertEquals("a", open.text().parts().getFirst().pages().getFirst().text());
        Act.Assessed assessed =
                assertInstanceOf(Act.Assessed.class, open.alongside().getFirst());
        assertTrue(assessed.open() && assessed.publishable());
        Act.Restricted restricted = assertInstanceOf(
                Act.Restricted.class, version(archive, "b.txt").alongside().getFirst());
        assertEquals("OSL 26:1", restricted.provision());
        assertEquals("Omsorg", restricted.reason());
        assertEquals("2026-03-15", restricted.clockStart().toString());
        assertEquals("person:anna", restricted.actor().text());
        assertEquals(List.of(), version(archive, "c.txt").alongside(), "publishing alone opens nothing");
    }

    @Test
    void makesARecordWithAGapOfWhatNoEngineCanRead() throws IOException {
        MemoryCommitter archive = new MemoryCommitter();
        Spool spool = spool(archive);
        deposit(spool, "fil\na b.txt\nb.txt\nc.txt\n");
        Extractor dying = file -> file.name().equals("b.txt")
                ? Extraction.nothing(Finding.of(FormatFinding.ENGINE_CRASHED, file.name(), "the worker died"))
                : new PlainFormats().extract(file);

        run(spool, archive, dying, 10);

        assertEquals(3, archive.versions().size());
        Act.GapOpened gap = assertInstanceOf(
                Act.GapOpened.class, version(archive, "b.txt").alongside().getFirst());
        assertEquals("FORMAT-ENGINE-CRASHED", gap.code());
        assertEquals("", gap.where());
        assertEquals(
                "application/octet-stream",
                version(archive, "b.txt")
                        .description()
                        .original()
                        .orElseThrow()
                        .format()
                        .mime());
    }

    /** Fail-at-n over a delivery of five in batches of two, exhaustive: after a second run each item is there once. */
    @Test
    void givesEachItemOnceWhereverItStops() throws IOException {
        for (int n = 0; n < 3; n++) {
            for (boolean becomesTrue : new boolean[] {true, false}) {
                Path root = temp.resolve(n + "-" + becomesTrue);
                MemoryCommitter archive = new MemoryCommitter().failingAt(n, becomesTrue);
                Spool spool = Spool.open(root, new FileSpoolDisk(), settings(archive));
                deposit(spool, "fil\na b.txt\nb.txt\nc.txt\nd.txt\ne.txt\n");

                assertThrows(ArchiveException.StorageFailed.class, () -> run(spool, archive, new PlainFormats(), 2));
                Spool again = Spool.open(root, new FileSpoolDisk(), settings(archive));
                run(again, archive, new PlainFormats(), 2);

                Set<String> paths = new HashSet<>();
                archive.versions()
                        .forEach(v ->
                                assertTrue(paths.add(v.description().source().path()), "twice"));
                assertEquals(5, paths.size());
                assertEquals(List.of(), again.all());
            }
        }
    }

    @Test
    void keepsQuarantineWhenTheRestIsCommitted() throws IOException {
        MemoryCommitter archive = new MemoryCommitter();
        Spool spool = spool(archive);
        Receipt receipt = deposit(spool, "fil;datum\na b.txt;2026-99-99\nb.txt;\nc.txt;\n");

        run(spool, archive, new PlainFormats(), 10);

        assertEquals(2, archive.versions().size());
        assertEquals(List.of(receipt.delivery()), spool.all());
        assertEquals(List.of(), spool.waiting());
        assertEquals(1, spool.status().getFirst().quarantined());
    }

    @Test
    void readsWhatWasCostlyOnlyOnce() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("stor"));
        Files.writeString(folder.resolve("stor.txt"), "x".repeat(2 << 20));
        MemoryCommitter archive = new MemoryCommitter().failingAt(0, false);
        Spool spool = spool(archive);
        spool.deposit(reader().read(folder), "s", Actor.person("anna"));
        int[] asked = {0};
        Extractor counting = file -> {
            asked[0]++;
            return new PlainFormats().extract(file);
        };

        assertThrows(ArchiveException.StorageFailed.class, () -> run(spool, archive, counting, 2));
        run(spool, archive, counting, 2);

        assertEquals(1, asked[0]);
        assertEquals(1, archive.versions().size());
        try (var cache = Files.list(temp.resolve("cache"))) {
            assertEquals(0, cache.count());
        }
    }

    @Test
    void recognisesInTheArchiveWhatIsDeliveredAgain() throws IOException {
        MemoryCommitter archive = new MemoryCommitter();
        Spool spool = spool(archive);
        deposit(spool, "fil\na b.txt\nb.txt\nc.txt\n");
        run(spool, archive, new PlainFormats(), 10);

        Receipt again = deposit(spool, "fil\na b.txt\nb.txt\nc.txt\n");
        run(spool, archive, new PlainFormats(), 10);

        assertTrue(again.items().stream().allMatch(line -> line.outcome().equals("known")));
        assertEquals(3, archive.versions().size());
        assertEquals(List.of(), spool.all());
    }

    @Property(tries = 500)
    void givesAnyNameASafeOne(@ForAll String name) {
        assertTrue(SAFE.matcher(SafeName.of(name)).matches(), () -> SafeName.of(name));
    }

    @Test
    void keepsTheExtensionInASafeName() {
        assertEquals("Protokoll_2026-03-14_Arsbokslut.pdf", SafeName.of("Protokoll 2026-03-14 Årsbokslut.PDF"));
        assertEquals("file.txt", SafeName.of("CON.txt"));
        assertEquals("file", SafeName.of("…"));
        assertEquals("file.docx", SafeName.of("\u202E.docx"));
    }

    private TakingIn.Taken run(Spool spool, MemoryCommitter archive, Extractor extractor, int recordsMax) {
        ExtractionCache cache = new ExtractionCache(temp.resolve("cache"), "plain 1");
        Packaging packaging = new Packaging(CLOCK, random, ZoneOffset.UTC, "Kommunarkivet", "0.1.0");
        try (TakingIn taking = new TakingIn(
                spool, new Reading(extractor, cache), packaging, archive, new TakingIn.Limits(recordsMax, 64L << 20))) {
            return taking.runAll().getFirst();
        }
    }

    private Receipt deposit(Spool spool, String table) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("in" + table.hashCode()));
        for (String line : table.lines().skip(1).toList()) {
            String name = line.split(";")[0];
            Files.writeString(folder.resolve(name), name.substring(0, 1));
        }
        Files.write(folder.resolve("leverans.csv"), table.getBytes(StandardCharsets.UTF_8));
        Deposit deposit = spool.deposit(reader().read(folder), "s", Actor.person("anna"));
        assertFalse(deposit instanceof Deposit.Refused, deposit::toString);
        return ((Deposit.Received) deposit).receipt();
    }

    private static DeliveryReader reader() {
        return new DeliveryReader(ZipLimits.ORDINARY, () -> DeliveryWords.ANY, Set.of(), CLOCK);
    }

    private Spool spool(MemoryCommitter archive) {
        return Spool.open(temp.resolve("spool"), new FileSpoolDisk(), settings(archive));
    }

    private SpoolSettings settings(MemoryCommitter archive) {
        return new SpoolSettings(4, 0, archive, () -> new Witness("checkpoint", "ab"), CLOCK, random);
    }

    private static NewVersion version(MemoryCommitter archive, String path) {
        return archive.versions().stream()
                .filter(v -> v.description().source().path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
