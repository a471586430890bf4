package se.sigill.core.aip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** METS 1.12 as E-ARK CSIP 2.2.0 shapes it. The numbers in comments are requirements of CSIP. */
public final class MetsXml {
    private static final String[] CHECKSUM = {"CHECKSUM", "CHECKSUMTYPE"};

    /** A file that a METS names, as read. @param path decoded, from the place of the METS file */
    public record NamedFile(String path, long sizeBytes, String checksumType, String checksum) {}

    /** What we read of a METS. @param files of all sections, in the order of the document */
    public record Read(String objectId, String profile, List<NamedFile> files) {
        public Read {
            files = List.copyOf(files);
        }
    }

    private MetsXml() {}

    public static byte[] write(Mets mets) {
        XmlOut out = new XmlOut();
        out.start(
                "mets",
                "xmlns",
                "http://www.loc.gov/METS/",
                "xmlns:csip",
                "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "OBJID",
                mets.objectId(),
                "TYPE",
                "Mixed",
                "csip:CONTENTINFORMATIONTYPE",
                "MIXED",
                "PROFILE",
                mets.profile());
        header(out, mets);
        for (int i = 0; i < mets.descriptive().size(); i++) {
            metadata(out, "dmdSec", "dmd-" + (i + 1), mets.descriptive().get(i), mdType(mets.descriptive(), i));
        }
        if (!mets.preservation().isEmpty()) {
            out.start("amdSec", "ID", "amd-1");
            for (int i = 0; i < mets.preservation().size(); i++) {
                metadata(
                        out,
                        "digiprovMD",
                        "digiprov-" + (i + 1),
                        mets.preservation().get(i),
                        new String[] {"MDTYPE", "PREMIS", "MDTYPEVERSION", "3.0"});
            }
            out.end();
        }
        fileSection(out, mets);
        structure(out, mets);
        return out.end().bytes();
    }

    private static void header(XmlOut out, Mets mets) {
        List<String> attributes = new ArrayList<>(List.of("CREATEDATE", time(mets.created())));
        mets.modified().ifPresent(at -> attributes.addAll(List.of("LASTMODDATE", time(at))));
        attributes.addAll(List.of("csip:OAISPACKAGETYPE", "AIP"));
        out.start("metsHdr", attributes.toArray(String[]::new))
                .start("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE")
                .text("name", "Sigill")
                .text("note", mets.softwareVersion(), "csip:NOTETYPE", "SOFTWARE VERSION")
                .end()
                .end();
    }

    private static String[] mdType(List<PackageFile> files, int i) {
        String name = files.get(i).path();
        String other =
                name.endsWith("record.json") ? "SIGILL-RECORD" : name.endsWith("text.txt") ? "SIGILL-TEXT" : "OTHER";
        return new String[] {"MDTYPE", "OTHER", "OTHERMDTYPE", other};
    }

    /** CSIP17–31 and 32–57: one section per file, by reference. */
    private static void metadata(XmlOut out, String section, String id, PackageFile file, String[] type) {
        out.start(section, "ID", id, "CREATED", time(file.created()), "STATUS", "CURRENT");
        List<String> attributes = new ArrayList<>(List.of("ID", id + "-ref"));
        attributes.addAll(List.of("LOCTYPE", "URL"));
        attributes.addAll(List.of(type));
        attributes.addAll(List.of("xlink:type", "simple", "xlink:href", encode(file.path())));
        attributes.addAll(facts(file));
        out.empty("mdRef", attributes.toArray(String[]::new)).end();
    }

    /** CSIP58–79. */
    private static void fileSection(XmlOut out, Mets mets) {
        out.start("fileSec", "ID", "files");
        for (int g = 0; g < mets.groups().size(); g++) {
            Mets.Group group = mets.groups().get(g);
            out.start("fileGrp", "ID", groupId(g), "USE", group.use(), "csip:CONTENTINFORMATIONTYPE", "MIXED");
            for (int f = 0; f < group.files().size(); f++) {
                PackageFile file = group.files().get(f);
                List<String> attributes = new ArrayList<>(List.of("ID", groupId(g) + "-file-" + (f + 1)));
                attributes.addAll(facts(file));
                out.start("file", attributes.toArray(String[]::new))
                        .empty("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", encode(file.path()))
                        .end();
            }
            out.end();
        }
        out.end();
    }

