package se.sigill.ingest.renew;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.ingest.pipeline.Gaps;

/** The gaps that a look at one record opens and closes. One use. */
final class GapSheet {
    static final Actor RENEWAL = Actor.system("making-last");

    /** Where the gap is that speaks of all parts beyond those named one by one. */
    static final String OTHERS = Candidate.PLACE + "#" + Gaps.OTHERS;

    private final Candidate candidate;
    private final Instant now;
    private final List<Act.OfRecord> acts = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> unnamed = new HashMap<>();
    private String firstOpened = "";

    GapSheet(Candidate candidate, Instant now) {
        this.candidate = candidate;
        this.now = now;
    }

    /** All of them, in the order of the record's parts. */
    void take(List<Look> looks) {
        looks.forEach(this::take);
        unnamed.forEach((code, count) -> {
            if (!candidate.told(OTHERS).contains(code)) {
                open(code, OTHERS, Gaps.others(count), "");
            }
        });
    }

    /** What is to be told of the record as a whole. */
    void takeOfRecord(Finding finding) {
        takeAt(Candidate.PLACE, finding);
    }

    /** What is to be told of all parts together. */
    void takeOfParts(Finding finding) {
        takeAt(OTHERS, finding);
    }

    private void takeAt(String place, Finding finding) {
        String code = finding.code().id();
        if (!candidate.told(place).contains(code)) {
            open(code, place, finding.message(), "");
        }
    }

    private void take(Look look) {
        String place = look.subject().place();
        Set<String> found = new HashSet<>();
        for (Finding finding : look.findings()) {
            String code = finding.code().id();
            if (found.add(code)) {
                if (places.merge(code, 1, Integer::sum) > Gaps.PLACES_MAX) {
                    unnamed.merge(code, 1, Integer::sum);
                } else if (!candidate.told(place).contains(code)) {
                    open(code, place, finding.message(), look.waitsFor(finding));
                }
            }
        }
        for (Candidate.OpenGap gap : candidate.openAt(place)) {
            boolean isOver = look.isAsked() || RenewFinding.isOverByItself(gap.code());
            if (isOver && !found.contains(gap.code())) {
                acts.add(new Act.GapClosed(now, RENEWAL, candidate.record().id(), gap.index(), false, reason(look)));
            }
        }
    }

    private static String reason(Look look) {
        return look.made()
                .map(made -> "a rendition was made by " + made.madeBy())
                .orElse("looked at again: it is no longer so");
    }

    private void open(String code, String place, String message, String waitsFor) {
        firstOpened = firstOpened.isEmpty() ? code : firstOpened;
        acts.add(new Act.GapOpened(now, RENEWAL, candidate.record().id(), code, place, message, waitsFor));
    }

    List<Act.OfRecord> acts() {
        return List.copyOf(acts);
    }

    /** The code of the first gap that is opened; empty if none is. */
    String firstOpened() {
        return firstOpened;
    }
}
