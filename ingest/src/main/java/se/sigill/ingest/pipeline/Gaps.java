package se.sigill.ingest.pipeline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.sigill.core.finding.Finding;
import se.sigill.core.finding.Severity;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;

/** Makes gaps of what engines could not do. What is only worth knowing is none. */
public final class Gaps {
    /** A mail of 50,000 broken attachments is one gap a kind, and a few with their places. */
    private static final int PLACES_MAX = 20;

    private Gaps() {}

    /** Whether somebody must close or accept it: warnings and errors. */
    public static boolean isGap(Finding finding) {
        return finding.severity() != Severity.INFO;
    }

    /**
     * A gap for each kind and place.
     *
     * @param name of the file as the engines know it: a finding at this place is about the whole file
     */
    static List<Act.OfRecord> of(RecordId record, List<Finding> findings, String name, Instant at, Actor actor) {
        Map<String, Act.OfRecord> gaps = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String where = finding.where().equals(name) ? "" : finding.where();
            String key = finding.code().id() + "\n" + where;
            if (isGap(finding) && gaps.size() < PLACES_MAX) {
                gaps.putIfAbsent(
                        key, new Act.GapOpened(at, actor, record, finding.code().id(), where, finding.message(), ""));
            }
        }
        return List.copyOf(gaps.values());
    }
}