    /** CSIP80–112. */
    private static void structure(XmlOut out, Mets mets) {
        out.start("structMap", "ID", "structure", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        out.start("div", "ID", "div-package", "LABEL", mets.objectId());
        List<String> metadata = new ArrayList<>(List.of("ID", "div-metadata", "LABEL", "Metadata"));
        if (!mets.preservation().isEmpty()) {
            metadata.addAll(
                    List.of("ADMID", ids("digiprov-", mets.preservation().size())));
        }
        if (!mets.descriptive().isEmpty()) {
            metadata.addAll(List.of("DMDID", ids("dmd-", mets.descriptive().size())));
        }
        if (metadata.size() > 4) {
            out.empty("div", metadata.toArray(String[]::new));
        }
        for (int g = 0; g < mets.groups().size(); g++) {
            Mets.Group group = mets.groups().get(g);
            out.start("div", "ID", "div-" + (g + 1), "LABEL", group.use());
            if (group.ownMets()) {
                String href = encode(group.files().getFirst().path());
                out.empty(
                        "mptr",
                        "LOCTYPE",
                        "URL",
                        "xlink:type",
                        "simple",
                        "xlink:href",
                        href,
                        "xlink:title",
                        groupId(g));
            } else {
                out.empty("fptr", "FILEID", groupId(g));
            }
            out.end();
        }
        out.end().end();
    }

    private static String ids(String prefix, int count) {
        return String.join(
                " ", IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList());
    }

    private static String groupId(int g) {
        return "ID-group-" + (g + 1);
    }

    private static List<String> facts(PackageFile file) {
        return List.of(
                "MIMETYPE",
                file.mime(),
                "SIZE",
                Long.toString(file.digests().sizeBytes()),
                "CREATED",
                time(file.created()),
                CHECKSUM[0],
                file.digests().sha512(),
                CHECKSUM[1],
                "SHA-512");
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A path as a reference: every byte but letters, digits, {@code - . _ ~ /} in percent form (RFC 3986). */
    static String encode(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
            if (plain || "-._~/".indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return out.toString();
    }

    /** @throws AipException if the bytes are no METS, or a file in it lacks its reference, size or checksum */
    public static Read read(byte[] bytes) {
        List<NamedFile> files = new ArrayList<>();
        List<String> head = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        Xml.read(bytes, reader -> {
            switch (reader.getLocalName()) {
                case "mets" -> {
                    head.add(Xml.attribute(reader, "OBJID").orElse(""));
                    head.add(Xml.attribute(reader, "PROFILE").orElse(""));
                }
                case "file", "mdRef" -> {
                    facts.clear();
                    for (String name : List.of("SIZE", "CHECKSUMTYPE", "CHECKSUM")) {
                        facts.add(required(Xml.attribute(reader, name), name));
                    }
                    if (reader.getLocalName().equals("mdRef")) {
                        files.add(named(required(Xml.attribute(reader, "href"), "href"), facts));
                    }
                }
                case "FLocat" -> files.add(named(required(Xml.attribute(reader, "href"), "href"), facts));
                default -> {
                    // Everything else says nothing about files.
                }
            }
        });
        if (head.isEmpty()) {
            throw new AipException("no METS");
        }
        return new Read(head.get(0), head.get(1), files);
    }

    private static NamedFile named(String href, List<String> facts) {
        try {
            String path = URLDecoder.decode(href.replace("+", "%2B"), StandardCharsets.UTF_8);
            return new NamedFile(path, Long.parseLong(facts.get(0)), facts.get(1), facts.get(2));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new AipException("a file in the METS has a malformed reference or size", e);
        }
    }

    private static String required(Optional<String> value, String name) {
        return value.orElseThrow(() -> new AipException("a file in the METS has no " + name));
    }
}
