package se.sigill.core.aip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Inventory;

/**
 * Writes a record as an E-ARK AIP of its own: one folder, a METS of its own per representation.
 *
 * <p>All files but the METS made for the export are byte for byte those of the sealed version. The METS that was sealed
 * lies beside them in {@code metadata/other/sealed/}; {@link ExportMets} makes the others, which say nothing more.
 */
public final class AipExport {
    /** The METS that was sealed, in an exported package. */
    public static final String SEALED_METS = "metadata/other/sealed/" + RecordPackage.METS;

    private final ContentStore store;
    private final String softwareVersion;

    public AipExport(ContentStore store, String softwareVersion) {
        this.store = store;
        this.softwareVersion = softwareVersion;
    }

    /** Adds more files below {@code metadata/} of the folder, before its METS names everything: evidence, acts. */
    @FunctionalInterface
    public interface Enclosing {
        void into(Path folder) throws IOException;
    }

    /** The name of the folder and the package: the record's id with a prefix that lets it be an XML name. */
    public static String folderName(RecordId id) {
        return "sigill-" + id;
    }

    /**
     * Writes the package below a directory. It appears there whole; if writing fails,
     * {@code .NAME.unfinished} stays.
     *
     * @param target an existing directory
     * @param at the time of the export, stands in every METS made for it
     * @return the folder
     * @throws ArchiveException.Refused if there is a folder of this name
     * @throws ArchiveException.Damaged if the version is not in the store or a file is not what its inventory says
     */
    public Path export(RecordId id, int version, Path target, Enclosing more, Instant at) {
        Inventory inventory = store.inventory(id, version)
                .orElseThrow(() -> new ArchiveException.Damaged(
                        "version " + version + " of " + id + " is not in the store; run check"));
        Path folder = target.resolve(folderName(id));
        Path unfinished = target.resolve("." + folderName(id) + ".unfinished");
        for (Path taken : List.of(folder, unfinished)) {
            if (Files.exists(taken)) {
                throw new ArchiveException.Refused(
                        "there is a folder " + taken + " already; move it away, or export to another place");
            }
        }
        try {
            Files.createDirectory(unfinished);
            for (String path : inventory.files().keySet()) {
                Digests digests = copy(id, version, path, unfinished.resolve(placeOf(path)));
                if (!digests.sha512().equals(inventory.files().get(path))) {
                    throw new ArchiveException.Damaged(
                            "a file of " + id + " is not what its inventory says; run check, restore it from a backup");
                }
            }
            more.into(unfinished);
            RecordDescription record = RecordJson.read(
                    Files.readString(unfinished.resolve(placeOf(RecordPackage.RECORD)), StandardCharsets.UTF_8));
            writeMets(unfinished, record, new ExportMets.Header(softwareVersion, at.truncatedTo(ChronoUnit.SECONDS)));
            return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("exporting " + id + " failed; nothing whole was written", e);
        }
    }

    /** Where a file of the version stands in the exported package: CSIP sorts metadata by kind. */
    public static String placeOf(String path) {
        return switch (path) {
            case RecordPackage.METS -> SEALED_METS;
            case RecordPackage.PREMIS -> "metadata/preservation/premis.xml";
            case RecordPackage.RECORD -> "metadata/descriptive/record.json";
            case RecordPackage.TEXT -> "metadata/other/text.txt";
            default -> path;
        };
    }

    private Digests copy(RecordId id, int version, String path, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = store.open(id, version, path)
                .orElseThrow(() -> new ArchiveException.Damaged("a file of " + id + " is missing; run check"))) {
            Files.copy(in, target);
        }
        return Digests.of(target);
    }

    private static void writeMets(Path folder, RecordDescription record, ExportMets.Header header) throws IOException {
        Map<String, Digests> representations = new HashMap<>();
        for (String role : ExportMets.roles(record)) {
            byte[] bytes = ExportMets.representation(record, role, header);
            Files.write(folder.resolve(ExportMets.place(role)), bytes);
            representations.put(role, Digests.of(bytes));
        }
        SortedMap<String, Digests> metadata = new TreeMap<>();
        for (String path : metadata(folder)) {
            metadata.put(path, Digests.of(folder.resolve(path)));
        }
        Files.write(folder.resolve(RecordPackage.METS), ExportMets.root(record, metadata, representations, header));
    }

    /** The paths of all files below {@code metadata/} of an exported package, with {@code /}. */
    private static List<String> metadata(Path folder) throws IOException {
        try (var paths = Files.walk(folder.resolve("metadata"))) {
            return paths.filter(Files::isRegularFile)
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
