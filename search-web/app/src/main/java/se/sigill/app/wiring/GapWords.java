package se.sigill.app.wiring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.Gap;
import se.sigill.core.finding.FindingCode;
import se.sigill.core.finding.Severity;
import se.sigill.core.record.RecordId;
import se.sigill.formats.FormatFinding;
import se.sigill.ingest.delivery.DeliveryFinding;
import se.sigill.ingest.renew.RenewFinding;
import se.sigill.ingest.spool.Remark;

/** Gaps as people read them: an act carries the code of a finding, and the code knows what is to be done. */
public final class GapWords {
    private GapWords() {}

    /** The finding that opens gaps of this code; empty for a code of another version of the program. */
    public static Optional<FindingCode> code(String id) {
        return Stream.<FindingCode[]>of(FormatFinding.values(), RenewFinding.values(), DeliveryFinding.values())
                .flatMap(Stream::of)
                .filter(code -> code.id().equals(id))
                .findFirst();
    }

    /** What is to be done about gaps of this code. */
    public static String remedy(String code) {
        return code(code).map(FindingCode::remedy).orElse("Close the gap, or accept it with a reason.");
    }

    /** The gap as a remark. */
    public static Remark remark(Gap gap) {
        String severity = code(gap.code())
                .map(FindingCode::severity)
                .orElse(Severity.WARNING)
                .word();
        return new Remark(gap.code(), severity, gap.where(), gap.message(), remedy(gap.code()));
    }

    /** The open gaps of acts from an index of the log on, by record. */
    public static Map<RecordId, List<Remark>> since(Catalogue catalogue, long act) {
        Map<RecordId, List<Remark>> gaps = new HashMap<>();
        List<Gap> page = catalogue.openGaps(act - 1, Catalogue.PAGE_MAX);
        while (!page.isEmpty()) {
            for (Gap gap : page) {
                gaps.computeIfAbsent(gap.record(), r -> new ArrayList<>()).add(remark(gap));
            }
            page = catalogue.openGaps(page.getLast().act(), Catalogue.PAGE_MAX);
        }
        return gaps;
    }
}
