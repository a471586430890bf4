package se.sigill.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.sigill.core.backup.ShippingStatus;
import se.sigill.core.catalogue.Counts;
import se.sigill.core.json.JsonReader;
import se.sigill.core.json.JsonWriter;
import se.sigill.ingest.spool.Remark;

class ArchiveStatusTest {
    private static ArchiveStatus status(Optional<Instant> audit, Optional<ShippingStatus> shipping) {
        return new ArchiveStatus(
                "arkiv.test",
                "/srv/arkiv",
                true,
                "https://127.0.0.1:9443/",
                "",
                new Counts(7, 8, 1, 2, 3, 4),
                5,
                List.of(new ArchiveStatus.Delivery("20261123T120000Z-aaaa", "QUARANTINED", 0, 2)),
                audit,
                false,
                shipping,
                "origin\n9\nhash\n",
                9,
                1,
                List.of(new Remark("CODE", "warning", "where", "message", "remedy")));
    }

    /** What a server answers is what the command would have found itself. */
    @Test
    void comesBackFromItsJsonAsItWas() {
        for (ArchiveStatus each : List.of(
                status(Optional.empty(), Optional.empty()),
                status(
                        Optional.of(Instant.parse("2026-11-23T12:00:00Z")),
                        Optional.of(new ShippingStatus(6, 9, "the disk is full"))))) {
            String text = JsonWriter.compact(each.toJson());

            assertEquals(each, ArchiveStatus.fromJson(JsonReader.parse(text).asObject()));
        }
    }
}
