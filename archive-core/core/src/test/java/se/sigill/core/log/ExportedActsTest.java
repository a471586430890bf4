package se.sigill.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.Checkpoint;

/** The acts about a record leave the log with the reason why they are in it. */
final class ExportedActsTest {
    private static final RecordId RECORD = new RecordId("0123456789abcdefghjkmnpqrs");
    private static final RecordId OTHER = new RecordId("1123456789abcdefghjkmnpqrs");
    private static final String NO_PROOF = "act 1 is not proved to be in the log of the checkpoint";

    @TempDir
    Path dir;

    private Checkpoint checkpoint = new Checkpoint("o", 0, se.sigill.core.tlog.TreeHash.ofEmptyTree());
    private String acts = "";
    private String proofs = "";
    private String strange = "";
    private String about = "";

    @BeforeEach
    void export() throws IOException {
        try (ArchiveLog log = LogBed.log(dir.resolve("log"), LogBed.signer(), 1)) {
            Head early = log.append(List.of(hold(RECORD), hold(OTHER), hold(RECORD), hold(RECORD)))
                    .head();
            Head now = log.append(Stream.generate(() -> hold(OTHER)).limit(300).toList())
                    .head();
            List<LogEntry> entries;
            try (Stream<LogEntry> all = log.reader().entries(0, early.size())) {
                entries = all.toList();
            }
            Path folder = Files.createDirectory(dir.resolve("acts"));
            List<LogEntry> own = List.of(entries.get(1), entries.get(3), entries.get(4));
            ExportedActs.write(folder, own, early, now, log.reader());
            checkpoint = early.checkpoint();
            acts = Files.readString(folder.resolve(ExportedActs.ACTS));
            proofs = Files.readString(folder.resolve(ExportedActs.PROOFS));
            about = entries.get(0).line() + "\n";
            strange = entries.get(2).line() + "\n";
        }
    }

    private static Act hold(RecordId record) {
        return new Act.HoldPlaced(LogBed.AT, LogBed.ANNA, record, "begäran");
    }

    private List<String> faults(String acts, String proofs) {
        return ExportedActs.faults(RECORD, acts.getBytes(UTF_8), proofs.getBytes(UTF_8), checkpoint);
    }

    @Test
    void areProvedByACheckpointThatTheLogHasOutgrown() {
        assertEquals(3, acts.lines().count());
        assertEquals(List.of(), faults(acts, proofs));
    }

    @Test
    void areNotProvedWhenAnythingIsAnother() {
        String first = acts.lines().findFirst().orElseThrow() + "\n";
        String proof = proofs.lines().findFirst().orElseThrow() + "\n";

        assertEquals(List.of(NO_PROOF), faults(first.replace("beg", "bef"), proof));
        assertEquals(List.of(NO_PROOF), faults(first, "{\"index\":1,\"path\":[]}\n"));
        assertEquals(List.of(NO_PROOF), faults(first, "{\"index\":1,\"path\":[\"?\"]}\n"));
        assertEquals(List.of(NO_PROOF), faults(first, "?\n"));
        assertEquals(List.of(NO_PROOF), faults(first, proof.replace("\"path\"", " \"path\"")));
        assertEquals(
                List.of(NO_PROOF),
                ExportedActs.faults(
                        RECORD,
                        first.getBytes(UTF_8),
                        proof.getBytes(UTF_8),
                        new Checkpoint("o", 1, checkpoint.root())));
    }

    @Test
    void areNotThoseOfAnotherRecordOrOfNone() {
        String proof = proofs.lines().findFirst().orElseThrow() + "\n";
        List<String> none = List.of("line 1 is no act about this record, or not in its order");

        for (String line :
                List.of(strange, about, "?\n", "{\"index\":1,\"entry\":\"" + "A".repeat(43) + "=\",\"erased\":9}\n")) {
            assertEquals(none, faults(line, proof), line);
        }
        String unknown = acts.lines().findFirst().orElseThrow().replace("HoldPlaced", "HoldPlaces") + "\n";
        assertEquals(none, faults(unknown, proof));
    }

    @Test
    void standInTheirOrderWithAProofEach() {
        String first = acts.lines().findFirst().orElseThrow() + "\n";
        String proof = proofs.lines().findFirst().orElseThrow() + "\n";

        assertEquals(
                List.of("line 2 is no act about this record, or not in its order"),
                faults(first + first, proof + proof));
        assertEquals(List.of("there is not one proof for each act"), faults(acts, proof));
        assertEquals(List.of("there is not one proof for each act"), faults("x", "x"));
    }
}
