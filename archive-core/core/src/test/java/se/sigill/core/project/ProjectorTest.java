package se.sigill.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.sigill.core.ArchiveException;
import se.sigill.core.log.Act;
import se.sigill.core.log.Actor;

class ProjectorTest {
    private final MemoryLog log = new MemoryLog();
    private final Listing listing = new Listing();

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            log.append(new Act.RestoreAccepted(Instant.EPOCH, Actor.system("test"), i, ""));
        }
    }

    @Test
    void pullsEveryActOnceInBatches() {
        append(7);
        Projector projector = new Projector(log, List.of(listing), 3);

        assertEquals(7, projector.catchUp());
        append(1);
        assertEquals(1, projector.catchUp());

        assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L), listing.indices);
        assertEquals(List.of(3L, 6L, 7L, 8L), listing.cursors);
    }

    @Test
    void refusesAProjectionAheadOfTheCheckpointAndTouchesNone() {
        append(2);
        Listing ahead = new Listing();
        ahead.cursor = 3;
        Projector projector = new Projector(log, List.of(listing, ahead));

        ArchiveException e = assertThrows(ArchiveException.Damaged.class, projector::catchUp);

        assertTrue(e.getMessage().contains("3 acts, and the checkpoint counts 2"), e.getMessage());
        assertEquals(List.of(), listing.indices);
    }

    @Test
    void leadsNoProjectionPastTheOneBeforeItWhenActsAreAddedMeanwhile() {
        append(2);
        Listing meanwhile = new Listing() {
            @Override
            public void apply(List<IndexedAct> acts, long nextCursor) {
                super.apply(acts, nextCursor);
                append(3);
            }
        };

        new Projector(log, List.of(meanwhile, listing)).catchUp();

        assertEquals(5, log.size());
        assertEquals(meanwhile.cursor, listing.cursor);
    }

    @Test
    void rebuildsAProjectionThatWasAhead() {
        append(2);
        listing.cursor = 9;

        new Projector(log, List.of(listing)).rebuild();

        assertEquals(List.of(0L, 1L), listing.indices);
    }

    private static class Listing implements Projection {
        private final List<Long> indices = new ArrayList<>();
        private final List<Long> cursors = new ArrayList<>();
        private long cursor;

        @Override
        public String name() {
            return "listing";
        }

        @Override
        public long cursor() {
            return cursor;
        }

        @Override
        public void apply(List<IndexedAct> acts, long nextCursor) {
            acts.forEach(a -> indices.add(a.index()));
            cursors.add(nextCursor);
            cursor = nextCursor;
        }

        @Override
        public void reset() {
            indices.clear();
            cursor = 0;
        }
    }
}
