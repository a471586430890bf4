package se.sigill.staff.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.sigill.app.outward.ZoneHere;
import se.sigill.app.soak.FilledArchive;
import se.sigill.app.wiring.Founding;
import se.sigill.app.wiring.OpenArchive;
import se.sigill.app.wiring.Sealing;
import se.sigill.core.bundle.OutsideHome;
import se.sigill.core.config.Home;
import se.sigill.search.lucene.LuceneSearch;
import se.sigill.zone.Zone;

/** The staff server keeps step with the open one, and the rest follows by itself. */
@Tag("slow")
class OutsideRoundsTest {
    /** More than a zone has before it. */
    private static final int DELIVERIES = 6;

    @TempDir
    private Path folder;

    @Test
    void whatTheZoneHasNotTakenInIsLittleAndTheRestFollows() throws Exception {
        Home home = new Home(folder.resolve("home"));
        Founding.Made _ = Founding.found(home, Optional.of("arkiv.test"), Optional.empty());
        try (OpenArchive archive = OpenArchive.open(home);
                ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor()) {
            OutsideHome outside = new OutsideHome(archive.config().servers().outside());
            OutsideRounds rounds = new OutsideRounds(thread, work -> work.accept(archive));
            FilledArchive filled = new FilledArchive(archive, 27);
            filled.adoptRules("1");
            for (int i = 0; i < DELIVERIES; i++) {
                filled.fill(8, archive::catchUp);
                new Sealing(archive).seal();
                thread.submit(() -> rounds.tell(archive)).get();
            }
            TimeUnit.SECONDS.sleep(1);
            assertEquals(3, bundles(outside), "two and the one that was being made");

            long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            try (Zone zone = Zone.open(outside, Clock.systemUTC(), LuceneSearch.COMMAND_BUDGET)) {
                // Nobody tells it to go on: it looks by itself whether the zone has moved.
                while (!zone.isFresh() || bundles(outside) > 0) {
                    assertEquals(List.of(), zone.applier().applyWaiting().refused());
                    assertTrue(System.nanoTime() < end, "not all has come");
                    LockSupport.parkNanos(20_000_000);
                }
            }
            assertEquals(0, ZoneHere.of(archive).send().bundles(), "nothing is left");
        }
    }

    private static long bundles(OutsideHome outside) throws IOException {
        if (!Files.exists(outside.incoming())) {
            return 0;
        }
        try (Stream<Path> all = Files.list(outside.incoming())) {
            return all.filter(one -> !one.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
