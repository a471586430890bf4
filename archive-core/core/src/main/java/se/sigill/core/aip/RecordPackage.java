package se.sigill.core.aip;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.Digests;
import se.sigill.core.store.VersionFile;

/** The metadata files of a version, made from what is known of the record. Pure: the same input, the same bytes. */
public final class RecordPackage {
    public static final String METS = "METS.xml";
    public static final String PREMIS = "metadata/premis.xml";
    public static final String RECORD = "metadata/record.json";
    public static final String TEXT = "metadata/text.txt";

    private RecordPackage() {}

    /** Where a file of this name stands in the version: {@code representations/original/data/NAME}. */
    public static String dataPath(se.sigill.core.record.FileRole role, String safeName) {
        return "representations/" + role.word() + "/data/" + safeName;
    }

    /**
     * Version 1: all four files, METS last.
     *
     * @param text the text file as {@code TextFile} writes it
     * @param created the time of the version
     */
    public static List<VersionFile> first(
            RecordDescription record, String text, Premis premis, String softwareVersion, Instant created) {
        VersionFile textFile = VersionFile.ofBytes(TEXT, text.getBytes(StandardCharsets.UTF_8));
        return build(record, textFile, true, premis, softwareVersion, created);
    }

    /**
     * A later version: METS, PREMIS and {@code record.json} anew; the text stays as it was.
     *
     * @param text the digests of {@code metadata/text.txt} of the version before
     */
    public static List<VersionFile> next(
            RecordDescription record, Digests text, Premis premis, String softwareVersion, Instant created) {
        VersionFile textFile = new VersionFile(TEXT, new VersionFile.Bytes(new byte[0]), text);
        return build(record, textFile, false, premis, softwareVersion, created);
    }

    private static List<VersionFile> build(
            RecordDescription record,
            VersionFile text,
            boolean withText,
            Premis premis,
            String softwareVersion,
            Instant created) {
        VersionFile premisFile = VersionFile.ofBytes(PREMIS, PremisXml.write(premis));
        VersionFile recordFile =
                VersionFile.ofBytes(RECORD, RecordJson.write(record).getBytes(StandardCharsets.UTF_8));
        Mets mets = new Mets(
                record.id().urn(),
                Mets.CSIP,
                softwareVersion,
                record.receivedAt(),
                record.version() == 1 ? Optional.empty() : Optional.of(created),
                List.of(named(recordFile, "application/json", created), named(text, "text/plain", record.receivedAt())),
                List.of(named(premisFile, "application/xml", created)),
                groups(record, created));
        List<VersionFile> files = new ArrayList<>(List.of(premisFile, recordFile));
        if (withText) {
            files.add(text);
        }
        files.add(VersionFile.ofBytes(METS, MetsXml.write(mets)));
        return files;
    }

    private static PackageFile named(VersionFile file, String mime, Instant created) {
        return new PackageFile(file.path(), mime, file.digests(), created);
    }

    private static List<Mets.Group> groups(RecordDescription record, Instant created) {
        Map<String, List<PackageFile>> groups = new LinkedHashMap<>();
        for (FileFact file : record.files()) {
            Instant at = file.of().isEmpty() ? record.receivedAt() : created;
            groups.computeIfAbsent("Representations/" + file.role().word(), use -> new ArrayList<>())
                    .add(dataFile(file, file.path(), at));
        }
        return groups.entrySet().stream()
                .map(e -> new Mets.Group(e.getKey(), false, e.getValue()))
                .toList();
    }

    static PackageFile dataFile(FileFact file, String path, Instant created) {
        Digests digests = new Digests(file.sizeBytes(), file.sha256(), file.sha512());
        return new PackageFile(path, file.format().mime(), digests, created);
    }
}
