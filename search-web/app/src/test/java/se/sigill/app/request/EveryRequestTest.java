package se.sigill.app.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.catalogue.Archive;
import se.sigill.core.catalogue.Catalogue;
import se.sigill.core.catalogue.MemoryCatalogue;
import se.sigill.core.project.Projector;
import se.sigill.core.record.RecordId;

class EveryRequestTest {
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private final Archive archive = new Archive(7);

    @Test
    void givesEachOnceHoweverManyCameAtOneInstant() {
        archive.request(NOON.minusSeconds(1));
        List<RecordId> wanted = new ArrayList<>();
        for (int i = 0; i < 2 * Catalogue.PAGE_MAX; i++) {
            wanted.add(archive.request(NOON));
        }
        wanted.add(archive.request(NOON.plusSeconds(1)));

        List<RecordId> got = new ArrayList<>();
        new EveryRequest(caughtUp(), NOON).forEach(got::addAll);

        assertEquals(wanted, got);
    }

    @Test
    void hasNoPageWhereThereIsNone() {
        archive.request(NOON);

        assertFalse(new EveryRequest(caughtUp(), NOON.plusSeconds(1)).iterator().hasNext());
    }

    private Catalogue caughtUp() {
        Catalogue catalogue = new MemoryCatalogue(archive);
        new Projector(archive.log, List.of(catalogue)).catchUp();
        return catalogue;
    }
}
