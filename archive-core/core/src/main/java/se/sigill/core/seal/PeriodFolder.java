package se.sigill.core.seal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.sigill.core.proof.Sha;

/** The files of a period's folder: their names, and reading them. Stateless; nothing is written here. */
public final class PeriodFolder {
    public static final String PERIOD = "period.json";
    public static final String LEAVES = "leaves";
    public static final String CHECKPOINT = "checkpoint";
    public static final String ROOT = "root";
    public static final String SIGNATURE = "root.p7s";
    public static final String SEAL_CHAIN = "seal.pem";
    public static final String SUMS = "SHA256SUMS";
    public static final String STAMP_FOLDER = "timestamp-1";
    public static final String STAMP = "timestamp.tst";
    public static final String STAMP_CHAIN = "tsa.pem";

    /** Files of a period other than {@code leaves} are small; what is larger is not ours. */
    public static final int SMALL_BYTES_MAX = 1 << 20;

    private static final Pattern NAME = Pattern.compile("[0-9]{8}T[0-9]{6}Z-[0-9a-z]{4}");

    private PeriodFolder() {}

    /** The folders of all periods below {@code evidence/}, in the order of {@link Periods#all}. */
    public static List<Path> all(Path evidence) throws IOException {
        return new Periods(evidence).all().stream().map(Periods.Known::folder).toList();
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The bytes of a small file; empty if it is not there or larger than {@link #SMALL_BYTES_MAX}. */
    public static Optional<byte[]> small(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > SMALL_BYTES_MAX) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllBytes(file));
    }

    /** The period of a folder; empty if {@code period.json} is missing or not exact. */
    public static Optional<Period> period(Path folder) throws IOException {
        return small(folder.resolve(PERIOD)).flatMap(Period::parse);
    }

    /** Whether the folder has its time-stamp. */
    public static boolean isStamped(Path folder) {
        return Files.isRegularFile(folder.resolve(STAMP_FOLDER).resolve(STAMP));
    }

    /** Takes the leaves of a period one after another. */
    @FunctionalInterface
    interface LeafReader {
        /** @param offset in bytes, of its line in the file */
        void take(Leaf leaf, long offset);
    }

    /**
     * The leaves in the order of the file; empty if a line is not exact, the places do not ascend or there are more
     * than a period takes.
     */
    public static Optional<List<Leaf>> leaves(Path folder) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        return eachLeaf(folder, (leaf, _) -> leaves.add(leaf)) ? Optional.of(leaves) : Optional.empty();
    }

    /**
     * Reads the leaves without keeping them: a full period has 500,000.
     *
     * @return false where {@link #leaves} is empty; some may have been taken by then
     */
    static boolean eachLeaf(Path folder, LeafReader reader) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(LEAVES), StandardCharsets.UTF_8)) {
            int last = -1;
            int count = 0;
            long bytes = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Optional<Leaf> leaf = Leaf.parse(line);
                if (leaf.isEmpty() || leaf.get().place() <= last || count > SealOrder.ITEMS_MAX) {
                    return false;
                }
                last = leaf.get().place();
                reader.take(leaf.get(), bytes);
                bytes += line.getBytes(StandardCharsets.UTF_8).length + 1L;
                count++;
            }
            // If not: a last line without its end, or ends of another kind.
            return count > 0 && bytes == Files.size(folder.resolve(LEAVES));
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The bytes of a {@code SHA256SUMS} over these files, in the order of their names. */
    static byte[] sums(Map<String, byte[]> files) {
        StringBuilder out = new StringBuilder();
        new TreeMap<>(files).forEach((name, bytes) -> out.append(HexFormat.of().formatHex(Sha.sha256(bytes)))
                .append("  ")
                .append(name)
                .append('\n'));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
