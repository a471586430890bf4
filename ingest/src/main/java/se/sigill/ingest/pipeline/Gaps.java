package se.sigill.ingest.pipeline;

import java.time.Instant;
import java.util.ArrayList;
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
    /** So many places of one kind are named; a mail of 50,000 broken attachments has one gap more for the rest. */
    public static final int PLACES_MAX = 20;

    /** The place of the gap that speaks of all places of its kind beyond those named. */
    public static final String OTHERS = "*";

    private Gaps() {}

    /** Whether somebody must close or accept it: warnings and errors. */
    public static boolean isGap(Finding finding) {
        return finding.severity() != Severity.INFO;
    }

    /** What the gap at {@link #OTHERS} says. */
    public static String others(int more) {
        return "the same in " + more + (more == 1 ? " place more" : " places more");
    }

    /**
     * A gap for each kind and place; of a kind with more places than are named, one for the rest.
     *
     * @param name of the file as the engines know it: a finding at this place is about the whole file
     */
    static List<Act.OfRecord> of(RecordId record, List<Finding> findings, String name, Instant at, Actor actor) {
        Map<String, Map<String, Finding>> kinds = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (isGap(finding)) {
                String where = finding.where().equals(name) ? "" : finding.where();
                kinds.computeIfAbsent(finding.code().id(), code -> new LinkedHashMap<>())
                        .putIfAbsent(where, finding);
            }
        }
        List<Act.OfRecord> gaps = new ArrayList<>();
        kinds.forEach((code, places) -> {
            places.entrySet().stream()
                    .limit(PLACES_MAX)
                    .forEach(place -> gaps.add(new Act.GapOpened(
                            at,
                            actor,
                            record,
                            code,
                            place.getKey(),
                            place.getValue().message(),
                            "")));
            if (places.size() > PLACES_MAX) {
                gaps.add(new Act.GapOpened(at, actor, record, code, OTHERS, others(places.size() - PLACES_MAX), ""));
            }
        });
        return gaps;
    }
}
