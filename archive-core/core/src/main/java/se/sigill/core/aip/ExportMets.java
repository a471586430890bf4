package se.sigill.core.aip;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.sigill.core.ArchiveException;
import se.sigill.core.record.FileFact;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.store.Digests;

/**
 * The METS files of an exported package. Pure: they say nothing but what {@code record.json}, the digests of the files
 * below {@code metadata/} and the header say, so that a verifier makes them again and compares byte for byte.
 */
public final class ExportMets {
    private static final Pattern MODIFIED = Pattern.compile(" LASTMODDATE=\"([0-9T:Z-]{20})\"");
    private static final Pattern VERSION =
            Pattern.compile("<note csip:NOTETYPE=\"SOFTWARE VERSION\">([0-9A-Za-z.+-]{1,64})</note>");

    private ExportMets() {}

    /**
     * What an export says of itself, in every METS it makes; proved by nothing.
     *
     * @param at of the export, whole seconds
     */
    public record Header(String softwareVersion, Instant at) {}

    /** What the header of a METS says; empty if it is none that {@link #root} or {@link #representation} made. */
    public static Optional<Header> headerOf(byte[] mets) {
        String text = new String(mets, StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(text);
        Matcher modified = MODIFIED.matcher(text);
        if (!version.find() || !modified.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Header(version.group(1), Instant.parse(modified.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The names of the representations of a record, in the order of its files. */
    public static List<String> roles(RecordDescription record) {
        return record.files().stream().map(f -> f.role().word()).distinct().toList();
    }

    /** Where the METS of a representation stands. */
    public static String place(String role) {
        return base(role) + RecordPackage.METS;
    }

    private static String base(String role) {
        return "representations/" + role + "/";
    }

    /** The METS of one representation: it names the data files as {@code record.json} describes them. */
    public static byte[] representation(RecordDescription record, String role, Header header) {
        List<PackageFile> files = record.files().stream()
                .filter(f -> f.role().word().equals(role))
                .map(f -> RecordPackage.dataFile(f, relative(f, base(role)), record.receivedAt()))
                .toList();
        return MetsXml.write(new Mets(
                role,
                Mets.CSIP,
                header.softwareVersion(),
                record.receivedAt(),
                Optional.of(header.at()),
                List.of(),
                List.of(),
                List.of(new Mets.Group("Data", false, files))));
    }

    /**
     * The METS of the package.
     *
     * @param metadata every file below {@code metadata/}, by its path in the package
     * @param representations the METS of every representation, by its role
     */
    public static byte[] root(
            RecordDescription record,
            SortedMap<String, Digests> metadata,
            Map<String, Digests> representations,
            Header header) {
        List<PackageFile> descriptive = new ArrayList<>();
        List<PackageFile> preservation = new ArrayList<>();
        new TreeMap<>(metadata).forEach((path, digests) -> {
            PackageFile file = new PackageFile(path, mime(path), digests, header.at());
            (path.equals(AipExport.placeOf(RecordPackage.PREMIS)) ? preservation : descriptive).add(file);
        });
        List<Mets.Group> groups = new ArrayList<>();
        for (String role : roles(record)) {
            Digests digests = Optional.ofNullable(representations.get(role))
                    .orElseThrow(() -> new IllegalArgumentException("a representation without its METS"));
            PackageFile own = new PackageFile(place(role), "application/xml", digests, header.at());
            groups.add(new Mets.Group("Representations/" + role, true, List.of(own)));
        }
        return MetsXml.write(new Mets(
                AipExport.folderName(record.id()),
                Mets.AIP,
                header.softwareVersion(),
                record.receivedAt(),
                Optional.of(header.at()),
                descriptive,
                preservation,
                groups));
    }

    private static String relative(FileFact file, String base) {
        if (!file.path().startsWith(base)
                || Arrays.asList(file.path().split("/")).contains("..")) {
            throw new ArchiveException.Damaged("record.json names a file at another place than its role");
        }
        return file.path().substring(base.length());
    }

    private static String mime(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "txt", "pem", "files", "root", "acts", "checkpoint", "proofs", "key" -> "text/plain";
            case "p7s" -> "application/pkcs7-signature";
            default -> "application/octet-stream";
        };
    }
}
