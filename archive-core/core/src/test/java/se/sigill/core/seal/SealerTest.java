package se.sigill.core.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.proof.FileProof;
import se.sigill.core.record.RecordId;
import se.sigill.core.seal.bouncy.BouncySeal;

final class SealerTest {
    private static final String ORIGIN = "ekbacka.example/log";
    private static final byte[] CHECKPOINT = (ORIGIN + "\n2\nAAAA\n\n").getBytes(StandardCharsets.UTF_8);
    private static final TimeStampSource SILENT = new TimeStampSource() {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Answer stamp(byte[] hash) {
            return new Unanswered("nobody is there");
        }
    };

    @TempDir
    Path folder;

    private Evidence evidence;

    @BeforeEach
    void open() {
        evidence = new Evidence(folder, BouncySeal.formats());
    }

    @Test
    void provesWhatItSealed() {
        SealItem item = item();

        Period period = seal(TestIdentities.internalAuthority(), List.of(item));

        FileProof proof = evidence.open(period).prove(item.reference()).orElseThrow();
        assertEquals(item.sha256(), proof.leaf().sha256());
        assertArrayEquals(period.rootHash(), proof.path().rootOf(proof.leaf().hash()));
        assertEquals(period, evidence.periodOf(1).orElseThrow());
        assertEquals(2, evidence.reach().end());
        assertTrue(evidence.periodOf(2).isEmpty());
    }

    @Test
    void sealsWithoutATimeStampAndAddsItLater() {
        SealItem item = item();
        Sealer silent = TestIdentities.sealer(folder, SILENT);
        var outcome = silent.seal(new SealOrder(ORIGIN, Coverage.whole(0, 2), CHECKPOINT, List.of(item)));

        assertEquals(
                List.of(SealFinding.UNSTAMPED),
                outcome.findings().stream().map(f -> f.code()).toList());
        assertFalse(evidence.isStamped(outcome.period()));
        assertTrue(evidence.open(outcome.period()).prove(item.reference()).isEmpty());

        var later = TestIdentities.sealer(folder, TestIdentities.internalAuthority())
                .closeGaps();

        assertEquals(List.of(), later);
        assertTrue(evidence.open(outcome.period()).prove(item.reference()).isPresent());
    }

    @Test
    void clearsWhatAStoppedSealingLeft() throws IOException {
        Path leftover = Files.createDirectory(folder.resolve(".20261123T110000Z-aaaa"));
        Files.writeString(leftover.resolve("root"), "half");

        seal(TestIdentities.internalAuthority(), List.of());

        assertFalse(Files.exists(leftover));
    }

    @Test
    void erasesALeafAndStillProvesItsNeighbours() {
        SealItem gone = item();
        SealItem stays = item();
        Period period = seal(TestIdentities.internalAuthority(), List.of(gone, stays));

        evidence.erase(gone.record(), List.of(0L), 17);
        evidence.erase(gone.record(), List.of(0L), 17);

        assertTrue(evidence.open(period).prove(gone.reference()).isEmpty());
        FileProof proof = evidence.open(period).prove(stays.reference()).orElseThrow();
        assertArrayEquals(period.rootHash(), proof.path().rootOf(proof.leaf().hash()));
    }

    @Test
    void hashesTenThousandFilesASecondIntoTheTree() {
        List<SealItem> items = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            items.add(item());
        }
        seal(TestIdentities.internalAuthority(), items);
        // Processor time, not wall time: what else the machine does must not decide.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();

        seal(TestIdentities.internalAuthority(), items);

        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        System.getLogger("test").log(System.Logger.Level.INFO, "20,000 files: {0} ms", taken.toMillis());
        assertTrue(taken.toMillis() < 2_000, "20,000 files took " + taken.toMillis() + " ms");
    }

    private Period seal(TimeStampSource source, List<SealItem> items) {
        return TestIdentities.sealer(folder, source)
                .seal(new SealOrder(ORIGIN, Coverage.whole(0, 2), CHECKPOINT, items))
                .period();
    }

    private static SealItem item() {
        RecordId id = RecordId.random(TestIdentities.RANDOM);
        return new SealItem(id, 1, "METS.xml", 3, "11".repeat(32), "22".repeat(64));
    }
}
