package se.sigill.core.archive;

import java.util.List;
import se.sigill.core.aip.Premis;
import se.sigill.core.log.Act;
import se.sigill.core.record.RecordDescription;
import se.sigill.core.text.ExtractedText;

/**
 * A version of a record that is to be committed.
 *
 * @param description as of this version; version 1 takes the record in, a later one adds renditions
 * @param files the files that this version adds, at least one; the renditions of one version have one role and one
 *     format
 * @param text what was read from the original; written with version 1 and not again
 * @param events what was done to the bytes to make this version; PREMIS keeps them
 * @param agents who did that; one that earlier versions know is not written twice
 * @param alongside acts that become true in the same moment (restrictions of a delivery, gaps); may be empty
 */
public record NewVersion(
        RecordDescription description,
        List<NewFile> files,
        ExtractedText text,
        List<Premis.Event> events,
        List<Premis.Agent> agents,
        List<Act.OfRecord> alongside) {
    public NewVersion {
        files = List.copyOf(files);
        events = List.copyOf(events);
        agents = List.copyOf(agents);
        alongside = List.copyOf(alongside);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("a version adds a file");
        }
        if (files.stream().map(NewVersion::kind).distinct().count() > 1) {
            throw new IllegalArgumentException("the renditions of a version have one role and one format");
        }
        for (Act.OfRecord act : alongside) {
            if (!act.record().equals(description.id())) {
                throw new IllegalArgumentException("an act alongside speaks of another record");
            }
        }
    }

    private static String kind(NewFile file) {
        return file.fact().role() + " " + file.fact().format().puid();
    }
}
