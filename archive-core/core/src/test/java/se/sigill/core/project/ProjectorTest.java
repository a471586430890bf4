package se.sigill.core.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void preparesTheNextActsWhileTheseAreTakenIn() {
        append(4);
        List<Long> prepared = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch second = new CountDownLatch(2);
        Listing ahead = new Listing() {
            @Override
            public Runnable prepare(List<IndexedAct> acts, long nextCursor) {
                prepared.add(nextCursor);
                second.countDown();
                return super.prepare(acts, nextCursor);
            }

            @Override
            public void apply(List<IndexedAct> acts, long nextCursor) {
                await(second);
                super.apply(acts, nextCursor);
            }
        };

        new Projector(log, List.of(ahead), 2).catchUp();

        assertEquals(List.of(2L, 4L), prepared);
        assertEquals(prepared, ahead.cursors);
    }

    @Test
    void throwsWhatPreparingThrewAndMovesNoCursor() {
        append(4);
        Listing damaged = new Listing() {
            @Override
            public Runnable prepare(List<IndexedAct> acts, long nextCursor) {
                if (nextCursor == 4) {
                    throw new ArchiveException.Damaged("act 3");
                }
                return super.prepare(acts, nextCursor);
            }
        };
        Projector projector = new Projector(log, List.of(damaged), 2);

        assertEquals(
                "act 3",
                assertThrows(ArchiveException.Damaged.class, projector::catchUp).getMessage());

        assertEquals(2, damaged.cursor);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES), "nobody prepared what comes next");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rebuildsAProjectionThatWasAhead() {
        append(2);
        listing.cursor = 9;

        new Projector(log, List.of(listing)).rebuild();

        assertEquals(List.of(0L, 1L), listing.indices);
    }

    private static class Listing implements Projection {
        final List<Long> indices = new ArrayList<>();
        final List<Long> cursors = new ArrayList<>();
        long cursor;

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
