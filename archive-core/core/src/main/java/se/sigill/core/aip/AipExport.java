package se.sigill.core.aip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.Inventory;
import se.sigill.core.store.VersionFile;

/**
 * Writes a record as an E-ARK AIP of its own: one folder, a METS of its own per representation.
 *
 * <p>All files but the root METS are byte for byte those of the sealed version. The METS that was sealed lies beside
 * them in {@code metadata/other/sealed/}, so that evidence and act can be checked on the exported folder.
 */
public final class AipExport {
    private static final String SEALED = "metadata/other/sealed/";

    private final ContentStore store;
    private final String softwareVersion;

    public AipExport(ContentStore store, String softwareVersion) {
        this.store = store;
        this.softwareVersion = softwareVersion;
    }

    /** The name of the folder and the package: the record's id with a prefix that lets it be an XML name. */
    public static String folderName(RecordId id) {
        return "sigill-" + id;
    }

    /**
     * Writes the package below a directory.
     *
     * @param target an existing directory that has no folder of this name
     * @param extra more files, by path below {@code metadata/other/}: evidence, acts
     * @param at the time of the export, stands in the root METS
     * @return the folder
     * @throws ArchiveException.Damaged if the version is not in the store or a file is not what its inventory says
     */
    public Path export(RecordId id, int version, Path target, List<VersionFile> extra, Instant at) {
        Inventory inventory = store.inventory(id, version)
                .orElseThrow(() -> new ArchiveException.Damaged(
                        "version " + version + " of " + id + " is not in the store; run check"));
        Path folder = target.resolve(folderName(id));
        try {
            Files.createDirectory(folder);
            TreeMap<String, Digests> written = new TreeMap<>();
            for (String path : inventory.files().keySet()) {
                String place = placeOf(path);
                Digests digests = copy(id, version, path, folder.resolve(place));
                if (!digests.sha512().equals(inventory.files().get(path))) {
                    throw new ArchiveException.Damaged(
                            "a file of " + id + " is not what its inventory says; run check, restore it from a backup");
                }
                written.put(place, digests);
            }
            for (VersionFile file : extra) {
                if (file.content() instanceof VersionFile.Bytes(byte[] bytes)) {
                    write(folder.resolve(file.path()), bytes);
                    written.put(file.path(), file.digests());
                }
            }
            RecordDescription record = RecordJson.read(
                    Files.readString(folder.resolve(placeOf(RecordPackage.RECORD)), StandardCharsets.UTF_8));
            writeMets(folder, record, written, at);
            return folder;
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed("exporting " + id + " failed; the folder is incomplete", e);
        }
    }

    /** Where a file of the version stands in the exported package: CSIP sorts metadata by kind. */
    static String placeOf(String path) {
        return switch (path) {
            case RecordPackage.METS -> SEALED + path;
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

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void writeMets(Path folder, RecordDescription record, Map<String, Digests> written, Instant at)
            throws IOException {
        List<Mets.Group> groups = new ArrayList<>();
        for (String role :
                record.files().stream().map(f -> f.role().word()).distinct().toList()) {
            groups.add(writeRepresentation(folder, record, role, at));
        }
        List<PackageFile> descriptive = new ArrayList<>();
        List<PackageFile> preservation = new ArrayList<>();
        written.forEach((path, digests) -> {
            if (path.equals(placeOf(RecordPackage.PREMIS))) {
                preservation.add(new PackageFile(path, "application/xml", digests, at));
            } else if (path.startsWith("metadata/")) {
                descriptive.add(new PackageFile(path, mime(path), digests, at));
            }
        });
        Mets mets = new Mets(
                folderName(record.id()),
                Mets.AIP,
                softwareVersion,
                record.receivedAt(),
                Optional.of(at),
                descriptive,
                preservation,
                groups);
        write(folder.resolve(RecordPackage.METS), MetsXml.write(mets));
    }

    private Mets.Group writeRepresentation(Path folder, RecordDescription record, String role, Instant at)
            throws IOException {
        String base = "representations/" + role + "/";
        List<PackageFile> files = record.files().stream()
                .filter(f -> f.role().word().equals(role))
                .map(f -> RecordPackage.dataFile(f, relative(f, base), record.receivedAt()))
                .toList();
        Mets mets = new Mets(
                role,
                Mets.CSIP,
                softwareVersion,
                record.receivedAt(),
                Optional.of(at),
                List.of(),
                List.of(),
                List.of(new Mets.Group("Data", false, files)));
        byte[] bytes = MetsXml.write(mets);
        write(folder.resolve(base + RecordPackage.METS), bytes);
        PackageFile own = new PackageFile(base + RecordPackage.METS, "application/xml", Digests.of(bytes), at);
        return new Mets.Group("Representations/" + role, true, List.of(own));
    }

    private static String relative(FileFact file, String base) {
        if (!file.path().startsWith(base)
                || Arrays.asList(file.path().split("/")).contains("..")) {
            throw new ArchiveException.Damaged("record.json names a file at another place than its role");
        }
        return file.path().substring(base.length());
    }

    private static String mime(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "txt" -> "text/plain";
            default -> "application/octet-stream";
        };
    }
}
