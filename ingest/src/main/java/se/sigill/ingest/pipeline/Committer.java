package se.sigill.ingest.pipeline;

import java.util.List;
import java.util.Map;
import se.sigill.core.archive.NewVersion;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

/** The archive as the pipeline sees it. */
public interface Committer {
    /**
     * Commits versions, all or none; durable on return.
     *
     * @throws se.sigill.core.ArchiveException if the machine refused
     */
    void commit(List<NewVersion> versions, Actor actor);

    /** Makes single acts true: a gap that was opened or closed without a new version. */
    void decide(List<Act.OfRecord> acts);

    /**
     * The items of a delivery that the archive has, by path, including every commit that has returned: the log names
     * them <em>and</em> the store holds their content. The spool lets go of these, so nothing less may count.
     */
    Map<String, RecordId> committed(String delivery);
}
