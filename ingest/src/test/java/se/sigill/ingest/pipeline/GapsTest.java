package se.sigill.ingest.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.sigill.core.finding.Finding;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordId;
import se.sigill.formats.FormatFinding;

class GapsTest {
    @Test
    void aKindWithManyPlacesHidesNoOther() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            findings.add(Finding.of(FormatFinding.PART_DAMAGED, "brev.eml#" + i, "cannot be unpacked"));
        }
        findings.add(Finding.of(FormatFinding.ENCRYPTED, "brev.eml#26", "needs a password"));
        findings.add(Finding.of(FormatFinding.TEXT_LIMIT, "brev.eml", "too long"));

        List<Act.GapOpened> gaps =
                Gaps.of(RecordId.random(new Random(1)), findings, "brev.eml", Instant.EPOCH, Actor.system("x")).stream()
                        .map(Act.GapOpened.class::cast)
                        .toList();

        assertEquals(20 + 1 + 1 + 1, gaps.size());
        Act.GapOpened rest = gaps.get(20);
        assertEquals(
                "FORMAT-PART-DAMAGED * the same in 5 places more",
                rest.code() + " " + rest.where() + " " + rest.message());
        assertEquals(
                "FORMAT-ENCRYPTED brev.eml#26",
                gaps.get(21).code() + " " + gaps.get(21).where());
        assertEquals(
                "FORMAT-TEXT-LIMIT ", gaps.get(22).code() + " " + gaps.get(22).where());
    }
}
