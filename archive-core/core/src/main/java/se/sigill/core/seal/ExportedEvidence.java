package se.sigill.core.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.sigill.core.json.Json;
import se.sigill.core.json.JsonException;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.core.proof.FileProof;
import se.sigill.core.proof.LeafText;

/**
 * Writes the folder {@code metadata/other/evidence/} of an exported record (docs/formats/proof-bundle.md, "Evidence of
 * an exported record"). Not safe for threads; a copy that can be made again, so it is not forced to the disk.
 */
public final class ExportedEvidence {
    public static final String FOLDER = "metadata/other/evidence";
    public static final String FILES = "files";

    private final Path folder;
    private final StringBuilder lines = new StringBuilder();
    private int count;

    /** @param export the exported record's folder; {@link #FOLDER} in it is made */
    public ExportedEvidence(Path export) throws IOException {
        this.folder = Files.createDirectories(export.resolve(FOLDER));
    }

    /**
     * A line of {@code files}.
     *
     * @param path of the file in the exported folder
     * @param record name of its evidence record beside {@code files}
     */
    public record Line(String path, String period, LeafText leaf, String record) {
        String text() {
            return JsonWriter.compact(Json.object()
                            .with("path", path)
                            .with("period", period)
                            .with("salt", leaf.salt())
                            .with("sha256", leaf.sha256())
                            .with("sha512", leaf.sha512())
                            .with("record", record))
                    + "\n";
        }

        /** Empty if the line (without its LF) is not exactly the form of one. */
        public static Optional<Line> parse(String text) {
            try {
                Json.Obj json = JsonReader.parse(text).asObject();
                Line line = new Line(
                        json.text("path"),
                        json.text("period"),
                        new LeafText(json.text("salt"), json.text("sha256"), json.text("sha512")),
                        json.text("record"));
                return line.text().equals(text + "\n") ? Optional.of(line) : Optional.empty();
            } catch (JsonException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** @param path of the file in the exported folder, with {@code /} */
    public void add(String path, FileProof proof) throws IOException {
        String name = ++count + ".ers";
        Files.write(folder.resolve(name), proof.evidenceRecord());
        Path period = folder.resolve(proof.statement().period());
        if (!Files.exists(period)) {
            Files.createDirectory(period);
            Files.write(period.resolve(PeriodFolder.ROOT), proof.statement().bytes());
            Files.write(period.resolve(PeriodFolder.SIGNATURE), proof.signature());
            Files.write(period.resolve(PeriodFolder.SEAL_CHAIN), proof.sealChain());
            Files.write(period.resolve(PeriodFolder.STAMP), proof.timeStamp());
            Files.write(period.resolve(PeriodFolder.STAMP_CHAIN), proof.stampChain());
        }
        lines.append(new Line(path, proof.statement().period(), proof.leaf(), name).text());
    }

    /** Writes {@code files}. */
    public void finish() throws IOException {
        Files.write(folder.resolve(FILES), lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
