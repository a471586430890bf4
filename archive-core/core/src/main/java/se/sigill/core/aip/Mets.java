package se.sigill.core.aip;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A METS document of a CSIP package.
 *
 * @param objectId {@code @OBJID}
 * @param profile {@code @PROFILE}
 * @param created {@code metsHdr/@CREATEDATE}
 * @param modified {@code metsHdr/@LASTMODDATE}, empty for the first version
 * @param descriptive files named in {@code dmdSec}
 * @param preservation PREMIS files, named in {@code amdSec/digiprovMD}
 * @param groups the representations
 */
public record Mets(
        String objectId,
        String profile,
        String softwareVersion,
        Instant created,
        Optional<Instant> modified,
        List<PackageFile> descriptive,
        List<PackageFile> preservation,
        List<Group> groups) {
    /** The profile of a package in the store, and of a representation. */
    public static final String CSIP = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";
    /** The profile of an exported package. */
    public static final String AIP = "https://earkaip.dilcis.eu/profile/E-ARK-AIP.xml";

    public Mets {
        descriptive = List.copyOf(descriptive);
        preservation = List.copyOf(preservation);
        groups = List.copyOf(groups);
    }

    /**
     * A file group and its division of the structural map.
     *
     * @param use {@code Representations/original}; {@code Data} in a representation's own METS
     * @param ownMets true: the one file is the representation's own METS
     */
    public record Group(String use, boolean ownMets, List<PackageFile> files) {
        public Group {
            files = List.copyOf(files);
        }
    }
}
