package se.sigill.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.sigill.core.log.LogBed.ANNA;
import static se.sigill.core.log.LogBed.AT;
import static se.sigill.core.log.LogBed.SETTINGS;
import static se.sigill.core.log.LogBed.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.finding.Finding;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.NoteSigner;
import se.sigill.core.tlog.SignedNote;
import se.sigill.core.tlog.TreeHash;

/** A log of 21 acts in its first epoch, the last of them a change of key, and 20 in its second. */
class LogHistoryTest {
    private static final NoteSigner FIRST = LogBed.signer();
    private static final NoteSigner SECOND = LogBed.signer();
    private static final String EPOCH_1 = "kommunarkivet/sigill/epoch-1";
    private static final TreeHash WRONG = TreeHash.ofLeaf(new byte[1]);

    /** What the restore says is lost begins at act 21 and ends before this one. */
    private static final int LOST_TO = 25;

    @TempDir
    Path log;

    private Path kept;
    private TreeHash root;

    @BeforeEach
    void makeALogWithAHistory() throws IOException {
        try (ArchiveLog open = LogBed.log(log, FIRST, 20)) {
            open.rotate(rotated("log", FIRST, SECOND), SECOND);
        }
        String from = Files.readString(log.resolve("checkpoint"));
        Act.Restored restored = new Act.Restored(AT, ANNA, from, 21, LOST_TO, "disken gick sönder");
        try (ArchiveLog open = ArchiveLog.beginEpoch(log, restored, List.of(), SECOND, SETTINGS)) {
            open.append(holds(50, 69));
        }
        kept = log.resolve("kept/21");
        root = Checkpoint.of(SignedNote.parse(Files.readAllBytes(kept))).root();
    }

    private static Act.KeyRotated rotated(String key, NoteSigner from, NoteSigner to) {
        return new Act.KeyRotated(AT, ANNA, key, from.key().toString(), to.key().toString(), "byte", "");
    }

    private static SignedNote checkpoint(String origin, long size, TreeHash root, NoteSigner signer) {
        return new Checkpoint(origin, size, root).sign(List.of(signer));
    }

    private List<String> codes(SignedNote... anchors) {
        List<Anchor> all =
                Stream.of(anchors).map(note -> new Anchor("receipt", note)).toList();
        return new LogVerifier(log, List.of(), all)
                .verify().findings().stream().map(f -> f.code().id()).toList();
    }

    @Test
    void takesTheCheckpointThatEndedAnEpoch() throws IOException {
        assertEquals(List.of(), codes());

        Files.write(kept, checkpoint(EPOCH_1, 21, root, SECOND).bytes());

        assertEquals(List.of(), codes());
    }

    @Test
    void refusesInItsPlaceWhatTheLogDidNotSign() throws IOException {
        List<SignedNote> others = List.of(
                checkpoint(EPOCH_1, 20, root, SECOND),
                checkpoint(EPOCH_1, 21, WRONG, SECOND),
                checkpoint(EPOCH_1, 21, root, LogBed.signer()),
                checkpoint("kommunarkivet/sigill/epoch-2", 21, root, SECOND),
                checkpoint("annat/sigill/epoch-1", 21, root, SECOND),
                SignedNote.sign("no checkpoint\n", List.of(SECOND)));
        for (SignedNote other : others) {
            Files.write(kept, other.bytes());

            assertEquals(List.of("LOG-KEPT-CHANGED"), codes(), other.text());
        }
    }

    @Test
    void knowsAnAnchorOfAnotherLog() {
        assertEquals(List.of("LOG-ANCHOR-STRANGER"), codes(SignedNote.sign("no checkpoint\n", List.of(SECOND))));
        assertEquals(List.of("LOG-ANCHOR-STRANGER"), codes(checkpoint("annat/sigill/epoch-1", 21, root, SECOND)));
        assertEquals(List.of("LOG-ANCHOR-STRANGER"), codes(checkpoint(EPOCH_1, 21, root, LogBed.signer())));
    }

    @Test
    void comparesAnAnchorOfAnEarlierEpoch() {
        assertEquals(List.of(), codes(checkpoint(EPOCH_1, 21, root, FIRST)));
        assertEquals(List.of("LOG-FORKED"), codes(checkpoint(EPOCH_1, 10, WRONG, FIRST)));
    }

    @Test
    void tellsWhatTheRestoreDeclaredLostFromWhatItDidNot() {
        assertEquals(List.of("LOG-ANCHOR-LOST"), codes(checkpoint(EPOCH_1, LOST_TO, WRONG, SECOND)));
        assertEquals(List.of("LOG-SHORTENED"), codes(checkpoint(EPOCH_1, LOST_TO + 1, WRONG, SECOND)));
    }

    @Test
    void knowsThatAnEpochIsMissing() {
        assertEquals(List.of("LOG-SHORTENED"), codes(checkpoint("kommunarkivet/sigill/epoch-3", 10, root, SECOND)));
        assertEquals(List.of("LOG-SHORTENED"), codes(checkpoint("kommunarkivet/sigill/epoch-2", 42, root, SECOND)));
    }

    @Test
    void listsAHundredOfAKindAndCountsTheRest(@TempDir Path folder) throws IOException {
        LogBed.log(folder, FIRST, 256).close();
        Path acts = folder.resolve("acts/000");
        Files.writeString(acts, Files.readString(acts).replace("begäran 1", "begaran 1"));
        long changed = Files.readString(acts)
                .lines()
                .filter(l -> l.contains("begaran"))
                .count();
        assertTrue(changed > 100);

        List<Finding> findings =
                new LogVerifier(folder, List.of(), List.of()).verify().findings();

        assertEquals(101, findings.size());
        assertEquals(
                (changed - 100) + " more of this kind are not listed.",
                findings.getLast().message());
    }
}
