package se.sigill.ingest.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;
import se.sigill.core.record.RecordDescription;
import se.sigill.ingest.delivery.ItemDescription;

/** The acts that become true together with a record: what the delivery's columns of secrecy say, and gaps. */
final class DeliveryActs {
    private static final Actor PIPELINE = Actor.system("taking-in");
    private static final String STATED = "stated in the delivery";

    private final ZoneId zone;
    private final String archiveAuthority;

    DeliveryActs(ZoneId zone, String archiveAuthority) {
        this.zone = zone;
        this.archiveAuthority = archiveAuthority;
    }

    List<Act.OfRecord> of(RecordDescription record, Extracted read, Instant now) {
        List<Act.OfRecord> acts = new ArrayList<>();
        Actor depositor = Actor.ofText(read.from().delivery().depositor());
        ItemDescription.Openness stated = read.from().item().description().openness();
        String reason = stated.reason().isEmpty() ? STATED : stated.reason();
        if (!stated.provision().isEmpty()) {
            LocalDate markedOn = LocalDate.ofInstant(record.receivedAt(), zone);
            acts.add(new Act.Restricted(
                    now,
                    depositor,
                    record.id(),
                    "record",
                    stated.category(),
                    stated.provision(),
                    reason,
                    record.authority().isEmpty() ? archiveAuthority : record.authority(),
                    markedOn,
                    record.date().isEmpty() ? markedOn : LocalDate.parse(record.date()),
                    false));
        }
        // "Publish" alone opens nothing: only a stated assessment does (a record is never open by silence).
        if (stated.open()) {
            acts.add(new Act.Assessed(now, depositor, record.id(), true, stated.publish(), reason));
        }
        acts.addAll(Gaps.of(
                record.id(), read.extraction().findings(), read.from().item().name(), now, PIPELINE));
        return acts;
    }
}
