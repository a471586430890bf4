package se.sigill.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.ArchiveException;
import se.sigill.core.aip.AipException;
import se.sigill.core.aip.Premis;
import se.sigill.core.aip.PremisXml;
import se.sigill.core.aip.RecordPackage;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.record.RecordId;
import se.sigill.core.record.RecordJson;
import se.sigill.core.store.ContentStore;
import se.sigill.core.store.Digests;
import se.sigill.core.store.ObjectVersion;
import se.sigill.core.store.VersionFile;
import se.sigill.core.text.TextFile;

/** What a version consists of: makes the metadata that joins the files, and reads it. */
public final class PackageContent {
    /** The software that the packages name as their maker. */
    public static final String SOFTWARE_VERSION = "0.1.0";

    private final ContentStore store;
    private final Clock clock;

    public PackageContent(ContentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    ObjectVersion of(NewVersion version) {
        RecordDescription record = version.description();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        boolean first = record.version() == 1;
        List<VersionFile> files = new ArrayList<>(first ? first(version, now) : next(version, now));
        version.files().forEach(file -> files.add(file.forStore()));
        return new ObjectVersion(record.id(), record.version(), now, first ? "taken in" : "rendition added", files);
    }

    private static List<VersionFile> first(NewVersion version, Instant now) {
        RecordDescription record = version.description();
        Premis premis = new Premis(record.id().urn(), record.files(), version.events(), version.agents());
        return RecordPackage.first(record, TextFile.write(version.text()), premis, SOFTWARE_VERSION, now);
    }

    private List<VersionFile> next(NewVersion version, Instant now) {
        RecordDescription record = version.description();
        int before = record.version() - 1;
        Premis earlier = premis(record, before);
        Premis premis = earlier.next(record.files(), version.events(), version.agents());
        Digests text = Digests.of(bytes(record.id(), before, RecordPackage.TEXT));
        return RecordPackage.next(record, text, premis, SOFTWARE_VERSION, now);
    }

    private Premis premis(RecordDescription record, int version) {
        try {
            return PremisXml.read(bytes(record.id(), version, RecordPackage.PREMIS))
                    .with(record.files());
        } catch (AipException e) {
            throw new ArchiveException.Damaged(
                    "the PREMIS of version " + version + " of record " + record.id()
                            + " cannot be read; run sigill check, and restore the record from a copy",
                    e);
        }
    }

    /** The description as of a version. @throws ArchiveException.Damaged if it is not there */
    public RecordDescription description(RecordId id, int version) {
        return RecordJson.read(new String(bytes(id, version, RecordPackage.RECORD), StandardCharsets.UTF_8));
    }

    private byte[] bytes(RecordId id, int version, String path) {
        try (InputStream in = store.open(id, version, path).orElseThrow(() -> missing(id, version, path))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ArchiveException.StorageFailed(path + " of record " + id + " cannot be read", e);
        }
    }

    private static ArchiveException missing(RecordId id, int version, String path) {
        return new ArchiveException.Damaged("version " + version + " of record " + id + " has no " + path
                + "; run sigill check, and restore the record from a copy");
    }
}
