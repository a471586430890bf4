package se.sigill.core.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.record.RecordId;
import se.sigill.core.tlog.Checkpoint;
import se.sigill.core.tlog.InclusionProof;
import se.sigill.core.tlog.TlogFormatException;
import se.sigill.core.tlog.TreeHash;

/**
 * The acts about one record, as an exported record carries them (docs/formats/package.md, "An exported record"): the
 * lines as they stand in the log, and for each of them why it is in the log of the checkpoint beside them. That none is
 * left out cannot be proved.
 */
public final class ExportedActs {
    public static final String FOLDER = "metadata/other/acts";
    /** The lines of the log. */
    public static final String ACTS = "acts";
    /** One line of JSON for each act, in the same order: its index and its inclusion proof. */
    public static final String PROOFS = "proofs";
    /** The log's checkpoint that the proofs lead to. */
    public static final String CHECKPOINT = "checkpoint";
    /** The log's verifier key: is there only if the checkpoint is not sealed, and nothing but its signature holds. */
    public static final String KEY = "key";

    private ExportedActs() {}

    /**
     * Writes acts and proofs.
     *
     * @param folder exists and is empty
     * @param acts in the order of the log, all below the size of {@code proved}
     * @param proved whose note becomes the checkpoint: an earlier head, or the one the log has now
     * @param now the head the log has now
     */
    public static void write(Path folder, List<LogEntry> acts, Head proved, Head now, LogReader log)
            throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder proofs = new StringBuilder();
        for (LogEntry act : acts) {
            lines.append(act.line()).append('\n');
            InclusionProof proof = log.inclusion(act.index(), proved.size(), now);
            Json path = Json.texts(proof.path().stream().map(TreeHash::base64).toList());
            proofs.append(proofLine(act.index(), path)).append('\n');
        }
        Files.write(folder.resolve(ACTS), lines.toString().getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve(PROOFS), proofs.toString().getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve(CHECKPOINT), proved.note().bytes());
    }

    private static String proofLine(long index, Json path) {
        return JsonWriter.compact(Json.object().with("index", index).with("path", path));
    }

    /**
     * What is wrong with the acts and proofs of a record, one sentence each; nothing if each act is in the log of the
     * checkpoint. Hostile bytes are a sentence, no exception.
     */
    public static List<String> faults(RecordId record, byte[] acts, byte[] proofs, Checkpoint checkpoint) {
        String[] lines = new String(acts, StandardCharsets.UTF_8).split("\n", -1);
        String[] reasons = new String(proofs, StandardCharsets.UTF_8).split("\n", -1);
        List<String> faults = new ArrayList<>();
        if (lines.length != reasons.length || !lines[lines.length - 1].isEmpty()) {
            return List.of("there is not one proof for each act");
        }
        long last = -1;
        for (int i = 0; i < lines.length - 1; i++) {
            Optional<LogEntry> entry = LogEntry.parse(lines[i]);
            if (entry.isEmpty() || entry.get().index() <= last || !isAbout(entry.get(), record)) {
                faults.add("line " + (i + 1) + " is no act about this record, or not in its order");
            } else if (!isProved(entry.get(), reasons[i], checkpoint)) {
                faults.add("act " + entry.get().index() + " is not proved to be in the log of the checkpoint");
            }
            last = entry.map(LogEntry::index).orElse(last);
        }
        return faults;
    }

    private static boolean isAbout(LogEntry entry, RecordId record) {
        try {
            return entry instanceof LogEntry.Kept kept
                    && kept.act() instanceof Act.OfRecord act
                    && act.record().equals(record);
        } catch (JsonException e) {
            return false;
        }
    }

    private static boolean isProved(LogEntry entry, String line, Checkpoint checkpoint) {
        try {
            List<TreeHash> path = JsonReader.parse(line).asObject().array("path").stream()
                    .map(hash -> TreeHash.ofBase64(hash.asText()))
                    .toList();
            String exact = proofLine(
                    entry.index(),
                    Json.texts(path.stream().map(TreeHash::base64).toList()));
            return line.equals(exact)
                    && new InclusionProof(entry.index(), checkpoint.size(), path)
                            .verifies(entry.leaf(), checkpoint.root());
        } catch (JsonException | TlogFormatException e) {
            return false;
        }
    }
}
